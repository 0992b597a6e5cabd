//! The members that wire forms share: secrets, moments, a service's whole answer.

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::CredentialProblem;
use crate::{auth::SecretJson, clock::Timestamp};

pub(super) fn put(wire: &mut Value, name: &str, secret: Option<&SecretString>) {
    if let Some(secret) = secret {
        wire[name] = json!(secret.expose_secret());
    }
}

pub(super) fn put_moment(wire: &mut Value, moment: Option<Timestamp>) {
    if let Some(moment) = moment {
        wire["expires_at"] = json!(moment.to_z_iso());
    }
}

pub(super) fn moment(value: &Value) -> Option<Timestamp> {
    Timestamp::parse_rfc3339(value.get("expires_at")?.as_str()?)
}

pub(super) fn optional(value: &Value, name: &str) -> Option<SecretString> {
    value.get(name).and_then(Value::as_str).map(SecretString::from)
}

pub(super) fn required(value: &Value, name: &str) -> Result<SecretString, CredentialProblem> {
    optional(value, name).ok_or(CredentialProblem)
}

pub(super) fn raw(value: &Value) -> SecretJson {
    SecretJson::new(value.get("raw").unwrap_or(&Value::Null))
}
