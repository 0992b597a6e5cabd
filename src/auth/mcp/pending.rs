//! What is kept of a request to an MCP server.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use super::McpServer;
use crate::auth::oauth2::Client;

/// What is kept of a request to an MCP server.
#[derive(Clone, Debug)]
pub struct PendingMcp {
    pub(super) code_verifier: SecretString,
    pub(super) server: McpServer,
    pub(super) client: Client,
}

impl PendingMcp {
    pub(in crate::auth) fn to_wire(&self) -> Value {
        json!({
            "code_verifier": self.code_verifier.expose_secret(),
            "server": self.server.to_wire(),
            "client": client_to_wire(&self.client),
        })
    }

    pub(in crate::auth) fn from_wire(wire: &Value) -> Option<Self> {
        Some(Self {
            code_verifier: wire.get("code_verifier")?.as_str()?.into(),
            server: McpServer::from_wire(wire.get("server")?)?,
            client: client_from_wire(wire.get("client")?)?,
        })
    }
}

/// A client as it is kept.
pub(super) fn client_to_wire(client: &Client) -> Value {
    let mut wire = json!({ "client_id": client.id });
    if !client.is_public() {
        wire["client_secret"] = client.secret.expose_secret().into();
    }
    wire
}

pub(super) fn client_from_wire(wire: &Value) -> Option<Client> {
    let secret = wire.get("client_secret").and_then(Value::as_str).unwrap_or_default();
    Some(Client { id: wire.get("client_id")?.as_str()?.to_owned(), secret: secret.into() })
}
