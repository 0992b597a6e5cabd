//! The OAuth client by which a connection speaks to its service.

use secrecy::{ExposeSecret as _, SecretString};

use crate::{
    auth::{ClientOverride, Subject, problem::MissingOwner},
    provider::AuthMode,
};

/// A client's name and secret. The secret is empty where the client is public.
#[derive(Clone, Debug)]
pub struct Client {
    /// Its public part.
    pub id: String,
    /// Its secret part.
    pub secret: SecretString,
}

impl Client {
    /// The end user's own client as far as he brought one, else the integration's, else (MCP) our metadata document.
    pub fn of(subject: &Subject<'_>, client: Option<&ClientOverride>) -> Result<Self, MissingOwner> {
        let own = subject.owner.and_then(|owner| owner.oauth_client());
        let id = client.and_then(|client| client.client_id.clone());
        let id = id.or_else(|| own.map(|own| own.client_id.clone())).filter(|id| !id.is_empty());
        let id = id.or_else(|| metadata_document(subject)).ok_or(MissingOwner::Client)?;
        let secret = client.and_then(|client| client.client_secret.clone());
        let secret = secret.or_else(|| own.map(|own| own.client_secret.clone())).unwrap_or_default();
        Ok(Self { id, secret })
    }

    /// Whether it has no secret.
    pub fn is_public(&self) -> bool {
        self.secret.expose_secret().is_empty()
    }
}

fn metadata_document(subject: &Subject<'_>) -> Option<String> {
    let definition = subject.provider.definition().ok()?;
    let takes_document = subject.provider.auth_mode == AuthMode::McpOAuth2
        && definition.client_registration.as_deref() == Some("cimd");
    subject.introduction.client_metadata_url.filter(|_| takes_document).map(str::to_owned)
}
