//! A token of `NetSuite`'s token-based authentication, as it is sealed and told.

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value, json};

use super::{CredentialProblem, wire};
use crate::auth::ClientOverride;

/// A token with which requests are signed; it does not end.
#[derive(Clone, Debug)]
pub struct TbaToken {
    /// The token.
    pub token_id: SecretString,
    /// Its secret.
    pub token_secret: SecretString,
    /// The end user's own client.
    pub client_override: Option<ClientOverride>,
}

impl TbaToken {
    pub(super) fn to_wire(&self) -> Value {
        let no_override = || Value::Object(Map::new());
        json!({
            "type": "TBA",
            "token_id": self.token_id.expose_secret(),
            "token_secret": self.token_secret.expose_secret(),
            "config_override": self.client_override.as_ref().map_or_else(no_override, ClientOverride::to_wire),
        })
    }

    pub(super) fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        Ok(Self {
            token_id: wire::required(value, "token_id")?,
            token_secret: wire::required(value, "token_secret")?,
            client_override: value.get("config_override").and_then(ClientOverride::from_wire),
        })
    }
}
