//! Admin passwords: argon2id, in the PHC string format.

use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier};
use secrecy::{ExposeSecret, SecretString};

use crate::clock::Random;

/// A password could not be hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the password cannot be hashed")]
pub struct HashProblem;

/// Hashes a password with a random salt.
pub fn hash(password: &SecretString, random: &Random) -> Result<String, HashProblem> {
    let salt = random.bytes::<16>();
    Argon2::default()
        .hash_password_with_salt(password.expose_secret().as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(|_| HashProblem)
}

/// Whether a password is the one of a hash. Takes as long as hashing: call it off the request threads.
#[must_use]
pub fn verify(password: &SecretString, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| {
        Argon2::default().verify_password(password.expose_secret().as_bytes(), &hash).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_password_verifies() {
        let password = SecretString::from("correct horse battery");
        let hash = hash(&password, &Random::seeded(1)).unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(verify(&password, &hash));
        assert!(!verify(&SecretString::from("wrong horse battery"), &hash));
        assert!(!verify(&password, "no hash"));
    }
}
