//! What may be said of a connection's credentials without showing them: kind, end, scopes asked for and granted.

use super::{OpenedConnection, open_credential};
use crate::{
    auth::IntegrationCredential, clock::Timestamp, secret::OpenError, services::Services,
    store::integration::IntegrationRow,
};

/// The facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialFacts {
    /// The protocol's name of their kind; nothing where the service asks for none.
    pub kind: Option<String>,
    /// When they end, where that is known.
    pub expires_at: Option<Timestamp>,
    /// Whether a refresh token stands beside them.
    pub has_refresh_token: bool,
    /// The scopes that the integration asks for.
    pub requested: Vec<String>,
    /// The scopes that the service says it granted, where it says so.
    pub granted: Option<Vec<String>>,
}

impl CredentialFacts {
    /// Scopes that were asked for and not granted.
    #[must_use]
    pub fn missing(&self) -> Vec<&str> {
        let Some(granted) = &self.granted else { return Vec::new() };
        let lacks = |scope: &&String| !granted.iter().any(|own| own == *scope);
        self.requested.iter().filter(lacks).map(String::as_str).collect()
    }
}

/// Reads them off what was opened.
pub fn credential_facts(
    services: &Services,
    integration: Option<&IntegrationRow>,
    opened: &OpenedConnection,
) -> Result<CredentialFacts, OpenError> {
    let wire = opened.credential.to_wire();
    let owner = integration.map(|row| open_credential(services, row)).transpose()?.flatten();
    let client = owner.as_ref().and_then(IntegrationCredential::oauth_client);
    let raw = &wire["raw"];
    let stated = raw.get("scope").or_else(|| raw.get("scopes"));
    Ok(CredentialFacts {
        kind: wire["type"].as_str().map(str::to_owned),
        expires_at: opened.credential.expires_at(),
        has_refresh_token: opened.credential.has_refresh_token(),
        requested: client.map(|client| client.scopes.clone()).unwrap_or_default(),
        granted: crate::auth::scopes(stated),
    })
}
