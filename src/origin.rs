//! Web origins (RFC 6454): who may frame a page and who gets its messages.
//!
//! Owns parsing and comparing. Must not know where a list comes from.

use url::{Host, Url};

/// Scheme, host and port, in the form that browsers send: `https://app.acme.com`, no path, no default port.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin(String);

/// Why a text is no origin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "an origin such as https://app.example.com: http or https, a host, maybe a port, and nothing behind it"
)]
pub struct OriginProblem;

impl Origin {
    /// Reads an origin; a single slash behind it is let through, a path is not. `null` is no origin.
    pub fn parse(text: &str) -> Result<Self, OriginProblem> {
        let url = Url::parse(text.trim()).map_err(|_| OriginProblem)?;
        let bare = matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none()
            && url.host_str().is_some_and(is_plain_host);
        if bare { Ok(Self(url.origin().ascii_serialization())) } else { Err(OriginProblem) }
    }

    /// The origin of an address, `Referer` for example.
    #[must_use]
    pub fn of_address(address: &str) -> Option<Self> {
        let url = Url::parse(address).ok()?;
        matches!(url.scheme(), "http" | "https").then(|| Self(url.origin().ascii_serialization()))
    }

    /// As browsers write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is plain http.
    #[must_use]
    pub fn is_http(&self) -> bool {
        self.0.starts_with("http://")
    }

    /// Whether the host is this machine by name or address.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        Url::parse(&self.0).ok().is_some_and(|url| match url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        })
    }
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// An entry of a list of allowed origins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OriginPattern {
    /// Exactly this origin.
    Exact(Origin),
    /// Every port of a loopback host, `http://localhost:*`; for development only.
    AnyPort(String),
}

impl OriginPattern {
    /// Reads an origin, or a loopback origin with `:*` for its port.
    pub fn parse(text: &str) -> Result<Self, OriginProblem> {
        let Some(host) = text.trim().strip_suffix(":*") else {
            return Origin::parse(text).map(Self::Exact);
        };
        let origin = Origin::parse(host)?;
        if origin.is_loopback() { Ok(Self::AnyPort(origin.0)) } else { Err(OriginProblem) }
    }

    /// Whether it allows that origin.
    #[must_use]
    pub fn allows(&self, origin: &Origin) -> bool {
        match self {
            Self::Exact(exact) => exact == origin,
            Self::AnyPort(host) => origin.0 == *host || without_port(&origin.0) == *host,
        }
    }
}

impl std::fmt::Display for OriginPattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exact(origin) => origin.fmt(f),
            Self::AnyPort(host) => write!(f, "{host}:*"),
        }
    }
}

/// Whether a host can stand in a CSP source list: `;`, `,`, `*` and quotes would end or widen the directive.
fn is_plain_host(host: &str) -> bool {
    host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-:[]".contains(&byte))
}

fn without_port(origin: &str) -> &str {
    let scheme = origin.find("://").map_or(0, |at| at + 3);
    match origin[scheme..].rfind(':') {
        Some(at) if !origin[scheme + at..].contains(']') => &origin[..scheme + at],
        _ => origin,
    }
}

/// Who may frame a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllowedOrigins(Vec<OriginPattern>);

impl AllowedOrigins {
    /// A list of patterns.
    #[must_use]
    pub const fn new(patterns: Vec<OriginPattern>) -> Self {
        Self(patterns)
    }

    /// A stored list; what cannot be read allows nothing.
    #[must_use]
    pub fn from_stored(texts: &[String]) -> Self {
        Self(texts.iter().filter_map(|text| OriginPattern::parse(text).ok()).collect())
    }

    /// This list and another.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let mut patterns = self.0.clone();
        patterns.extend(other.0.iter().filter(|pattern| !self.0.contains(pattern)).cloned());
        Self(patterns)
    }

    /// Whether an origin may frame the page.
    #[must_use]
    pub fn allows(&self, origin: &Origin) -> bool {
        self.0.iter().any(|pattern| pattern.allows(origin))
    }

    /// Whether nobody is on it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The patterns.
    pub fn iter(&self) -> impl Iterator<Item = &OriginPattern> {
        self.0.iter()
    }

    /// As in the CSP directive `frame-ancestors`, blanks between them.
    #[must_use]
    pub fn to_source_list(&self) -> String {
        self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_compared_whole() {
        let list = AllowedOrigins::from_stored(&["https://app.acme.com".into(), "http://localhost:*".into()]);
        for (origin, allowed) in [
            ("https://app.acme.com", true),
            ("https://app.acme.com:443", true),
            ("https://app.acme.com:444", false),
            ("http://app.acme.com", false),
            ("https://app.acme.com.evil.example", false),
            ("http://localhost:8080", true),
            ("http://localhost", true),
            ("http://localhost.evil.example:80", false),
        ] {
            assert_eq!(list.allows(&Origin::parse(origin).unwrap()), allowed, "{origin}");
        }
    }

    #[test]
    fn what_is_no_origin_is_refused() {
        for text in [
            "null",
            "*",
            "app.acme.com",
            "https://a.b/path",
            "ftp://a.b",
            "https://u@a.b",
            "https://*.a.b",
            "https://a;b.c",
            "https://a,b.c",
            "https://a'b.c",
        ] {
            assert!(Origin::parse(text).is_err(), "{text}");
        }
        assert!(OriginPattern::parse("https://app.acme.com:*").is_err());
    }
}
