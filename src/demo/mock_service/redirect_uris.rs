//! Where people may be sent back to: compared exactly, without patterns (RFC 9700 §2.1).

use url::{Host, Url};

/// What the clients of a mock service have registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RedirectUris {
    /// Every address on `localhost`, `127.0.0.1` or `[::1]`, for tests that learn their port late.
    OnLoopback,
    /// Every address of this origin, for the demo: the product's public URL.
    OfOrigin(Url),
    /// These addresses, letter by letter.
    Exactly(Vec<String>),
}

impl RedirectUris {
    /// Whether a client has registered it.
    #[must_use]
    pub fn allow(&self, uri: &str) -> bool {
        if let Self::Exactly(registered) = self {
            return registered.iter().any(|one| one == uri);
        }
        let Ok(url) = Url::parse(uri) else { return false };
        let plain = url.fragment().is_none() && url.username().is_empty() && url.password().is_none();
        plain
            && match self {
                Self::OfOrigin(product) => url.origin() == product.origin(),
                _ => is_loopback(&url),
            }
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
