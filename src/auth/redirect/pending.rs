//! What a flow must know until the service sends the person back. Sealed by the caller.

use secrecy::{ExposeSecret, SecretSlice, SecretString};
use serde_json::{Value, json};

use crate::{
    auth::{ClientOverride, mcp::PendingMcp, oauth1::PendingOAuth1},
    clock::Timestamp,
};

/// What is kept of a departure, by mode.
#[derive(Clone, Debug)]
pub enum Pending {
    /// OAuth 2.
    OAuth2(PendingOAuth2),
    /// OAuth 1.
    OAuth1(PendingOAuth1),
    /// A GitHub App.
    App {
        /// When the person left: only what was installed or changed since can be his doing.
        departed_at: Timestamp,
    },
    /// A GitHub App with its user's authorization.
    Custom,
    /// A plugin.
    Plugin,
    /// An MCP server that the end user named.
    McpGeneric(PendingMcp),
}

/// What is kept of an OAuth 2 request.
#[derive(Clone, Debug)]
pub struct PendingOAuth2 {
    /// The PKCE verifier, unless the provider cannot take one.
    pub code_verifier: Option<SecretString>,
    /// The end user's own client.
    pub client_override: Option<ClientOverride>,
}

/// What was kept cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("what was kept of the departure cannot be read")]
pub struct PendingProblem;

impl Pending {
    /// The bytes that are sealed.
    #[must_use]
    pub fn to_bytes(&self) -> SecretSlice<u8> {
        let wire = match self {
            Self::OAuth2(pending) => json!({
                "mode": "oauth2",
                "code_verifier": pending.code_verifier.as_ref().map(ExposeSecret::expose_secret),
                "client": pending.client_override.as_ref().map(ClientOverride::to_pending),
            }),
            Self::OAuth1(pending) => json!({ "mode": "oauth1", "pending": pending.to_wire() }),
            Self::App { departed_at } => json!({ "mode": "app", "departed_at": departed_at.0 }),
            Self::Custom => json!({ "mode": "custom" }),
            Self::Plugin => json!({ "mode": "plugin" }),
            Self::McpGeneric(pending) => json!({ "mode": "mcp", "pending": pending.to_wire() }),
        };
        SecretSlice::from(wire.to_string().into_bytes())
    }

    /// Reads what was sealed.
    pub fn from_bytes(bytes: &SecretSlice<u8>) -> Result<Self, PendingProblem> {
        let wire: Value = serde_json::from_slice(bytes.expose_secret()).map_err(|_| PendingProblem)?;
        let pending = || wire.get("pending").ok_or(PendingProblem);
        match wire.get("mode").and_then(Value::as_str) {
            Some("oauth2") => Ok(Self::OAuth2(PendingOAuth2 {
                code_verifier: wire.get("code_verifier").and_then(Value::as_str).map(SecretString::from),
                client_override: wire.get("client").and_then(ClientOverride::from_wire),
            })),
            Some("oauth1") => PendingOAuth1::from_wire(pending()?).map(Self::OAuth1).ok_or(PendingProblem),
            Some("app") => {
                let departed_at = wire.get("departed_at").and_then(Value::as_i64).ok_or(PendingProblem)?;
                Ok(Self::App { departed_at: Timestamp(departed_at) })
            }
            Some("custom") => Ok(Self::Custom),
            Some("plugin") => Ok(Self::Plugin),
            Some("mcp") => PendingMcp::from_wire(pending()?).map(Self::McpGeneric).ok_or(PendingProblem),
            _ => Err(PendingProblem),
        }
    }
}
