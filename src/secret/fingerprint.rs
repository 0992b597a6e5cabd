//! How tokens and keys are recognised without being stored.

use sha2::{Digest, Sha256};

/// The SHA-256 of a random secret of at least 122 bits. What is stored and looked up in place of the secret
/// (security.md E7, H4); with that much entropy no salt or slow hash is needed, and the look-up by index
/// compares digests, so its timing says nothing about the secret.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of a secret text.
    #[must_use]
    pub fn of(secret: &str) -> Self {
        Self(Sha256::digest(secret.as_bytes()).into())
    }

    /// The fingerprint of several texts of which at least one is such a secret; where one ends and the next begins
    /// counts, too.
    #[must_use]
    pub fn of_all<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut digest = Sha256::new();
        for text in texts {
            digest.update((text.len() as u64).to_be_bytes());
            digest.update(text.as_bytes());
        }
        Self(digest.finalize().into())
    }

    /// The 32 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether stored bytes are this fingerprint, in constant time.
    #[must_use]
    pub fn matches(&self, stored: &[u8]) -> bool {
        bool::from(subtle::ConstantTimeEq::ct_eq(self.0.as_slice(), stored))
    }
}

impl std::fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fingerprint(…)")
    }
}
