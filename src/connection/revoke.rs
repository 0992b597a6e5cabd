//! Ending a grant at the service before its connection is deleted here (RFC 7009, security.md H6). Never in the way of
//! the deletion.

use std::time::Duration;

use super::{OpenedConnection, conversation, open, owner_side::OwnerSide};
use crate::{
    auth::lookup::{self, Account},
    auth::problem::ExchangeProblem,
    auth::renew::{self, Revoked},
    provider::Provider,
    services::Services,
    store::connection::ConnectionRow,
};

/// Longer nobody waits for a service that is to forget something.
pub(super) const LONGEST: Duration = Duration::from_secs(10);

/// What became of a grant at its service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revocation {
    /// The service has accepted it.
    Revoked(Revoked),
    /// The service, or its definition, offers nothing of the kind.
    NotOffered,
    /// It was tried, and failed; why.
    Failed(String),
}

impl std::fmt::Display for Revocation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Revoked(Revoked { access_token: true, refresh_token: true }) => {
                f.write_str("access and refresh token revoked at the service")
            }
            Self::Revoked(Revoked { access_token: true, .. }) => {
                f.write_str("access token revoked at the service")
            }
            Self::Revoked(Revoked { refresh_token: true, .. }) => {
                f.write_str("refresh token revoked at the service, access token not")
            }
            Self::Revoked(_) => f.write_str("nothing revoked at the service"),
            Self::NotOffered => f.write_str("not revoked at the service: it offers no revocation"),
            Self::Failed(reason) => write!(f, "not revoked at the service: {reason}"),
        }
    }
}

/// Asks the service to end what a connection holds.
pub async fn revoke(services: &Services, public_origin: &str, row: &ConnectionRow) -> Revocation {
    let revocation = tokio::time::timeout(LONGEST, ask(services, public_origin, row)).await;
    let revocation =
        revocation.unwrap_or_else(|_| Revocation::Failed("the service did not answer".to_owned()));
    tracing::info!(
        connection = row.connection_id,
        integration = row.integration_key,
        "a connection is deleted: {revocation}"
    );
    revocation
}

async fn ask(services: &Services, public_origin: &str, row: &ConnectionRow) -> Revocation {
    match OwnerSide::of(services, public_origin, &row.integration_id).await {
        Ok(owner) => ask_with(services, &owner, row).await,
        Err(error) => Revocation::Failed(error.to_string()),
    }
}

/// The same where the owner's side is known already.
pub(super) async fn ask_with(services: &Services, owner: &OwnerSide, row: &ConnectionRow) -> Revocation {
    let Some(provider) = services.definition(&row.environment_id, &row.provider) else {
        return Revocation::NotOffered;
    };
    let opened = match open(services, row) {
        Ok(opened) => opened,
        Err(error) => return Revocation::Failed(error.to_string()),
    };
    let subject = owner.subject(&provider, &opened.connection_config);
    match renew::revoke(conversation(services), &subject, &opened.credential).await {
        Ok(revoked) => Revocation::Revoked(revoked),
        Err(ExchangeProblem::NotOffered) => say_farewell(services, &provider, &opened).await,
        Err(problem) => Revocation::Failed(problem.to_string()),
    }
}

/// Where the standard has no endpoint, the service may have one of its own.
async fn say_farewell(services: &Services, provider: &Provider, opened: &OpenedConnection) -> Revocation {
    let (credential, connection_config) = (&opened.credential, &opened.connection_config);
    match lookup::farewell(conversation(services), Account { provider, credential, connection_config }).await
    {
        None => Revocation::NotOffered,
        Some(Ok(revoked)) => Revocation::Revoked(revoked),
        Some(Err(problem)) => Revocation::Failed(problem.to_string()),
    }
}
