//! What was typed, before and after it is accepted. Everything is held as a secret: nobody prints it.

use std::collections::BTreeMap;

use secrecy::SecretString;

/// A submitted form: texts by field path (`credentials.apiKey`).
#[derive(Clone, Debug, Default)]
pub struct RawFields(pub BTreeMap<String, SecretString>);

impl RawFields {
    /// What was typed into a field.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&SecretString> {
        self.0.get(path)
    }
}

impl<K: Into<String>, V: Into<SecretString>> FromIterator<(K, V)> for RawFields {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(fields: I) -> Self {
        Self(fields.into_iter().map(|(path, value)| (path.into(), value.into())).collect())
    }
}

/// Accepted values by name.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// The credentials.
    pub credentials: BTreeMap<String, SecretString>,
    /// The connection's configuration, presets included.
    pub params: BTreeMap<String, SecretString>,
    /// What makes an assertion, once.
    pub assertion: BTreeMap<String, SecretString>,
}
