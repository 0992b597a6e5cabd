//! What an encrypted column holds.

/// The first byte.
pub(super) const VERSION: u8 = 1;

/// `version ‖ key id length ‖ key id ‖ nonce ‖ ciphertext`: encrypted bytes and where their key is to be found.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// How all bytes begin that a key of this id sealed; by that they are found in the database.
    ///
    /// # Panics
    /// Never for the id of a key, which has at most 32 characters.
    #[must_use]
    pub fn beginning(key_id: &str) -> Vec<u8> {
        let length = u8::try_from(key_id.len()).expect("a key id has at most 32 characters");
        [&[VERSION, length], key_id.as_bytes()].concat()
    }

    /// Bytes as they stand in the database.
    #[must_use]
    pub fn from_stored(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// Bytes as they go into the database.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sealed({} bytes)", self.0.len())
    }
}

/// The one place where sealed bytes may stand. It is part of what is authenticated, so that rows cannot be
/// swapped (security.md H1).
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Table and column, `connection.credentials`.
    pub column: &'static str,
    /// The row's id.
    pub row: &'a str,
    /// The id of the environment that owns the row.
    pub environment: &'a str,
}

/// Why sealed bytes could not be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The bytes do not have the shape of sealed bytes.
    #[error("the stored bytes are not sealed bytes")]
    Malformed,
    /// The key is not configured.
    #[error("the encryption key {0:?} is not among CONNECT_UI_ENCRYPTION_KEYS")]
    UnknownKey(String),
    /// Wrong key, changed bytes, or bytes of another row.
    #[error("the stored bytes were changed, or belong to another row or key")]
    Forged,
}
