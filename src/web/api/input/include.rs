//! `GET /integrations/:uniqueKey?include=…`, by wire-protocol.md §3.3.
//!
//! Owns what may be included. Must not know who may see it.

use serde_json::Value;

use super::issue::Issues;
use super::object::read;

/// What the answer holds beyond the plain integration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Include {
    /// The address for incoming webhooks.
    pub webhook: bool,
    /// The integration's own credentials.
    pub credentials: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Webhook,
    Credentials,
}

const PARTS: [(&str, Part); 2] = [("webhook", Part::Webhook), ("credentials", Part::Credentials)];

impl Include {
    /// Reads the query; `include` may stand once or several times.
    pub fn read(query: &Value) -> Result<Self, Issues> {
        let parts = read(Some(query), |field| {
            field.strict_object(|object| {
                object.optional("include", |field| match field.raw() {
                    Some(Value::Array(_)) => field.array(|part| part.choice(&PARTS)),
                    _ => field.choice(&PARTS).map(|part| vec![part]),
                })
            })
        })?;
        let has = |part| parts.iter().flatten().any(|it| *it == part);
        Ok(Self { webhook: has(Part::Webhook), credentials: has(Part::Credentials) })
    }
}
