//! Keeping credentials fresh, and ending them. When a connection may be renewed, and that it is renewed once, is the
//! caller's: nothing here remembers anything.

mod freshness;
mod problem;

use indexmap::IndexMap;

pub use freshness::{Freshness, app_jwt_has_ended, freshness};
pub use problem::RenewalProblem;

use super::{
    Credential, Grant, ServiceContext, Subject, app, mcp, oauth2, oauth2::revoke as oauth2_revoke,
    problem::ExchangeProblem, signed, two_step,
};
use crate::provider::AuthMode;

pub use oauth2_revoke::Revoked;

/// Fetches a new credential in place of one that ends. The old refresh token stays where no new one is given.
pub async fn renew(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    credential: &Credential,
) -> Result<Grant, RenewalProblem> {
    if freshness(subject, credential, cx.clock.now()) == Freshness::Fixed {
        return Err(RenewalProblem::NotRenewable);
    }
    Ok(match credential {
        Credential::OAuth2(token) if subject.provider.auth_mode == AuthMode::McpOAuth2Generic => {
            mcp::refresh(cx, subject, token).await?
        }
        Credential::OAuth2(token) => oauth2::refresh::refresh(cx, subject, token).await?,
        Credential::OAuth2ClientCredentials(credentials) => {
            let client = credentials.client.clone();
            oauth2::client_credentials::fetch(cx, subject, client, &IndexMap::new()).await?
        }
        Credential::App(token) => app::renew(cx, subject, token).await?,
        Credential::Jwt(_) | Credential::Bill(_) | Credential::Signature(_) | Credential::AwsSigV4(_) => {
            signed::renew(cx, subject, credential).await.ok_or(RenewalProblem::NotRenewable)??
        }
        Credential::TwoStep(token) => two_step::renew(cx, subject, token).await?,
        Credential::ApiKey { .. }
        | Credential::Basic { .. }
        | Credential::Unauthenticated
        | Credential::OAuth2Pending
        | Credential::OAuth1 { .. }
        | Credential::Tba(_) => return Err(RenewalProblem::NotRenewable),
    })
}

/// Asks a service that does not say when its tokens end whether this one still holds.
pub async fn ask(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    credential: &Credential,
) -> Result<Freshness, ExchangeProblem> {
    oauth2::introspect::introspect(cx, subject, credential).await
}

/// Ends a grant at the service, where it offers that (RFC 7009).
pub async fn revoke(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    credential: &Credential,
) -> Result<Revoked, ExchangeProblem> {
    match credential {
        Credential::OAuth2(token) => oauth2_revoke::revoke(cx, subject, token).await,
        _ => Err(ExchangeProblem::NotOffered),
    }
}
