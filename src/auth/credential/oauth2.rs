//! The tokens of OAuth 2.0, as they are sealed and told.

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::{CredentialProblem, wire};
use crate::{
    auth::{ClientOverride, SecretJson},
    clock::Timestamp,
};

/// The tokens of RFC 6749 §5.1.
#[derive(Clone, Debug)]
pub struct OAuth2Token {
    /// The token for API calls.
    pub access_token: SecretString,
    /// The token for the next one.
    pub refresh_token: Option<SecretString>,
    /// When the access token ends, where that is known.
    pub expires_at: Option<Timestamp>,
    /// The end user's own client.
    pub client_override: Option<ClientOverride>,
    /// The service's whole answer.
    pub raw: SecretJson,
}

impl OAuth2Token {
    pub(super) fn to_wire(&self) -> Value {
        let mut wire = json!({ "type": "OAUTH2", "access_token": self.access_token.expose_secret() });
        wire::put(&mut wire, "refresh_token", self.refresh_token.as_ref());
        wire::put_moment(&mut wire, self.expires_at);
        if let Some(client) = &self.client_override {
            wire["config_override"] = client.to_wire();
        }
        wire["raw"] = self.raw.to_value();
        wire
    }

    pub(super) fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        Ok(Self {
            access_token: wire::required(value, "access_token")?,
            refresh_token: wire::optional(value, "refresh_token"),
            expires_at: wire::moment(value),
            client_override: value.get("config_override").and_then(ClientOverride::from_wire),
            raw: wire::raw(value),
        })
    }
}
