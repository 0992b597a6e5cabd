//! What an answer's headers leave with a connection (`token_response_headers`): a session's cookies, for one.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret as _, SecretString};

use crate::outbound::HeaderMap;

const SET_COOKIE: &str = "set-cookie";
/// All cookies together, as the `cookie` header has them.
const ALL: &str = "_cookies";

/// The named headers' values by name; cookies by their own names, and together under `_cookies`.
pub fn kept(headers: &HeaderMap, names: Option<&Vec<String>>) -> BTreeMap<String, SecretString> {
    let mut kept = BTreeMap::new();
    for name in names.into_iter().flatten().map(|name| name.to_ascii_lowercase()) {
        if name == SET_COOKIE {
            kept.extend(cookies(headers));
        } else if let Some(value) = headers.get(&name).and_then(|value| value.to_str().ok()) {
            kept.insert(name, value.into());
        }
    }
    kept
}

fn cookies(headers: &HeaderMap) -> BTreeMap<String, SecretString> {
    let lines = headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pair = |line: &str| {
        let (name, value) = line.split(';').next()?.split_once('=')?;
        let (name, value) = (name.trim(), value.trim());
        (!name.is_empty() && !value.is_empty()).then(|| (name.to_owned(), SecretString::from(value)))
    };
    let mut cookies: Vec<(String, SecretString)> = Vec::new();
    for (name, value) in lines.filter_map(pair) {
        cookies.retain(|(other, _)| *other != name);
        cookies.push((name, value));
    }
    let all: Vec<String> =
        cookies.iter().map(|(name, value)| format!("{name}={}", value.expose_secret())).collect();
    let mut kept: BTreeMap<String, SecretString> = cookies.into_iter().collect();
    if !all.is_empty() {
        kept.insert(ALL.to_owned(), all.join("; ").into());
    }
    kept
}
