//! How admin's pages say modes, moments and waits.

use std::fmt;

use crate::{clock::Timestamp, provider::AuthMode};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A way to authenticate, in words.
#[must_use]
pub const fn mode(mode: AuthMode) -> &'static str {
    match mode {
        AuthMode::OAuth1 => "OAuth 1.0a",
        AuthMode::OAuth2 => "OAuth 2",
        AuthMode::OAuth2ClientCredentials => "OAuth 2 client credentials",
        AuthMode::Basic => "User name and password",
        AuthMode::ApiKey => "API key",
        AuthMode::Custom => "GitHub App with sign-in",
        AuthMode::App => "GitHub App",
        AuthMode::None => "No sign-in",
        AuthMode::Tba => "Token-based (NetSuite)",
        AuthMode::Jwt => "Signed JWT",
        AuthMode::Bill => "Bill sign-in",
        AuthMode::TwoStep => "Token from credentials",
        AuthMode::Signature => "Signature (WSSE)",
        AuthMode::McpOAuth2 => "MCP, OAuth 2",
        AuthMode::McpOAuth2Generic => "MCP, any server",
        AuthMode::InstallPlugin => "Installed plugin",
        AuthMode::AwsSigV4 => "AWS role",
    }
}

/// A moment in UTC: the server does not know the reader's time zone.
#[must_use]
pub fn moment(at: Timestamp) -> String {
    let when = at.date_time();
    let month = MONTHS[usize::from(u8::from(when.month())) - 1];
    format!("{} {month} {}, {:02}:{:02} UTC", when.day(), when.year(), when.hour(), when.minute())
}

/// How long somebody has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(u64);

impl Wait {
    /// From `now` to `then`, at least a second.
    #[must_use]
    pub fn until(then: Timestamp, now: Timestamp) -> Self {
        Self(u64::try_from(then.0 - now.0).unwrap_or(0).div_ceil(1000).max(1))
    }

    /// The same in seconds, for `Retry-After`.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            1 => f.write_str("1 second"),
            2..=90 => write!(f, "{} seconds", self.0),
            seconds => write!(f, "{} minutes", seconds.div_ceil(60)),
        }
    }
}
