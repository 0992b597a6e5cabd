//! The values of a form that are no credentials: subdomains, regions, sometimes secrets all the same.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretSlice, SecretString};
use serde_json::{Map, Value};

use super::CredentialProblem;

/// A connection's configuration by name (the protocol's `connection_config`). Cannot be printed.
#[derive(Clone, Debug, Default)]
pub struct ConnectionConfig(BTreeMap<String, SecretString>);

impl ConnectionConfig {
    /// What the accepted form holds besides credentials.
    #[must_use]
    pub const fn new(values: BTreeMap<String, SecretString>) -> Self {
        Self(values)
    }

    /// As the protocol tells it to the owner's backend, and as it is sealed.
    #[must_use]
    pub fn to_wire(&self) -> Value {
        let entry = |(name, value): (&String, &SecretString)| (name.clone(), value.expose_secret().into());
        Value::Object(self.0.iter().map(entry).collect::<Map<_, _>>())
    }

    /// The bytes that are sealed.
    #[must_use]
    pub fn to_bytes(&self) -> SecretSlice<u8> {
        SecretSlice::from(self.to_wire().to_string().into_bytes())
    }

    /// Reads what was sealed.
    pub fn from_bytes(bytes: &SecretSlice<u8>) -> Result<Self, CredentialProblem> {
        let values: BTreeMap<String, String> =
            serde_json::from_slice(bytes.expose_secret()).map_err(|_| CredentialProblem)?;
        Ok(Self(values.into_iter().map(|(name, value)| (name, SecretString::from(value))).collect()))
    }

    /// Sets further values; of the same name, the new one stays.
    pub fn extend(&mut self, values: impl IntoIterator<Item = (String, SecretString)>) {
        self.0.extend(values);
    }

    /// The values by name.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &SecretString)> {
        self.0.iter()
    }
}
