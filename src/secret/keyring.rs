//! The encryption keys: the first encrypts, all decrypt (security.md H2).

use base64::{Engine, engine::general_purpose::STANDARD};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use secrecy::{ExposeSecret, SecretSlice, SecretString};

use super::{OpenError, Place, Sealed, sealed::VERSION};
use crate::clock::Random;

const NONCE_LENGTH: usize = 24;
const KEY_LENGTH: usize = 32;

/// The configured keys, in order. Cannot be printed.
pub struct Keyring {
    keys: Vec<Key>,
}

struct Key {
    id: String,
    cipher: XChaCha20Poly1305,
}

/// Why the setting of the keys is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyringProblem {
    /// There is no key.
    #[error("at least one key is needed")]
    Empty,
    /// An entry has no `id:`.
    #[error("key number {0} is not of the form id:base64 (the id: 1 to 32 letters, digits, - or _)")]
    NoId(usize),
    /// An entry is not 32 bytes in base64.
    #[error("the key {0:?} is not 32 bytes in base64 (make one with: openssl rand -base64 32)")]
    NotAKey(String),
    /// An id stands twice.
    #[error("the key id {0:?} stands twice")]
    Twice(String),
}

impl Keyring {
    /// Reads `id:base64(32 bytes)`, separated by commas.
    pub fn parse(setting: &SecretString) -> Result<Self, KeyringProblem> {
        let mut keys: Vec<Key> = Vec::new();
        let entries = setting.expose_secret().split(',').map(str::trim).filter(|entry| !entry.is_empty());
        for (index, entry) in entries.enumerate() {
            let key = Key::parse(entry, index + 1)?;
            if keys.iter().any(|other| other.id == key.id) {
                return Err(KeyringProblem::Twice(key.id));
            }
            keys.push(key);
        }
        if keys.is_empty() { Err(KeyringProblem::Empty) } else { Ok(Self { keys }) }
    }

    /// A new key in the setting's form, for a first start on one machine.
    #[must_use]
    pub fn generate(random: &Random) -> SecretString {
        SecretString::from(format!("local:{}", STANDARD.encode(random.bytes::<KEY_LENGTH>())))
    }

    /// The ids of the keys; the first encrypts.
    pub fn key_ids(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| key.id.as_str())
    }

    /// Encrypts anew with the first key what any of the keys encrypted, for the same place.
    pub fn reseal(&self, random: &Random, place: Place<'_>, sealed: &Sealed) -> Result<Sealed, OpenError> {
        Ok(self.seal(random, place, &self.open(place, sealed)?))
    }

    /// Encrypts for one place, with the first key and a random nonce.
    ///
    /// # Panics
    /// Never for plaintexts below 256 GB, the cipher's limit.
    #[must_use]
    pub fn seal(&self, random: &Random, place: Place<'_>, plaintext: &SecretSlice<u8>) -> Sealed {
        let key = &self.keys[0];
        let nonce = random.bytes::<NONCE_LENGTH>();
        let payload = Payload { msg: plaintext.expose_secret(), aad: &associated_data(place, &key.id) };
        let ciphertext = key.cipher.encrypt(&XNonce::from(nonce), payload).expect("shorter than 256 GB");
        let mut bytes = Sealed::beginning(&key.id);
        bytes.reserve_exact(NONCE_LENGTH + ciphertext.len());
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&ciphertext);
        Sealed::from_stored(bytes)
    }

    /// Decrypts what was sealed for this place.
    pub fn open(&self, place: Place<'_>, sealed: &Sealed) -> Result<SecretSlice<u8>, OpenError> {
        let (key_id, nonce, ciphertext) = split(sealed.as_bytes()).ok_or(OpenError::Malformed)?;
        let key = self
            .keys
            .iter()
            .find(|key| key.id == key_id)
            .ok_or_else(|| OpenError::UnknownKey(key_id.to_owned()))?;
        let payload = Payload { msg: ciphertext, aad: &associated_data(place, key_id) };
        let plaintext = key.cipher.decrypt(&XNonce::from(nonce), payload).map_err(|_| OpenError::Forged)?;
        Ok(SecretSlice::from(plaintext))
    }
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ids: Vec<&str> = self.keys.iter().map(|key| key.id.as_str()).collect();
        f.debug_tuple("Keyring").field(&ids).finish()
    }
}

impl Key {
    fn parse(entry: &str, number: usize) -> Result<Self, KeyringProblem> {
        let (id, encoded) = entry.split_once(':').ok_or(KeyringProblem::NoId(number))?;
        let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if id.is_empty() || id.len() > 32 || !id.chars().all(allowed) {
            return Err(KeyringProblem::NoId(number));
        }
        let not_a_key = || KeyringProblem::NotAKey(id.to_owned());
        let bytes = SecretSlice::from(STANDARD.decode(encoded.trim()).map_err(|_| not_a_key())?);
        let cipher = XChaCha20Poly1305::new_from_slice(bytes.expose_secret()).map_err(|_| not_a_key())?;
        Ok(Self { id: id.to_owned(), cipher })
    }
}

fn split(bytes: &[u8]) -> Option<(&str, [u8; NONCE_LENGTH], &[u8])> {
    let (&version, rest) = bytes.split_first()?;
    if version != VERSION {
        return None;
    }
    let (&length, rest) = rest.split_first()?;
    let (id, rest) = rest.split_at_checked(usize::from(length))?;
    let (nonce, ciphertext) = rest.split_first_chunk::<NONCE_LENGTH>()?;
    Some((std::str::from_utf8(id).ok()?, *nonce, ciphertext))
}

/// Each part with its length before it, so that no two places give the same bytes.
fn associated_data(place: Place<'_>, key_id: &str) -> Vec<u8> {
    let mut data = Vec::new();
    for part in [place.column, place.row, place.environment, key_id] {
        data.extend_from_slice(&(part.len() as u64).to_be_bytes());
        data.extend_from_slice(part.as_bytes());
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyring(text: &str) -> Result<Keyring, KeyringProblem> {
        Keyring::parse(&SecretString::from(text.to_owned()))
    }

    fn place(row: &str) -> Place<'_> {
        Place { column: "connection.credentials", row, environment: "e" }
    }

    fn secret(text: &str) -> SecretSlice<u8> {
        SecretSlice::from(text.as_bytes().to_vec())
    }

    const A: &str = "a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    const B: &str = "b:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    #[test]
    fn what_is_sealed_opens_only_in_its_place() {
        let ring = keyring(A).unwrap();
        let sealed = ring.seal(&Random::seeded(1), place("1"), &secret("hunter2"));
        assert_eq!(ring.open(place("1"), &sealed).unwrap().expose_secret(), b"hunter2");
        assert_eq!(ring.open(place("2"), &sealed).unwrap_err(), OpenError::Forged);
        assert!(!sealed.as_bytes().windows(7).any(|bytes| bytes == b"hunter2"));
        assert!(!format!("{ring:?} {sealed:?}").contains("hunter2"));
    }

    #[test]
    fn a_new_first_key_leaves_old_rows_readable() {
        let sealed = keyring(A).unwrap().seal(&Random::seeded(1), place("1"), &secret("x"));
        let rotated = keyring(&format!("{B},{A}")).unwrap();
        assert_eq!(rotated.open(place("1"), &sealed).unwrap().expose_secret(), b"x");
        assert_eq!(
            keyring(B).unwrap().open(place("1"), &sealed).unwrap_err(),
            OpenError::UnknownKey("a".into())
        );
    }

    #[test]
    fn changed_bytes_are_noticed() {
        let ring = keyring(A).unwrap();
        let sealed = ring.seal(&Random::seeded(1), place("1"), &secret("x"));
        for index in 0..sealed.as_bytes().len() {
            let mut bytes = sealed.as_bytes().to_vec();
            bytes[index] ^= 1;
            assert!(ring.open(place("1"), &Sealed::from_stored(bytes)).is_err());
        }
        assert_eq!(ring.open(place("1"), &Sealed::from_stored(vec![])).unwrap_err(), OpenError::Malformed);
    }

    #[test]
    fn a_bad_setting_is_named_without_its_value() {
        assert_eq!(keyring("").unwrap_err(), KeyringProblem::Empty);
        assert_eq!(keyring("nokey").unwrap_err(), KeyringProblem::NoId(1));
        assert_eq!(keyring("a:c2hvcnQ=").unwrap_err(), KeyringProblem::NotAKey("a".into()));
        assert_eq!(keyring(&format!("{A},{A}")).unwrap_err(), KeyringProblem::Twice("a".into()));
    }
}
