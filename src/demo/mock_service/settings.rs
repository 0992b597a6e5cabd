//! What a mock service is started with, and what it holds while it runs.

use std::time::Duration;

use url::Url;

use super::{
    codes::Codes, control::Counts, oauth1::OAuth1Tokens, redirect_uris::RedirectUris, tokens::Tokens,
};
use crate::clock::{Clock, Random};

/// What tests and the demo set differently.
pub struct MockSettings {
    /// Decides when codes and tokens end, and which OAuth 1 timestamps are fresh.
    pub clock: Clock,
    /// Draws codes and tokens.
    pub random: Random,
    /// What every client has registered.
    pub redirect_uris: RedirectUris,
    /// How long the token endpoint takes with the client `slow`.
    pub slow: Duration,
}

impl Default for MockSettings {
    fn default() -> Self {
        Self {
            clock: Clock::System,
            random: Random::system(),
            redirect_uris: RedirectUris::OnLoopback,
            slow: Duration::from_secs(8),
        }
    }
}

/// A running mock service.
pub struct Service {
    pub(super) issuer: String,
    pub(super) redirect_uris: RedirectUris,
    pub(super) slow: Duration,
    pub(super) codes: Codes,
    pub(super) tokens: Tokens,
    pub(super) oauth1: OAuth1Tokens,
    pub(super) counts: Counts,
}

impl Service {
    /// One that is reached at this address.
    #[must_use]
    pub fn new(url: &Url, settings: MockSettings) -> Self {
        let MockSettings { clock, random, redirect_uris, slow } = settings;
        Self {
            issuer: url.as_str().trim_end_matches('/').to_owned(),
            redirect_uris,
            slow,
            codes: Codes::new(clock.clone(), random.clone()),
            tokens: Tokens::new(clock.clone(), random.clone()),
            oauth1: OAuth1Tokens::new(clock, random),
            counts: Counts::default(),
        }
    }
}
