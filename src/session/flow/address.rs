//! The service's address with our `state` in it.

use secrecy::{ExposeSecret, SecretString};

/// Where somebody is sent. Cannot be printed: who reads it could leave in their place.
#[derive(Clone, Debug)]
pub struct ServiceAddress(SecretString);

impl ServiceAddress {
    /// An address that a mode made.
    #[must_use]
    pub const fn new(url: SecretString) -> Self {
        Self(url)
    }

    /// The text for the browser that leaves, and for nobody else.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }
}
