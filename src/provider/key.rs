//! The key of a provider.

use std::fmt;
use std::sync::Arc;

/// A provider's key: lower-case letters, digits and hyphens.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProviderKey(Arc<str>);

/// A text that is no provider key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a provider key consists of lower-case letters, digits and hyphens, at most 128 of them")]
pub struct InvalidProviderKey;

impl ProviderKey {
    /// Reads a key.
    pub fn parse(text: &str) -> Result<Self, InvalidProviderKey> {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if text.is_empty() || text.len() > 128 || !text.bytes().all(allowed) {
            return Err(InvalidProviderKey);
        }
        Ok(Self(text.into()))
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for ProviderKey {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProviderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ProviderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
