//! Digests and signatures of templates. Results may be credentials, so they are wiped when dropped.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signer as _, SigningKey, pkcs8::DecodePrivateKey as _};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

pub(super) fn base64(bytes: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(STANDARD.encode(bytes))
}

pub(super) fn sha256_hex(bytes: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(hex::encode(Sha256::digest(bytes)))
}

pub(super) fn sha256_base64(bytes: &[u8]) -> Zeroizing<String> {
    base64(&Sha256::digest(bytes))
}

pub(super) fn hmac_sha1_hex(message: &[u8], key: &[u8]) -> Option<Zeroizing<String>> {
    let mut mac = Hmac::<Sha1>::new_from_slice(key).ok()?;
    mac.update(message);
    Some(Zeroizing::new(hex::encode(mac.finalize().into_bytes())))
}

pub(super) fn hmac_sha256(message: &[u8], key: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(message);
    Some(Zeroizing::new(mac.finalize().into_bytes().to_vec()))
}

/// The signature in base64, or `None` where the key is no Ed25519 key in PEM.
pub(super) fn ed25519_sign(message: &[u8], pem: &str) -> Option<Zeroizing<String>> {
    let key = SigningKey::from_pkcs8_pem(&normal_pem(pem)).ok()?;
    Some(base64(&key.sign(message).to_bytes()))
}

/// Keys arrive from environment files and JSON with `\n` written out as two characters.
pub(super) fn normal_pem(pem: &str) -> Zeroizing<String> {
    Zeroizing::new(pem.trim().replace("\\n", "\n").replace("\r\n", "\n"))
}
