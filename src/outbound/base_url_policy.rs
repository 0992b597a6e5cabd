//! Which base URLs callers may name in place of a definition's.

use url::Url;

/// Which base URLs callers may name. Private addresses are the guard's to refuse, whatever is said here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BaseUrlPolicy {
    /// None.
    Off,
    /// All.
    #[default]
    On,
    /// All but those of these hosts and what is below them.
    Except(Vec<String>),
}

/// A setting that is no policy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("on, off, or the hosts that may not be named, each with a ! before it: !internal.acme.com,!acme.dev")]
pub struct BadBaseUrlPolicy;

impl BaseUrlPolicy {
    /// Reads `on`, `off`, or `!host,!host`.
    pub fn parse(text: &str) -> Result<Self, BadBaseUrlPolicy> {
        match text.trim() {
            "on" => Ok(Self::On),
            "off" => Ok(Self::Off),
            list => {
                let hosts = list.split(',').map(denied_host).collect::<Option<_>>();
                hosts.map(Self::Except).ok_or(BadBaseUrlPolicy)
            }
        }
    }

    /// Whether a base URL may be named.
    #[must_use]
    pub fn allows(&self, url: &Url) -> bool {
        let host = url.host_str().unwrap_or_default().trim_end_matches('.');
        let is_below = |denied: &String| {
            host.strip_suffix(denied.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        match self {
            Self::Off => false,
            Self::On => true,
            Self::Except(hosts) => !hosts.iter().any(is_below),
        }
    }
}

fn denied_host(item: &str) -> Option<String> {
    let name = item.trim().strip_prefix('!')?;
    let url = Url::parse(&format!("https://{name}/")).ok()?;
    let is_bare = url.port().is_none() && url.path() == "/" && url.username().is_empty();
    url.host_str().filter(|_| is_bare).map(str::to_owned)
}
