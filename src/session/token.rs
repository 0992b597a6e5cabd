//! The session token: what a backend hands to its frontend.

use secrecy::{ExposeSecret, SecretString};

use crate::{clock::Random, secret::Fingerprint};

const PREFIX: &str = "nango_connect_session_";
const DIGITS: usize = 64;

/// `nango_connect_session_` and 64 lower-case hexadecimal digits (wire-protocol.md §1.1). Cannot be printed.
#[derive(Clone, Debug)]
pub struct SessionToken(SecretString);

/// The text does not have a token's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not of the form of a connect session token")]
pub struct TokenFormatProblem;

impl SessionToken {
    /// A new token of 256 random bits.
    #[must_use]
    pub fn random(random: &Random) -> Self {
        Self(SecretString::from(format!("{PREFIX}{}", random.hex::<32>())))
    }

    /// Reads a token.
    pub fn parse(text: &str) -> Result<Self, TokenFormatProblem> {
        let digits = text.strip_prefix(PREFIX).ok_or(TokenFormatProblem)?;
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if digits.len() == DIGITS && digits.bytes().all(is_digit) {
            Ok(Self(SecretString::from(text.to_owned())))
        } else {
            Err(TokenFormatProblem)
        }
    }

    /// Reads a token that is held as a secret.
    pub fn parse_secret(text: &SecretString) -> Result<Self, TokenFormatProblem> {
        Self::parse(text.expose_secret())
    }

    /// Whether a bearer value claims to be a session token, well-formed or not.
    #[must_use]
    pub fn is_claimed_by(text: &str) -> bool {
        text.starts_with(PREFIX)
    }

    /// What is stored of it.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.0.expose_secret())
    }

    /// The token itself, for the one answer that carries it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_exact_form_is_a_token() {
        let token = SessionToken::random(&Random::seeded(7));
        assert!(SessionToken::parse(token.reveal()).is_ok());
        assert!(!format!("{token:?}").contains(&token.reveal()[30..]));
        for text in
            ["", "nango_connect_session_", &token.reveal().to_uppercase(), &format!("{}0", token.reveal())]
        {
            assert!(SessionToken::parse(text).is_err(), "{text}");
        }
    }
}
