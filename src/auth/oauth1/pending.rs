//! What is kept of a request token.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use crate::auth::ClientOverride;

/// What is kept of a request token.
#[derive(Clone, Debug)]
pub struct PendingOAuth1 {
    /// The request token.
    pub token: SecretString,
    /// Its secret.
    pub token_secret: SecretString,
    /// The end user's own client.
    pub client_override: Option<ClientOverride>,
}

impl PendingOAuth1 {
    pub(in crate::auth) fn to_wire(&self) -> Value {
        json!({
            "token": self.token.expose_secret(),
            "token_secret": self.token_secret.expose_secret(),
            "client": self.client_override.as_ref().map(ClientOverride::to_pending),
        })
    }

    pub(in crate::auth) fn from_wire(wire: &Value) -> Option<Self> {
        let text = |name: &str| wire.get(name).and_then(Value::as_str).map(SecretString::from);
        let client_override = wire.get("client").and_then(ClientOverride::from_wire);
        Some(Self { token: text("token")?, token_secret: text("token_secret")?, client_override })
    }
}
