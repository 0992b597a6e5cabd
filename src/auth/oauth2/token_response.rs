//! What a grant says: tokens, their end, scopes, and what of it belongs to the connection (provider-format.md §2.1.4).

use secrecy::SecretString;
use serde_json::Value;

use super::{Answer, Conversation, expiry};
use crate::{
    auth::{ConfigValue, ConnectionConfig, problem::ExchangeProblem},
    clock::Timestamp,
};

/// The tokens in an answer.
#[derive(Debug)]
pub struct Tokens {
    /// The token for API calls.
    pub access_token: SecretString,
    /// The token for the next one.
    pub refresh_token: Option<SecretString>,
    /// When the access token ends.
    pub expires_at: Option<Timestamp>,
    /// The scopes that were granted.
    pub scopes: Option<Vec<String>>,
}

impl Tokens {
    /// Reads them by the definition and by what this service does otherwise.
    pub fn of(answer: &Answer, talk: &Conversation<'_>, now: Timestamp) -> Result<Self, ExchangeProblem> {
        let normal = talk.quirk.and_then(|quirk| quirk.standard_names(&answer.body));
        let body = normal.as_ref().unwrap_or(&answer.body);
        let path = talk.definition.raw().alternate_access_token_response_path.as_deref();
        let mut tokens = Self::read(body, path, now).ok_or_else(|| answer.without_token())?;
        if let Some(quirk) = talk.quirk {
            tokens.expires_at = quirk.end(&answer.body, tokens.expires_at, now);
        }
        Ok(tokens)
    }

    /// Reads an answer; `alternate_path` is where some services keep their tokens when they are not at the top.
    pub fn read(body: &Value, alternate_path: Option<&str>, now: Timestamp) -> Option<Self> {
        if let Some(access_token) = text(body, "access_token") {
            return Some(Self::beside(access_token, body, now));
        }
        match alternate_path.and_then(|path| at_path(body, path))? {
            Value::String(token) if !token.is_empty() => {
                Some(Self::beside(SecretString::from(token.as_str()), body, now))
            }
            root => Some(Self::beside(text(root, "access_token")?, root, now)),
        }
    }

    fn beside(access_token: SecretString, root: &Value, now: Timestamp) -> Self {
        Self {
            access_token,
            refresh_token: text(root, "refresh_token"),
            expires_at: expires_at(root, 1000, now),
            scopes: scopes(root.get("scope").or_else(|| root.get("scopes"))),
        }
    }
}

/// The end that an answer states: `expires_at`, else `expires_in`.
pub fn expires_at(root: &Value, millis_per_unit: i64, now: Timestamp) -> Option<Timestamp> {
    let stated = root.get("expires_at").and_then(|value| expiry::moment(value, now));
    stated.or_else(|| root.get("expires_in").and_then(|value| expiry::lifetime(value, millis_per_unit, now)))
}

/// Services separate scopes by blanks or commas, or give a list.
pub fn scopes(value: Option<&Value>) -> Option<Vec<String>> {
    let scopes: Vec<String> = match value? {
        Value::String(text) => {
            let scopes = text.split(|c: char| c == ',' || c.is_whitespace());
            scopes.filter(|scope| !scope.is_empty()).map(str::to_owned).collect()
        }
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => return None,
    };
    Some(scopes)
}

/// The values that the definition copies out of an answer: texts and booleans, each under its whole path.
pub fn metadata(body: &Value, paths: Option<&Vec<String>>) -> ConnectionConfig {
    let mut config = ConnectionConfig::default();
    for path in paths.into_iter().flatten() {
        if let Some(value @ (Value::String(_) | Value::Bool(_))) = at_path(body, path) {
            config.set(path, ConfigValue::from(value.clone()));
        }
    }
    config
}

/// The value at a dotted path; a key that has the dots in itself counts too.
pub fn at_path<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    value.get(path).or_else(|| {
        let (head, rest) = path.split_once('.')?;
        let inner = match value {
            Value::Array(items) => items.get(head.parse::<usize>().ok()?)?,
            _ => value.get(head)?,
        };
        at_path(inner, rest)
    })
}

/// A text that is there and not empty.
pub fn text(value: &Value, name: &str) -> Option<SecretString> {
    value.get(name).and_then(Value::as_str).filter(|text| !text.is_empty()).map(SecretString::from)
}
