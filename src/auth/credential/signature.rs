//! A signed text and what it is signed with, as they are sealed and told.

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::{CredentialProblem, wire};
use crate::clock::Timestamp;

/// A text by which user name and password prove themselves for a while.
#[derive(Clone, Debug)]
pub struct SignatureToken {
    /// The user's name.
    pub username: SecretString,
    /// The password.
    pub password: SecretString,
    /// The signed text.
    pub token: SecretString,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
}

impl SignatureToken {
    pub(super) fn to_wire(&self) -> Value {
        let mut wire = json!({
            "type": "SIGNATURE",
            "username": self.username.expose_secret(),
            "password": self.password.expose_secret(),
            "token": self.token.expose_secret(),
        });
        wire::put_moment(&mut wire, self.expires_at);
        wire
    }

    pub(super) fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        Ok(Self {
            username: wire::required(value, "username")?,
            password: wire::required(value, "password")?,
            token: wire::required(value, "token")?,
            expires_at: wire::moment(value),
        })
    }
}
