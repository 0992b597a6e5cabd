//! Signed JWTs (RFC 7515, 7518, 7519), by which clients, apps and end users prove themselves.
//!
//! Owns: the algorithms, how keys are read, the compact form. Must not know: what is claimed, and to whom.

mod algorithm;
mod rsa_key;
mod signer;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use secrecy::SecretString;
use serde_json::{Map, Value};

pub use algorithm::Algorithm;
pub use rsa_key::SigningKey;
pub use signer::{HmacKeyEncoding, Signer};

#[cfg(test)]
mod tests;

/// The text is no key that we can read, or none for this algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadKey;

/// The compact form (RFC 7515 §7.1) of header and claims, signed by `sign`.
fn compact(
    header: &Map<String, Value>,
    claims: &Value,
    sign: impl FnOnce(&[u8]) -> Result<Vec<u8>, BadKey>,
) -> Result<SecretString, BadKey> {
    let encode = |text: String| URL_SAFE_NO_PAD.encode(text);
    let header = serde_json::to_string(header).map_err(|_| BadKey)?;
    let signed = format!("{}.{}", encode(header), encode(claims.to_string()));
    let signature = sign(signed.as_bytes())?;
    Ok(SecretString::from(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))))
}
