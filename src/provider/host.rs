//! Which values of a connection stand in the authority part of a URL, and what they may look like there.
//!
//! Such a value decides to whom credentials are sent, so it must satisfy a rule even where its definition has none.

use url::Url;

use super::raw::{RawProvider, RawTokenUrl};

/// What a value does in the authority part of a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthorityRole {
    /// Some labels of a host name, between fixed texts (empty where another value stands next to it).
    Labels {
        /// The fixed text before it.
        before: Box<str>,
        /// The fixed text after it.
        after: Box<str>,
        /// Whether it is the only value in this authority.
        alone: bool,
    },
    /// The port.
    Port,
    /// All of it: `host[:port][/path]`.
    Authority,
    /// The whole URL.
    Url,
}

/// The roles of all parameters of one provider.
#[derive(Clone, Debug, Default)]
pub(super) struct Authority(Box<[(Box<str>, Vec<AuthorityRole>)]>);

impl Authority {
    /// Reads the roles out of every URL template of a definition.
    pub fn of(raw: &RawProvider) -> Self {
        let mut roles: Vec<(Box<str>, Vec<AuthorityRole>)> = Vec::new();
        for template in templates(raw) {
            for (name, role) in template.split("||").flat_map(|side| roles_in(side.trim())) {
                match roles.iter_mut().find(|(known, _)| **known == *name) {
                    Some((_, known)) if known.contains(&role) => {}
                    Some((_, known)) => known.push(role),
                    None => roles.push((name.into(), vec![role])),
                }
            }
        }
        Self(roles.into())
    }

    /// The roles of one parameter.
    pub fn roles(&self, name: &str) -> &[AuthorityRole] {
        self.0.iter().find(|(known, _)| &**known == name).map_or(&[], |(_, roles)| roles)
    }
}

fn templates(raw: &RawProvider) -> impl Iterator<Item = &str> {
    let proxy = raw.proxy.as_ref();
    let verification = proxy.and_then(|proxy| proxy.verification.as_ref());
    let token_urls: Vec<&String> = match &raw.token_url {
        Some(RawTokenUrl::One(url)) => vec![url],
        Some(RawTokenUrl::ByFlow(urls)) => urls.values().collect(),
        None => Vec::new(),
    };
    let single = [
        proxy.and_then(|proxy| proxy.base_url.as_ref()),
        verification.and_then(|verification| verification.base_url_override.as_ref()),
        raw.authorization_url.as_ref(),
        raw.refresh_url.as_ref(),
        raw.request_url.as_ref(),
        raw.registration_url.as_ref(),
        raw.revocation_url.as_ref(),
    ];
    let steps = raw.additional_steps.iter().flatten().filter_map(|step| step.token_url.as_ref());
    single.into_iter().flatten().chain(token_urls).chain(steps).map(String::as_str)
}

/// A piece of a URL template.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece<'t> {
    Fixed(&'t str),
    Value(&'t str),
}

fn roles_in(template: &str) -> Vec<(&str, AuthorityRole)> {
    let without_scheme = template.strip_prefix("https://").or_else(|| template.strip_prefix("http://"));
    let pieces = authority_pieces(without_scheme.unwrap_or(template));
    if without_scheme.is_none() {
        return match pieces.as_slice() {
            [Piece::Value(name)] => vec![(*name, AuthorityRole::Url)],
            _ => Vec::new(),
        };
    }
    let alone = pieces.iter().filter(|piece| matches!(piece, Piece::Value(_))).count() == 1;
    let fixed = |at: Option<usize>| match at.and_then(|at| pieces.get(at)) {
        Some(Piece::Fixed(text)) => *text,
        _ => "",
    };
    let values = pieces.iter().enumerate().filter_map(|(at, piece)| match piece {
        Piece::Value(name) => Some((at, *name)),
        Piece::Fixed(_) => None,
    });
    values
        .map(|(at, name)| (name, role(fixed(at.checked_sub(1)), fixed(Some(at + 1)), alone, pieces.len())))
        .collect()
}

fn role(before: &str, after: &str, alone: bool, pieces: usize) -> AuthorityRole {
    if pieces == 1 {
        return AuthorityRole::Authority;
    }
    if before.ends_with(':') {
        return AuthorityRole::Port;
    }
    AuthorityRole::Labels { before: before.into(), after: after.into(), alone }
}

/// Fixed texts and values up to the first `/`, `?` or `#` outside a placeholder.
fn authority_pieces(mut rest: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        if let Some((name, after)) = rest.strip_prefix("${").and_then(|rest| rest.split_once('}')) {
            pieces.push(Piece::Value(parameter(name)));
            rest = after;
            continue;
        }
        let placeholder = rest.find("${").filter(|at| *at > 0).unwrap_or(rest.len());
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let at = placeholder.min(end);
        if at > 0 {
            pieces.push(Piece::Fixed(&rest[..at]));
        }
        if end <= placeholder {
            break;
        }
        rest = &rest[at..];
    }
    pieces
}

fn parameter(name: &str) -> &str {
    name.strip_prefix("connectionConfig.").unwrap_or(name)
}

/// Whether the value, set between its fixed texts, gives a sequence of host labels.
pub(super) fn fits_labels(value: &str, before: &str, after: &str) -> bool {
    let joined = |byte: Option<u8>| byte.is_some_and(is_label_byte);
    let left = if joined(before.bytes().last()) { "a" } else { "" };
    let right = if joined(after.bytes().next()) { "a" } else { "" };
    is_host(&format!("{left}{value}{right}"))
}

fn is_label_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// A host name: labels of letters, digits, hyphens and (as some services have it) underscores.
fn is_host(host: &str) -> bool {
    host.len() <= 253
        && host.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && label.bytes().all(is_label_byte)
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

/// Whether the value is a port.
pub(super) fn fits_port(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit()) && value.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Whether the value is `host[:port][/path]` and nothing more.
pub(super) fn fits_authority(value: &str) -> bool {
    let (authority, path) = value.split_once('/').unwrap_or((value, ""));
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !authority.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_address = host.starts_with('[') && host.ends_with(']');
    let plain_path = path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/+,:".contains(&byte));
    (is_address || is_host(host))
        && port.is_none_or(fits_port)
        && plain_path
        && Url::parse(&format!("https://{value}")).is_ok_and(|url| is_bare(&url))
}

/// Whether the value is a web address without user, query or fragment.
pub(super) fn fits_url(value: &str) -> bool {
    let scheme = value.get(..8).filter(|start| start.eq_ignore_ascii_case("https://"));
    let scheme = scheme.or_else(|| value.get(..7).filter(|start| start.eq_ignore_ascii_case("http://")));
    let Some(scheme) = scheme else { return false };
    !value.contains(|c: char| c == '\\' || c.is_whitespace() || c.is_control())
        && fits_authority(value[scheme.len()..].split('/').next().unwrap_or_default())
        && Url::parse(value).is_ok_and(|url| is_bare(&url))
}

fn is_bare(url: &Url) -> bool {
    url.has_host()
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_follow_the_place_in_the_template() {
        let roles =
            roles_in("https://${connectionConfig.a}.x.com:${connectionConfig.b}/${connectionConfig.c}");
        let labels = AuthorityRole::Labels { before: "".into(), after: ".x.com:".into(), alone: false };
        assert_eq!(roles, [("a", labels), ("b", AuthorityRole::Port)]);
        assert_eq!(roles_in("https://${connectionConfig.host}/v1"), [("host", AuthorityRole::Authority)]);
        assert_eq!(roles_in("${connectionConfig.base}/v1"), [("base", AuthorityRole::Url)]);
    }

    #[test]
    fn nothing_leaves_the_label() {
        assert!(fits_labels("acme", "", ".x.com") && fits_labels("acme.eu", "", ".x.com"));
        assert!(fits_labels("-eu", "api", ".x.com") && !fits_labels("-eu", "", ".x.com"));
        for bad in ["evil.com/#", "a@b", "a:80", "a?", "a b", ".a", "a..b", "ä", "%2e", "a\\b"] {
            assert!(!fits_labels(bad, "", ".x.com"), "{bad}");
        }
    }

    #[test]
    fn a_whole_authority_has_neither_user_nor_query_nor_fragment() {
        for good in ["acme.com", "acme.com:8443", "10.0.0.1:80/base/path", "[::1]:8443", "host/a-b_c"] {
            assert!(fits_authority(good), "{good}");
        }
        for bad in [
            "u@acme.com",
            "acme.com?x",
            "acme.com/#",
            "acme.com:99999",
            "https://acme.com",
            "a.com\\@b",
            ":80",
            "a.com/%2e",
        ] {
            assert!(!fits_authority(bad), "{bad}");
        }
        assert!(
            fits_url("https://acme.com:8443/base")
                && !fits_url("https://u@acme.com")
                && !fits_url("acme.com")
        );
        assert!(!fits_url("ftp://acme.com") && !fits_url("https://acme.com?x") && !fits_url("https://"));
    }
}
