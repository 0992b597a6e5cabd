//! The values of the cookies by which a browser is known again. Which cookie a value is of is part of its type.

use std::marker::PhantomData;

use secrecy::{ExposeSecret, SecretString};

use crate::{clock::Random, secret::Fingerprint};

/// 256 random bits; only their fingerprint is stored. Cannot be printed.
#[derive(Clone, Debug)]
pub struct CookieValue<Of>(SecretString, PhantomData<Of>);

/// Of the cookie that binds a hosted page to its tab's browser.
#[derive(Clone, Copy, Debug)]
pub enum OfTab {}

/// Of the cookie that binds a flow to the browser that left.
#[derive(Clone, Copy, Debug)]
pub enum OfFlow {}

/// The first-party cookie that binds a hosted page to the browser that opened the link.
pub type TabCookie = CookieValue<OfTab>;

impl<Of> CookieValue<Of> {
    /// A new value.
    #[must_use]
    pub fn random(random: &Random) -> Self {
        Self(SecretString::from(random.hex::<32>()), PhantomData)
    }

    /// The value a browser sent; one that we did not make is none.
    #[must_use]
    pub fn parse(value: SecretString) -> Option<Self> {
        let digits = value.expose_secret();
        let ours = digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        ours.then_some(Self(value, PhantomData))
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
