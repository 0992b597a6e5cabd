//! The key that signs an environment's webhooks.

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretSlice};
use sha2::{Digest, Sha256};

use crate::clock::Random;

/// The text of a UUID version 4, as the protocol has it (wire-protocol.md §6.4). Cannot be printed.
#[derive(Clone, Debug)]
pub struct SigningKey(SecretSlice<u8>);

impl SigningKey {
    /// A new key.
    #[must_use]
    pub fn random(random: &Random) -> Self {
        Self(random.uuid().into_bytes().into())
    }

    /// A key as it was opened.
    #[must_use]
    pub const fn from_bytes(bytes: SecretSlice<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes that are sealed.
    #[must_use]
    pub const fn bytes(&self) -> &SecretSlice<u8> {
        &self.0
    }

    /// HMAC-SHA-256 (RFC 2104) over these parts, one after the other.
    #[must_use]
    pub fn hmac_sha256(&self, parts: &[&[u8]]) -> Vec<u8> {
        // HMAC takes keys of any length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.0.expose_secret()) else { return Vec::new() };
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().to_vec()
    }

    /// SHA-256 over key and body: the protocol's older signature, for receivers that still compare it.
    #[must_use]
    pub fn sha256_with(&self, body: &[u8]) -> Vec<u8> {
        let mut hash = Sha256::new();
        hash.update(self.0.expose_secret());
        hash.update(body);
        hash.finalize().to_vec()
    }

    /// The key's text, for the one page and the one answer that tell it.
    #[must_use]
    pub fn reveal(&self) -> String {
        String::from_utf8_lossy(self.0.expose_secret()).into_owned()
    }
}
