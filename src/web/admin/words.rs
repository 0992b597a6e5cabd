//! How admin's pages say modes and moments.

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
