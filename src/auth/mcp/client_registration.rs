//! How an integration of an MCP server gets its client (provider-format.md §2.6).

use crate::provider::{AuthMode, Provider};

/// Who makes the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientRegistration {
    /// The owner brings one.
    Owner,
    /// We register one when the integration is made (RFC 7591).
    Dynamic,
    /// Nobody: the client is the address of our metadata document, or is registered for each connection.
    Document,
}

impl ClientRegistration {
    /// Of a provider, where it is an MCP server.
    #[must_use]
    pub fn of(provider: &Provider) -> Option<Self> {
        match provider.auth_mode {
            AuthMode::McpOAuth2Generic => Some(Self::Document),
            AuthMode::McpOAuth2 => {
                let said = provider.definition().ok().and_then(|raw| raw.client_registration);
                Some(match said.as_deref() {
                    Some("dynamic") => Self::Dynamic,
                    Some("cimd") => Self::Document,
                    _ => Self::Owner,
                })
            }
            _ => None,
        }
    }
}
