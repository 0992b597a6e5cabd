//! The one-time code that an application's backend exchanges for a connection (security.md C5).

use secrecy::{ExposeSecret, SecretString};

use crate::{clock::Random, secret::Fingerprint};

const PREFIX: &str = "connect_exchange_";
const DIGITS: usize = 64;

/// `connect_exchange_` and 64 hexadecimal digits: whoever finds one knows what it is. Cannot be printed.
#[derive(Clone, Debug)]
pub struct ExchangeCode(SecretString);

impl ExchangeCode {
    /// A new code of 256 random bits.
    #[must_use]
    pub fn random(random: &Random) -> Self {
        Self(SecretString::from(format!("{PREFIX}{}", random.hex::<32>())))
    }

    /// Reads a code; a text that cannot be one is none.
    #[must_use]
    pub fn parse(text: &SecretString) -> Option<Self> {
        let digits = text.expose_secret().strip_prefix(PREFIX)?;
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (digits.len() == DIGITS && digits.bytes().all(is_digit)).then(|| Self(text.clone()))
    }

    /// The code itself, for the page or the answer that carries it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }

    /// What is stored of it.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.0.expose_secret())
    }
}
