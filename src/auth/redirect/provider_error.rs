//! What a service says in the address by which it sends somebody back without a code.

use std::collections::BTreeMap;

use crate::outbound::redact;

/// The parameters that services use, in the order in which they are told.
const KEYS: [&str; 6] =
    ["error", "error_description", "error_reason", "error_uri", "status_code", "error_message"];

/// Those parameters that came with a value, cleaned. Anybody can write such an address: never trust it as ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProviderError(Vec<(&'static str, String)>);

impl ProviderError {
    /// Reads them from a callback's parameters.
    #[must_use]
    pub fn of(query: &BTreeMap<String, String>) -> Self {
        let said = |key: &'static str| {
            let text = query.get(key).filter(|text| !text.trim().is_empty())?;
            Some((key, redact(text.as_bytes(), &[])))
        };
        Self(KEYS.into_iter().filter_map(said).collect())
    }

    /// Whether nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parameters and their texts.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(key, text)| (*key, text.as_str()))
    }

    /// The OAuth error code.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.iter().find(|(key, _)| *key == "error").map(|(_, text)| text)
    }

    /// Whether the person said no on the service's page.
    #[must_use]
    pub fn is_denied(&self) -> bool {
        let denied = ["access_denied", "user_denied", "user_cancelled_authorize", "user_cancelled_login"];
        self.code().is_some_and(|code| denied.contains(&code))
    }
}

impl std::fmt::Display for ProviderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, (key, text)) in self.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{key}: {text}")?;
        }
        Ok(())
    }
}
