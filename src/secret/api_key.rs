//! API keys: UUIDs of version 4, in any case (wire-protocol.md §1.1).

use secrecy::{ExposeSecret, SecretString};

use super::Fingerprint;
use crate::clock::Random;

/// An API key in its one spelling, lower case. Cannot be printed.
#[derive(Clone, Debug)]
pub struct ApiKey(SecretString);

/// The text is no UUID of version 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a UUID of version 4 (make one with: uuidgen)")]
pub struct ApiKeyFormatProblem;

impl ApiKey {
    /// A new key.
    #[must_use]
    pub fn random(random: &Random) -> Self {
        Self(SecretString::from(random.uuid()))
    }

    /// Reads a key with its hyphens, in any case.
    pub fn parse(text: &str) -> Result<Self, ApiKeyFormatProblem> {
        let uuid = uuid::Uuid::try_parse(text).map_err(|_| ApiKeyFormatProblem)?;
        let is_v4 = uuid.get_version_num() == 4 && uuid.get_variant() == uuid::Variant::RFC4122;
        let spelling = uuid.hyphenated().to_string();
        if is_v4 && spelling.eq_ignore_ascii_case(text) {
            Ok(Self(SecretString::from(spelling)))
        } else {
            Err(ApiKeyFormatProblem)
        }
    }

    /// What is stored of it.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.0.expose_secret())
    }

    /// Its last four characters, to tell keys apart.
    #[must_use]
    pub fn hint(&self) -> String {
        let text = self.0.expose_secret();
        text[text.len() - 4..].to_owned()
    }

    /// The key itself, for the one page that shows it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_in_any_case() {
        let lower = ApiKey::parse("0f8fad5b-d9cb-469f-a165-70867728950e").unwrap();
        let upper = ApiKey::parse("0F8FAD5B-D9CB-469F-A165-70867728950E").unwrap();
        assert_eq!(lower.fingerprint(), upper.fingerprint());
        assert_eq!(lower.hint(), "950e");
        assert!(!format!("{lower:?}").contains("0f8fad5b"));
    }

    #[test]
    fn other_uuids_and_spellings_are_none() {
        for text in ["", "0f8fad5bd9cb469fa16570867728950e", "0f8fad5b-d9cb-169f-a165-70867728950e", "nil"] {
            assert!(ApiKey::parse(text).is_err(), "{text}");
        }
    }
}
