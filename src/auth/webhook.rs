//! Whether a webhook comes from the service: signed with a secret that only it and the integration's owner know.

use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::Sha256;

use super::IntegrationCredential;

/// The headers in which services put the signature, as hexadecimal digits of an HMAC with SHA-256.
pub const SIGNATURE_HEADERS: [&str; 2] = ["x-hub-signature-256", "sentry-hook-signature"];

/// What a webhook proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebhookProof {
    /// It comes from the service.
    Signed,
    /// It has no signature, or a wrong one.
    Forged,
    /// The owner has no secret to compare with.
    NoSecret,
}

impl WebhookProof {
    /// Judges a body by the signature that came with it. Some services sign with the client's secret.
    #[must_use]
    pub fn of(owner: Option<&IntegrationCredential>, by_client: bool, signature: &str, body: &[u8]) -> Self {
        let client = owner.and_then(IntegrationCredential::oauth_client);
        let own = client.and_then(|client| client.webhook_secret.as_ref());
        let own = own.or_else(|| client.map(|client| &client.client_secret).filter(|_| by_client));
        match own.filter(|secret| !secret.expose_secret().is_empty()) {
            None => Self::NoSecret,
            Some(secret) if is_signed(secret, signature, body) => Self::Signed,
            Some(_) => Self::Forged,
        }
    }
}

fn is_signed(secret: &SecretString, signature: &str, body: &[u8]) -> bool {
    let digits = signature.strip_prefix("sha256=").unwrap_or(signature);
    let Ok(signature) = hex::decode(digits) else { return false };
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(secret.expose_secret().as_bytes()) else { return false };
    mac.chain_update(body).verify_slice(&signature).is_ok()
}
