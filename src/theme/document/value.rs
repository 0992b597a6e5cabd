//! The values of a theme that are more than a word. Owns their bounds; must not know where they stand in a file.

use std::fmt;

use url::Url;

/// The name of an uploaded file: the SHA-256 of its bytes, in hex.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileName(String);

impl FileName {
    /// Reads 64 hex digits in lower case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 64 && text.bytes().all(hex)).then(|| Self(text.to_owned()))
    }

    /// The hex digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The size of type against the usual one, in thousandths: 875 to 1250.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FontScale(u16);

impl FontScale {
    /// As designed.
    pub const USUAL: Self = Self(1000);

    /// Reads 0.875 to 1.25; finer steps than a thousandth are rounded.
    #[must_use]
    pub fn parse(scale: f64) -> Option<Self> {
        let range = 875_u16..=1250;
        range.clone().find(|thousandths| (f64::from(*thousandths) - scale * 1000.0).abs() <= 0.5).map(Self)
    }

    /// As a factor.
    #[must_use]
    pub fn factor(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

/// An address that a page may link to: https, or http on this machine; never with a user in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WebLink(String);

impl WebLink {
    /// Reads an absolute address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
        let local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        let safe = url.scheme() == "https" || (url.scheme() == "http" && local);
        let plain = url.host_str().is_some() && url.username().is_empty() && url.password().is_none();
        (safe && plain && text.len() <= 2048).then(|| Self(text.to_owned()))
    }

    /// As entered.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address that letters reach.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SupportEmail(String);

impl SupportEmail {
    /// Reads `name@host.tld`, of letters that need no escaping in a `mailto:` link.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".+-_@".contains(&byte);
        let (name, host) = text.split_once('@')?;
        let fits = !name.is_empty() && host.contains('.') && !host.contains('@') && text.len() <= 254;
        (fits && text.bytes().all(plain)).then(|| Self(text.to_owned()))
    }

    /// As entered.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
