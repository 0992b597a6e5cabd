//! An OAuth client that the end user or the session brings in place of the integration's.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Map, Value, json};

use super::ConnectionConfig;

/// The names under which overrides travel in forms and in `connection_config`.
const CLIENT_ID: &str = "oauth_client_id_override";
const CLIENT_SECRET: &str = "oauth_client_secret_override";
const REFRESH_TOKEN: &str = "oauth_refresh_token_override";

/// A client of the end user's own. What is absent comes from the integration.
#[derive(Clone, Debug, Default)]
pub struct ClientOverride {
    /// Its public part.
    pub client_id: Option<String>,
    /// Its secret part.
    pub client_secret: Option<SecretString>,
    /// A refresh token made elsewhere; counts only beside one of the other two.
    pub refresh_token: Option<SecretString>,
}

impl ClientOverride {
    /// The override in a connection's values, where there is one.
    #[must_use]
    pub fn of(config: &ConnectionConfig) -> Option<Self> {
        let found = Self {
            client_id: config.text(CLIENT_ID).map(|text| text.expose_secret().to_owned()),
            client_secret: config.text(CLIENT_SECRET).cloned(),
            refresh_token: config.text(REFRESH_TOKEN).cloned(),
        };
        found.is_some().then_some(found)
    }

    /// Removes the override from a connection's values: it is kept in the credential.
    pub(super) fn strip(config: &mut ConnectionConfig) {
        for name in [CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN] {
            config.remove(name);
        }
    }

    /// Whether anything of a client is there.
    pub(super) const fn is_some(&self) -> bool {
        self.client_id.is_some() || self.client_secret.is_some()
    }

    /// The protocol's `config_override`.
    pub(super) fn to_wire(&self) -> Value {
        let mut wire = Map::new();
        if let Some(id) = &self.client_id {
            wire.insert("client_id".into(), json!(id));
        }
        if let Some(secret) = &self.client_secret {
            wire.insert("client_secret".into(), json!(secret.expose_secret()));
        }
        Value::Object(wire)
    }

    pub(super) fn from_wire(wire: &Value) -> Option<Self> {
        let text = |name: &str| wire.get(name).and_then(Value::as_str);
        let found = Self {
            client_id: text("client_id").map(str::to_owned),
            client_secret: text("client_secret").map(SecretString::from),
            refresh_token: text("refresh_token").map(SecretString::from),
        };
        found.is_some().then_some(found)
    }

    /// With the refresh token, as a flow keeps it until the service returns.
    pub(super) fn to_pending(&self) -> Value {
        let mut wire = self.to_wire();
        if let Some(token) = &self.refresh_token {
            wire["refresh_token"] = json!(token.expose_secret());
        }
        wire
    }
}
