//! PKCE (RFC 7636), always with S256.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};

use crate::clock::Random;

/// A new verifier: 32 random bytes, as RFC 7636 §4.1 recommends.
pub fn new_verifier(random: &Random) -> SecretString {
    SecretString::from(URL_SAFE_NO_PAD.encode(random.bytes::<32>()))
}

/// The challenge of a verifier.
pub fn challenge(verifier: &SecretString) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.expose_secret().as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_challenge_is_that_of_rfc_7636_appendix_b() {
        let verifier = SecretString::from("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assert_eq!(challenge(&verifier), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn a_verifier_has_the_length_and_letters_of_the_rfc() {
        let verifier = new_verifier(&Random::seeded(1));
        let text = verifier.expose_secret();
        assert_eq!(text.len(), 43);
        assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)));
    }
}
