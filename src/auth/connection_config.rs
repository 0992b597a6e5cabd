//! The values of a connection that are no credentials: subdomains, regions, sometimes secrets all the same.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretSlice, SecretString};
use serde_json::{Map, Value};

use super::{CredentialProblem, SecretJson};
use crate::provider::interpolate;

/// One value. Mostly a text; the protocol also knows flags (`pending`), lists and nested maps.
#[derive(Clone, Debug)]
pub enum ConfigValue {
    /// A text.
    Text(SecretString),
    /// A boolean.
    Flag(bool),
    /// Anything else that JSON can say.
    Json(SecretJson),
}

/// A connection's configuration by name (the protocol's `connection_config`). Cannot be printed.
#[derive(Clone, Debug, Default)]
pub struct ConnectionConfig(BTreeMap<String, ConfigValue>);

impl ConnectionConfig {
    /// What the accepted form holds besides credentials.
    #[must_use]
    pub fn new(values: BTreeMap<String, SecretString>) -> Self {
        values.into_iter().collect()
    }

    /// As the protocol tells it to the owner's backend, and as it is sealed.
    #[must_use]
    pub fn to_wire(&self) -> Value {
        let entry = |(name, value): (&String, &ConfigValue)| (name.clone(), value.to_wire());
        Value::Object(self.0.iter().map(entry).collect::<Map<_, _>>())
    }

    /// The bytes that are sealed.
    #[must_use]
    pub fn to_bytes(&self) -> SecretSlice<u8> {
        SecretSlice::from(self.to_wire().to_string().into_bytes())
    }

    /// Reads what was sealed.
    pub fn from_bytes(bytes: &SecretSlice<u8>) -> Result<Self, CredentialProblem> {
        let values: BTreeMap<String, Value> =
            serde_json::from_slice(bytes.expose_secret()).map_err(|_| CredentialProblem)?;
        Ok(Self(values.into_iter().map(|(name, value)| (name, ConfigValue::from(value))).collect()))
    }

    /// Sets further texts; of the same name, the new one stays.
    pub fn extend(&mut self, values: impl IntoIterator<Item = (String, SecretString)>) {
        self.0.extend(values.into_iter().map(|(name, text)| (name, ConfigValue::Text(text))));
    }

    /// Sets one value of any kind; of the same name, the new one stays.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<ConfigValue>) {
        self.0.insert(name.into(), value.into());
    }

    /// Takes a value out.
    pub fn remove(&mut self, name: &str) -> Option<ConfigValue> {
        self.0.remove(name)
    }

    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&ConfigValue> {
        self.0.get(name)
    }

    /// The text of a name; an empty one is none.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&SecretString> {
        match self.0.get(name) {
            Some(ConfigValue::Text(text)) if !text.expose_secret().is_empty() => Some(text),
            _ => None,
        }
    }

    /// Whether a flag is set.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.0.get(name), Some(ConfigValue::Flag(true)))
    }

    /// What the service calls the installation that these values are of, where it is one.
    #[must_use]
    pub fn installation(&self) -> Option<String> {
        self.text("installation_id").map(|id| id.expose_secret().to_owned())
    }

    /// By whom the service will say that an installation was made: what was typed, or nobody known.
    #[must_use]
    pub fn awaited_actor(&self) -> String {
        self.text("actor").map(|id| id.expose_secret().to_owned()).unwrap_or_default()
    }

    /// The texts by name; flags, lists and maps are left out.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &SecretString)> {
        self.0.iter().filter_map(|(name, value)| match value {
            ConfigValue::Text(text) => Some((name, text)),
            ConfigValue::Flag(_) | ConfigValue::Json(_) => None,
        })
    }

    /// All values by name.
    pub fn values(&self) -> impl Iterator<Item = (&String, &ConfigValue)> {
        self.0.iter()
    }

    /// The values as templates name them.
    pub(super) fn scope(&self) -> interpolate::Scope {
        interpolate::Scope::from_json(&self.to_wire())
    }

    /// These values over `below`: an empty text gives way to what stands below it.
    pub(super) fn over(&self, mut below: Self) -> Self {
        for (name, value) in &self.0 {
            let is_empty = matches!(value, ConfigValue::Text(text) if text.expose_secret().is_empty());
            if !(is_empty && below.0.contains_key(name)) {
                below.0.insert(name.clone(), value.clone());
            }
        }
        below
    }
}

impl ConfigValue {
    fn to_wire(&self) -> Value {
        match self {
            Self::Text(text) => text.expose_secret().into(),
            Self::Flag(flag) => (*flag).into(),
            Self::Json(json) => json.to_value(),
        }
    }
}

impl From<Value> for ConfigValue {
    fn from(value: Value) -> Self {
        match value {
            Value::String(text) => Self::Text(text.into()),
            Value::Bool(flag) => Self::Flag(flag),
            other => Self::Json(SecretJson::new(&other)),
        }
    }
}

impl From<&str> for ConfigValue {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<SecretString> for ConfigValue {
    fn from(text: SecretString) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for ConfigValue {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl FromIterator<(String, SecretString)> for ConnectionConfig {
    fn from_iter<I: IntoIterator<Item = (String, SecretString)>>(values: I) -> Self {
        let mut config = Self::default();
        config.extend(values);
        config
    }
}
