//! The start ticket: the button of one page may begin one departure of one flow, once (security.md C2).
//!
//! It stands in the page, so it is sealed and needs no row: single use is the flow's own row and its count of
//! departures.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret, SecretSlice};
use serde::{Deserialize, Serialize};

use crate::{
    clock::Random,
    id::{CapabilityId, EnvironmentId, FlowId, IntegrationId},
    secret::{Keyring, Place, Sealed},
};

/// What a page's button may begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// The flow; it may not have a row yet.
    pub flow: FlowId,
    /// How often somebody had left when the page was drawn; `None` where the flow has no row yet.
    pub departures: Option<i64>,
}

/// A ticket that is not of this page, or none at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the ticket is not of this page")]
pub struct TicketProblem;

#[derive(Serialize, Deserialize)]
struct Text<'a> {
    flow: &'a str,
    departures: Option<i64>,
    integration: &'a str,
}

impl Ticket {
    /// For a flow that has no row yet.
    #[must_use]
    pub fn fresh(random: &Random) -> Self {
        Self { flow: FlowId::random(random), departures: None }
    }

    /// The text in the page's form.
    #[must_use]
    pub fn seal(
        &self,
        keyring: &Keyring,
        random: &Random,
        page: &CapabilityId,
        environment: &EnvironmentId,
        integration: &IntegrationId,
    ) -> String {
        let text =
            Text { flow: self.flow.as_str(), departures: self.departures, integration: integration.as_str() };
        let bytes = SecretSlice::from(serde_json::to_vec(&text).unwrap_or_default());
        let sealed =
            URL_SAFE_NO_PAD.encode(keyring.seal(random, place(page, environment), &bytes).as_bytes());
        format!("{}.{sealed}", self.flow)
    }

    /// The flow that a ticket says it is for: it can be looked up with the page, and is worth nothing until [`Self::open`].
    #[must_use]
    pub fn claimed_flow(text: &str) -> Option<FlowId> {
        let (flow, _) = text.split_once('.')?;
        let is_id = flow.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        is_id.then(|| FlowId::from_stored(flow.to_owned()))
    }

    /// The ticket in what a form sent, if it was drawn into this page for this integration.
    pub fn open(
        text: &str,
        keyring: &Keyring,
        page: &CapabilityId,
        environment: &EnvironmentId,
        integration: &IntegrationId,
    ) -> Result<Self, TicketProblem> {
        let (claimed, sealed) = text.split_once('.').ok_or(TicketProblem)?;
        let sealed = URL_SAFE_NO_PAD.decode(sealed).map_err(|_| TicketProblem)?;
        let sealed = Sealed::from_stored(sealed);
        let bytes = keyring.open(place(page, environment), &sealed).map_err(|_| TicketProblem)?;
        let text: Text<'_> = serde_json::from_slice(bytes.expose_secret()).map_err(|_| TicketProblem)?;
        if text.integration != integration.as_str() || text.flow != claimed {
            return Err(TicketProblem);
        }
        Ok(Self { flow: FlowId::from_stored(text.flow.to_owned()), departures: text.departures })
    }
}

fn place<'a>(page: &'a CapabilityId, environment: &'a EnvironmentId) -> Place<'a> {
    Place { column: "ticket", row: page.as_str(), environment: environment.as_str() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::SecretString;

    #[test]
    fn a_ticket_is_good_on_its_own_page_for_its_own_integration_only() {
        let random = Random::seeded(1);
        let keyring =
            Keyring::parse(&SecretString::from("test:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=")).unwrap();
        let page = CapabilityId::random(&random);
        let environment = EnvironmentId::random(&random);
        let integration = IntegrationId::random(&random);
        let ticket = Ticket::fresh(&random);
        let text = ticket.seal(&keyring, &random, &page, &environment, &integration);
        let open = |text: &str, page: &CapabilityId, integration: &IntegrationId| {
            Ticket::open(text, &keyring, page, &environment, integration)
        };
        assert_eq!(open(&text, &page, &integration).as_ref(), Ok(&ticket));
        assert_eq!(open(&text, &CapabilityId::random(&random), &integration), Err(TicketProblem));
        assert_eq!(open(&text, &page, &IntegrationId::random(&random)), Err(TicketProblem));
        assert_eq!(Ticket::claimed_flow(&text).as_ref(), Some(&ticket.flow));
        let other = text.replacen(ticket.flow.as_str(), FlowId::random(&random).as_str(), 1);
        assert_eq!(open(&other, &page, &integration), Err(TicketProblem), "another flow's context");
        assert_eq!(Ticket::claimed_flow("a\0.b"), None);
        assert_eq!(open("", &page, &integration), Err(TicketProblem));
    }
}
