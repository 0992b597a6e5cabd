//! A filled template.

use std::fmt;

use secrecy::SecretString;
use zeroize::Zeroizing;

/// The text of a filled template. It may hold secrets: it is never printed, and wiped when dropped.
#[derive(Default)]
pub struct Rendered {
    pub(super) text: Zeroizing<String>,
    pub(super) unresolved: Vec<String>,
    pub(super) changed: bool,
}

impl Rendered {
    /// Whether every placeholder had a value.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.unresolved.is_empty()
    }

    /// The placeholders without a value, as the template names them. They hold no secrets.
    #[must_use]
    pub fn unresolved(&self) -> &[String] {
        &self.unresolved
    }

    /// The text, unresolved placeholders standing as they are.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text as a secret.
    #[must_use]
    pub fn into_secret(self) -> SecretString {
        SecretString::from(self.text.as_str())
    }
}

impl fmt::Debug for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rendered").field("unresolved", &self.unresolved).finish_non_exhaustive()
    }
}
