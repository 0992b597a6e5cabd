//! The host of a URL template: which values may stand in it, and what its fixed text promises about the result.

use url::Url;
use zeroize::Zeroizing;

use super::url::UrlError;

/// What the definition writes into the authority itself.
#[derive(Default)]
pub(super) struct Authority {
    prefix: String,
    suffix: String,
    pub definition_port: Option<u16>,
}

/// A piece of an authority: whether the template writes it, its name, its text.
type Part = (bool, String, Zeroizing<String>);

impl Authority {
    /// The text of the authority. A value that is all of it may be `host[:port][/path]`, others only a part of a name.
    pub(super) fn assemble(parts: &[Part]) -> Result<(Zeroizing<String>, Self), UrlError> {
        if let [(false, name, value)] = parts {
            let text = whole_authority(value).ok_or_else(|| UrlError::NotAHost(name.clone()))?;
            return Ok((text, Self::default()));
        }
        let bad = parts.iter().find(|(is_fixed, _, value)| !is_fixed && !is_host_part(value));
        if let Some((_, name, _)) = bad {
            return Err(UrlError::NotAHost(name.clone()));
        }
        let text: String = parts.iter().map(|(_, _, text)| text.as_str()).collect();
        Ok((Zeroizing::new(text), Self::fixed(parts)))
    }

    fn fixed(parts: &[Part]) -> Self {
        let fixed = |part: Option<&Part>| match part {
            Some((true, _, text)) => text.to_ascii_lowercase(),
            _ => String::new(),
        };
        let last = fixed(parts.last());
        let (suffix, port) = last.split_once(':').unwrap_or((&last, ""));
        let first = fixed(parts.first());
        let prefix = first.split(':').next().unwrap_or_default();
        Self { prefix: prefix.to_owned(), suffix: suffix.to_owned(), definition_port: port.parse().ok() }
    }

    /// Whether the parsed URL is on the host that the definition's fixed text says.
    pub(super) fn holds_for(&self, url: &Url) -> bool {
        let host = url.host_str().unwrap_or_default();
        let is_plain = url.username().is_empty() && url.password().is_none();
        is_plain && !host.is_empty() && host.starts_with(&self.prefix) && host.ends_with(&self.suffix)
    }
}

/// Letters, digits, hyphens and underscores in labels between single dots.
fn is_host_part(value: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    value.len() <= 253 && value.split('.').all(is_label)
}

/// `host[:port][/path]`, without user info, query, fragment, or anything that a URL parser would repair.
fn whole_authority(value: &str) -> Option<Zeroizing<String>> {
    let odd = |c: char| matches!(c, '@' | '?' | '#' | '\\' | '%') || c.is_whitespace() || c.is_control();
    if value.starts_with('/') || value.contains(odd) {
        return None;
    }
    let text = value.trim_end_matches('/');
    let url = Url::parse(&format!("https://{text}")).ok()?;
    (!url.host_str()?.is_empty()).then(|| Zeroizing::new(text.to_owned()))
}
