//! Whether a credential is due for renewal (wire-protocol.md §9.2).

use crate::{
    auth::{Credential, Subject},
    clock::Timestamp,
};

/// How long before its end a token counts as ended, in seconds.
const MARGIN: u64 = 900;

/// What is to be done about a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Never renewed, not even when forced: there is nothing to renew it with.
    Fixed,
    /// Holds for now; can be renewed when forced.
    Fresh,
    /// Ends soon, or has ended.
    Due,
    /// Only the service knows; [`super::ask`] it.
    AskService,
}

/// Whether a credential is due.
#[must_use]
pub fn freshness(subject: &Subject<'_>, credential: &Credential, now: Timestamp) -> Freshness {
    let can = match credential {
        Credential::OAuth2(token) => token.refresh_token.is_some(),
        Credential::OAuth2ClientCredentials(_) | Credential::App(_) => true,
        _ => false,
    };
    if !can {
        return Freshness::Fixed;
    }
    let buffer = subject.provider.definition().ok().and_then(|raw| raw.token_expiration_buffer);
    let margin = i64::try_from(buffer.unwrap_or(MARGIN)).unwrap_or(i64::MAX).saturating_mul(1000);
    match credential.expires_at() {
        Some(end) if end.0.saturating_sub(now.0) < margin => Freshness::Due,
        _ => Freshness::Fresh,
    }
}
