//! A JSON value that may hold secrets anywhere: kept as text, wiped when dropped, never printed.

use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

/// A JSON value that may hold secrets: a service's whole answer, for one.
#[derive(Clone, Debug)]
pub struct SecretJson(SecretString);

impl SecretJson {
    /// Keeps a value.
    #[must_use]
    pub fn new(value: &Value) -> Self {
        Self(value.to_string().into())
    }

    /// The value.
    #[must_use]
    pub fn to_value(&self) -> Value {
        serde_json::from_str(self.0.expose_secret()).unwrap_or_default()
    }
}
