//! Sealing and opening what is stored encrypted. Knows no table and no web.

mod api_key;
mod fingerprint;
mod keyring;
pub mod password;
mod scope;
mod sealed;
mod signing_key;
mod totp;

pub use api_key::{ApiKey, ApiKeyFormatProblem};
pub use fingerprint::Fingerprint;
pub use keyring::{Keyring, KeyringProblem};
pub use scope::Scope;
pub use sealed::{OpenError, Place, Sealed};
pub use signing_key::SigningKey;
pub use totp::TotpSecret;

use secrecy::{ExposeSecret as _, SecretString};

/// The value of an `Authorization` header that shows this key (RFC 6750 §2.1).
#[must_use]
pub fn bearer(key: &SecretString) -> SecretString {
    SecretString::from(format!("Bearer {}", key.expose_secret()))
}
