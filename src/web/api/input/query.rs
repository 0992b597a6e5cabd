//! A raw query string into the same kind of tree as a JSON body, nested as `a[b]=c` by the rules of `qs`.
//!
//! Owns the splitting and decoding. Must not know any particular query.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::query_key;
use super::query_tree::Tree;

/// Further parameters are dropped.
const MAX_PARAMETERS: usize = 1000;

/// Reads a query string without its `?`. Never fails: the result is always an object, its leaves are texts.
#[must_use]
pub fn parse_query(raw: &str) -> Value {
    let mut tree = Tree::root();
    for part in raw.split('&').filter(|part| !part.is_empty()).take(MAX_PARAMETERS) {
        let part = raw_brackets(part);
        let (key, value) = split(&part);
        if let Some(path) = query_key::path(&decoded(key)) {
            tree.insert(&path, decoded(value).into_owned());
        }
    }
    tree.into_json()
}

/// Clients that percent-encode whole keys mean the same.
fn raw_brackets(part: &str) -> Cow<'_, str> {
    if !part.contains("%5") {
        return Cow::Borrowed(part);
    }
    Cow::Owned(part.replace("%5B", "[").replace("%5b", "[").replace("%5D", "]").replace("%5d", "]"))
}

/// An equals sign within brackets belongs to the key.
fn split(part: &str) -> (&str, &str) {
    match part.find("]=") {
        Some(at) => (&part[..=at], &part[at + 2..]),
        None => part.split_once('=').unwrap_or((part, "")),
    }
}

/// What cannot be decoded stands as it came.
fn decoded(text: &str) -> Cow<'_, str> {
    let spaced = if text.contains('+') { Cow::Owned(text.replace('+', " ")) } else { Cow::Borrowed(text) };
    if !spaced.contains('%') || !well_formed(&spaced) {
        return spaced;
    }
    match percent_decode_str(&spaced).decode_utf8() {
        Ok(text) => Cow::Owned(text.into_owned()),
        Err(_) => spaced,
    }
}

fn well_formed(text: &str) -> bool {
    text.split('%')
        .skip(1)
        .all(|rest| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit()))
}
