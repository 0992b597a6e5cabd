//! The query of every request that creates a connection, by wire-protocol.md §4.2.
//!
//! Owns who asks and the `params`. Must not know whether the token is good.

use std::fmt;

use indexmap::IndexMap;
use secrecy::SecretString;
use serde_json::Value;

use super::field::{Field, any_object};
use super::issue::{Fault, Issues};
use super::object::{ObjectReader, Read, read};

/// How a browser proves for whom it acts.
#[derive(Clone, Debug)]
pub enum Caller {
    /// By the token of a connect session.
    Session(SecretString),
    /// By a public key, which this server does not accept (401 `deprecated_authentication`).
    PublicKey,
}

/// The query. Unknown keys are ignored; so are `hmac`, which belongs to public keys, and `user_scope`.
#[derive(Clone)]
pub struct AuthQuery {
    /// Who asks.
    pub caller: Caller,
    /// `params[…]`: the connection configuration that the end user gave. May hold secrets: not printed.
    pub params: IndexMap<String, String>,
}

impl fmt::Debug for AuthQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let params: Vec<&String> = self.params.keys().collect();
        f.debug_struct("AuthQuery").field("caller", &self.caller).field("params", &params).finish()
    }
}

impl AuthQuery {
    /// Reads the query.
    pub fn read(query: &Value) -> Result<Self, Issues> {
        read(Some(query), |field| field.open_object(Self::from_object))
    }

    fn from_object(object: &mut ObjectReader<'_, '_>) -> Read<Self> {
        let params = object.optional("params", params);
        let Some(caller) = caller(object.raw()) else {
            return Err(object.refuse(Fault::no_variant()));
        };
        if matches!(caller, Caller::Session(_)) {
            object.optional("connection_id", |field| -> Read<()> {
                let message = "connection_id is forbidden when using session token";
                Err(field.refuse(Fault::custom(message)))
            })?;
        }
        Ok(Self { caller, params: params?.unwrap_or_default() })
    }
}

/// A well-formed session token wins over a well-formed public key.
fn caller(query: &serde_json::Map<String, Value>) -> Option<Caller> {
    let text = |name: &str| query.get(name).and_then(Value::as_str);
    let token = text("connect_session_token").filter(|token| is_session_token(token));
    if let Some(token) = token {
        return Some(Caller::Session(SecretString::from(token)));
    }
    let key = text("public_key")?;
    uuid::Uuid::try_parse(key).ok().map(|_| Caller::PublicKey)
}

fn is_session_token(text: &str) -> bool {
    text.strip_prefix("nango_connect_session_").is_some_and(|random| {
        random.len() == 64 && random.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    })
}

/// Only texts count; a webhook address cannot be set by an end user.
fn params(field: Field<'_, '_>) -> Read<IndexMap<String, String>> {
    let params = any_object(field)?;
    let texts = params.into_iter().filter_map(|(name, value)| match value {
        Value::String(text) if name != "webhook_url" => Some((name, text)),
        _ => None,
    });
    Ok(texts.collect())
}
