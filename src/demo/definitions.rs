//! The integrations that the demo configures, on definitions that point at the mock service.

use serde_json::{Value, json};
use url::Url;

use super::mock_service::client::{CLIENT_ID, CLIENT_SECRET};

const TEMPLATE: &str = include_str!("providers.yaml");
/// Stands in the template for the mock service's address.
const MOCK_SERVICE: &str = "http://mock.service";

/// An integration to configure before the demo starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoIntegration {
    /// The integration's unique key.
    pub unique_key: &'static str,
    /// Its provider in [`provider_file`].
    pub provider: &'static str,
    /// What the reader sees.
    pub display_name: &'static str,
    /// A line about what the host application does with it.
    pub purpose: &'static str,
    /// As which client it is registered at the mock service, where its mode needs that.
    pub client: Option<DemoClient>,
}

/// A client of the mock service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoClient {
    /// The protocol's `credentials.type`.
    pub credentials_type: &'static str,
    /// One of [`super::mock_service::client`].
    pub id: &'static str,
}

impl DemoIntegration {
    /// The body of `POST /integrations`.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut body = json!({
            "provider": self.provider,
            "unique_key": self.unique_key,
            "display_name": self.display_name,
        });
        if let Some(client) = self.client {
            body["credentials"] = json!({
                "type": client.credentials_type,
                "client_id": client.id,
                "client_secret": CLIENT_SECRET,
            });
        }
        body
    }

    const fn new(
        unique_key: &'static str,
        provider: &'static str,
        display_name: &'static str,
        purpose: &'static str,
    ) -> Self {
        Self { unique_key, provider, display_name, purpose, client: None }
    }

    const fn with_client(self, credentials_type: &'static str, id: &'static str) -> Self {
        Self { client: Some(DemoClient { credentials_type, id }), ..self }
    }
}

/// What the demo configures, in the order of the host application's list.
pub const INTEGRATIONS: &[DemoIntegration] = &[
    DemoIntegration::new(
        "postbox",
        "demo-postbox",
        "Postbox",
        "Send receipts and reminders from your own address.",
    ),
    DemoIntegration::new("helpdesk", "demo-helpdesk", "Helpdesk", "See open tickets next to each customer."),
    DemoIntegration::new("ledger", "demo-ledger", "Ledger", "Book invoices as they are paid."),
    DemoIntegration::new("metrics", "demo-metrics", "Metrics", "Put usage charts on your dashboard."),
    DemoIntegration::new("storefront", "demo-storefront", "Storefront", "Import orders every hour."),
    DemoIntegration::new("signer", "demo-signer", "Signer", "Sign contracts with your company's key."),
    DemoIntegration::new(
        "calendar",
        "demo-calendar",
        "Public holidays",
        "Skip public holidays when planning.",
    ),
    DemoIntegration::new("agenda", "demo-agenda", "Agenda", "Put meetings where your team plans.")
        .with_client("OAUTH2", CLIENT_ID),
    DemoIntegration::new("notebook", "demo-notebook", "Notebook", "Keep meeting notes with each customer.")
        .with_client("OAUTH2", CLIENT_ID),
    DemoIntegration::new("gallery", "demo-gallery", "Gallery", "Show pictures of your products.")
        .with_client("OAUTH1", CLIENT_ID),
    DemoIntegration::new("freight", "demo-freight", "Freight", "Follow parcels until they arrive."),
    DemoIntegration::new("depot", "demo-depot", "Depot", "Reserve stock as orders come in."),
];

/// The definitions, in the format of any provider file, for a mock service at `mock_service`.
#[must_use]
pub fn provider_file(mock_service: &Url) -> String {
    TEMPLATE.replace(MOCK_SERVICE, mock_service.as_str().trim_end_matches('/'))
}

/// What `connect-ui demo --faults` configures as well: one definition, and a client for each way to fail.
pub const FAULTS: &[DemoIntegration] = &[
    troublemaker("denied", "Says no before you are asked."),
    troublemaker("slow", "Takes eight seconds over the token."),
    troublemaker("wrong-redirect", "Does not know the redirect URI, and keeps you."),
    troublemaker("expired-code", "Hands out a code that is over."),
    troublemaker("bad-json", "Answers with half a token."),
    troublemaker("missing-iss", "Does not say who it is."),
    troublemaker("wrong-iss", "Says it is somebody else."),
    troublemaker("rotating-refresh", "Changes the refresh token each time."),
    troublemaker("failing-refresh", "Never refreshes."),
    troublemaker("revoked", "Takes the permission back at once."),
    troublemaker("short-lived", "Forgets after five seconds."),
    troublemaker("server-error", "Breaks down at the token."),
    troublemaker("cuts-opener", "Cuts the popup off from this page."),
    troublemaker("form-post", "Comes back with a form."),
    troublemaker("no-code", "Comes back with empty hands."),
];

const fn troublemaker(id: &'static str, purpose: &'static str) -> DemoIntegration {
    DemoIntegration::new(id, "demo-troublemaker", id, purpose).with_client("OAUTH2", id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        demo::mock_service::{client::Client, faults::Fault},
        provider::{Catalog, CatalogSource},
    };

    #[test]
    fn every_definition_can_be_used_as_it_stands() {
        let file = provider_file(&Url::parse("http://127.0.0.1:4711/").unwrap());
        let source = CatalogSource::Text { name: "demo".to_owned(), text: file };
        let catalog = Catalog::load(&[source]).unwrap();
        assert!(catalog.disabled().is_empty(), "{:?}", catalog.disabled());
        assert!(catalog.findings().is_empty(), "{:?}", catalog.findings());
        for integration in INTEGRATIONS.iter().chain(FAULTS) {
            assert!(catalog.get(integration.provider).is_some(), "{}", integration.provider);
        }
    }

    #[test]
    fn every_integration_has_its_definition_on_the_mock_service() {
        let file = provider_file(&Url::parse("http://127.0.0.1:4711/").unwrap());
        assert!(!file.contains(MOCK_SERVICE));
        assert!(file.contains("base_url: http://127.0.0.1:4711/api"));
        for integration in INTEGRATIONS.iter().chain(FAULTS) {
            assert!(file.contains(&format!("\n{}:\n", integration.provider)), "{}", integration.provider);
        }
    }

    #[test]
    fn every_client_is_registered_and_every_fault_can_be_met() {
        for client in INTEGRATIONS.iter().chain(FAULTS).filter_map(|integration| integration.client) {
            assert!(Client::find(client.id).is_some(), "{}", client.id);
        }
        let met: Vec<&str> = FAULTS.iter().filter_map(|fault| fault.client).map(|client| client.id).collect();
        let all: Vec<&str> = Fault::BY_CLIENT_ID.iter().map(|(id, _)| *id).collect();
        assert_eq!(met, all);
    }

    #[test]
    fn an_integration_brings_its_client_along() {
        let agenda = INTEGRATIONS.iter().find(|integration| integration.unique_key == "agenda").unwrap();
        assert_eq!(agenda.body()["credentials"]["client_id"], "demo-app");
        assert_eq!(INTEGRATIONS[0].body().get("credentials"), None);
    }
}
