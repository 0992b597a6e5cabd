//! Names that requests carry: integrations, connections, providers, tags.
//!
//! Owns their alphabets and lengths. Must not know whether anything of that name exists.

use super::issue::{Code, Fault};
use super::text::Length;

const MAX_CHARACTERS: u64 = 255;
const MAX_TAG_KEY_CHARACTERS: usize = 64;

/// Why a name is not one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// Does not match this pattern.
    Pattern(&'static str),
    /// Longer than this many characters.
    TooLong(u64),
    /// Would be swallowed by every URL parser.
    DotSegment,
}

impl From<KeyFault> for Fault {
    fn from(fault: KeyFault) -> Self {
        match fault {
            KeyFault::Pattern(pattern) => Self::pattern(pattern),
            KeyFault::TooLong(max) => {
                Self::new(Code::TooBig, format!("Too big: expected string to have <={max} characters"))
            }
            KeyFault::DotSegment => Self::custom("\".\" and \"..\" cannot be names: addresses drop them"),
        }
    }
}

fn check(text: &str, pattern: &'static str, allowed: impl Fn(char) -> bool) -> Result<(), KeyFault> {
    if text.is_empty() || !text.chars().all(allowed) {
        return Err(KeyFault::Pattern(pattern));
    }
    Length::up_to(MAX_CHARACTERS).check(text).map_err(|_| KeyFault::TooLong(MAX_CHARACTERS))
}

/// Gives a name its reading access.
macro_rules! name_access {
    ($name:ident) => {
        impl $name {
            /// The name as it was written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

/// The name of an integration within its environment: `unique_key`, `provider_config_key`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IntegrationKey(String);
name_access!(IntegrationKey);

impl IntegrationKey {
    const PATTERN: &str = "^[a-zA-Z0-9~:.@ _-]+$";

    /// Reads a name that may exist.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        check(text, Self::PATTERN, |c| c.is_ascii_alphanumeric() || "~:.@ _-".contains(c))?;
        Ok(Self(text.to_owned()))
    }

    /// Reads a name for a new integration: what cannot stand in an address is refused.
    pub fn parse_new(text: &str) -> Result<Self, KeyFault> {
        if matches!(text, "." | "..") {
            return Err(KeyFault::DotSegment);
        }
        Self::parse(text)
    }
}

/// The name of a connection.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnectionId(String);
name_access!(ConnectionId);

impl ConnectionId {
    const PATTERN: &str = r#"^[a-zA-Z0-9,.;:=+~[\]|@${}"'\\/_ -]+$"#;

    /// Reads a connection's name.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || r#",.;:=+~[]|@${}"'\/_ -"#.contains(c);
        check(text, Self::PATTERN, allowed)?;
        Ok(Self(text.to_owned()))
    }
}

/// The name of a provider definition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProviderName(String);
name_access!(ProviderName);

impl ProviderName {
    const PATTERN: &str = "^[a-zA-Z0-9_-]+$";

    /// Reads a provider's name.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        check(text, Self::PATTERN, |c| c.is_ascii_alphanumeric() || "_-".contains(c))?;
        Ok(Self(text.to_owned()))
    }
}

/// The key of a tag, in the case in which it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TagKey(String);
name_access!(TagKey);

impl TagKey {
    const PATTERN: &str = r"^[a-zA-Z][a-zA-Z0-9_\-./]*$";

    /// Reads a tag's key.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        let starts_with_letter = text.starts_with(|c: char| c.is_ascii_alphabetic());
        if !starts_with_letter || !text.chars().all(|c| c.is_ascii_alphanumeric() || "_-./".contains(c)) {
            return Err(KeyFault::Pattern(Self::PATTERN));
        }
        if text.len() > MAX_TAG_KEY_CHARACTERS {
            return Err(KeyFault::TooLong(MAX_TAG_KEY_CHARACTERS as u64));
        }
        Ok(Self(text.to_owned()))
    }

    /// The key as it is stored and compared.
    #[must_use]
    pub fn to_lowercase(&self) -> Self {
        Self(self.0.to_ascii_lowercase())
    }

    /// A key of ours, known to be right.
    pub(super) fn known(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}
