//! The cookie of the browser that left: without it nobody comes back (security.md C2).

use secrecy::{ExposeSecret, SecretString};

use crate::{clock::Random, id::FlowId, secret::Fingerprint};

/// 256 random bits; only their fingerprint is stored. Cannot be printed.
#[derive(Clone, Debug)]
pub struct FlowCookie(SecretString);

impl FlowCookie {
    /// A new value.
    #[must_use]
    pub fn random(random: &Random) -> Self {
        Self(SecretString::from(random.hex::<32>()))
    }

    /// The value a browser sent; one that we did not make is none.
    #[must_use]
    pub fn parse(value: SecretString) -> Option<Self> {
        let digits = value.expose_secret();
        let ours = digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        ours.then_some(Self(value))
    }

    /// The cookie's name without its prefix; one a flow, so that two tabs do not disturb each other.
    #[must_use]
    pub fn name(flow: &FlowId) -> String {
        format!("cf-{flow}")
    }

    /// The cookie's value.
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
