//! The `state` of the authorization request (RFC 6749 §4.1.1): names the flow and proves that we sent the person there.

use secrecy::{ExposeSecret, SecretString};

use crate::{clock::Random, id::FlowId, secret::Fingerprint};

const ID_DIGITS: usize = 32;
const SECRET_DIGITS: usize = 64;

/// The flow's id and 256 random bits, both in hexadecimal digits: no service minds those. Cannot be printed.
#[derive(Clone, Debug)]
pub struct StateParameter {
    flow: FlowId,
    text: SecretString,
}

impl StateParameter {
    /// A new one for a flow.
    #[must_use]
    pub fn random(random: &Random, flow: &FlowId) -> Self {
        let id: String = flow.as_str().chars().filter(|character| *character != '-').collect();
        Self { flow: flow.clone(), text: SecretString::from(format!("{id}{}", random.hex::<32>())) }
    }

    /// The one that came back, where it can be ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_ours = text.len() == ID_DIGITS + SECRET_DIGITS
            && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let id = uuid::Uuid::try_parse(text.get(..ID_DIGITS).filter(|_| is_ours)?).ok()?;
        let flow = FlowId::from_stored(id.hyphenated().to_string());
        Some(Self { flow, text: SecretString::from(text.to_owned()) })
    }

    /// Which flow it is of, before anything was compared.
    #[must_use]
    pub const fn flow(&self) -> &FlowId {
        &self.flow
    }

    /// The text in the service's address.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.text.expose_secret()
    }

    /// What is stored of it.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.text.expose_secret())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_is_recognised_and_nothing_else() {
        let random = Random::seeded(7);
        let flow = FlowId::random(&random);
        let sent = StateParameter::random(&random, &flow);
        let back = StateParameter::parse(sent.reveal()).unwrap();
        assert_eq!(back.flow(), &flow);
        assert_eq!(back.fingerprint(), sent.fingerprint());
        let garbled = [&sent.reveal()[1..], &sent.reveal().to_uppercase(), "", "é", &"g".repeat(96)];
        assert!(garbled.iter().all(|text| StateParameter::parse(text).is_none()));
    }
}
