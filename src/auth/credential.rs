//! A credential in the domain: can be sealed, sent to its service and told to its owner's backend; never printed.

use secrecy::{ExposeSecret, SecretSlice, SecretString};
use serde_json::{Value, json};

/// What proves an account at a service, by mode.
#[derive(Clone, Debug)]
pub enum Credential {
    /// One key.
    ApiKey {
        /// The key.
        key: SecretString,
    },
    /// RFC 7617.
    Basic {
        /// The user name; may be empty.
        username: SecretString,
        /// The password; may be empty.
        password: SecretString,
    },
    /// The service asks for nothing.
    Unauthenticated,
}

/// A stored credential that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the stored credential has no known form")]
pub struct CredentialProblem;

impl Credential {
    /// As the protocol tells it to the owner's backend (wire-protocol.md §5.6), and as it is sealed.
    #[must_use]
    pub fn to_wire(&self) -> Value {
        match self {
            Self::ApiKey { key } => json!({ "type": "API_KEY", "apiKey": key.expose_secret() }),
            Self::Basic { username, password } => json!({
                "type": "BASIC",
                "username": username.expose_secret(),
                "password": password.expose_secret(),
            }),
            Self::Unauthenticated => json!({}),
        }
    }

    /// The bytes that are sealed.
    #[must_use]
    pub fn to_bytes(&self) -> SecretSlice<u8> {
        SecretSlice::from(self.to_wire().to_string().into_bytes())
    }

    /// Reads what was sealed.
    pub fn from_bytes(bytes: &SecretSlice<u8>) -> Result<Self, CredentialProblem> {
        let value: Value = serde_json::from_slice(bytes.expose_secret()).map_err(|_| CredentialProblem)?;
        let text = |name: &str| {
            let text = value.get(name).and_then(Value::as_str).ok_or(CredentialProblem)?;
            Ok(SecretString::from(text.to_owned()))
        };
        match value.get("type").and_then(Value::as_str) {
            Some("API_KEY") => Ok(Self::ApiKey { key: text("apiKey")? }),
            Some("BASIC") => Ok(Self::Basic { username: text("username")?, password: text("password")? }),
            None if value.as_object().is_some_and(serde_json::Map::is_empty) => Ok(Self::Unauthenticated),
            _ => Err(CredentialProblem),
        }
    }
}
