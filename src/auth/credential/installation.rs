//! The token of an app's installation, as it is sealed and told.

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::{CredentialProblem, wire};
use crate::{auth::SecretJson, clock::Timestamp};

/// A token of an app's installation.
#[derive(Clone, Debug)]
pub struct InstallationToken {
    /// The token for API calls.
    pub access_token: SecretString,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// The JWT by which the app proved itself.
    pub app_jwt: Option<SecretString>,
    /// The service's whole answer.
    pub raw: SecretJson,
}

impl InstallationToken {
    pub(super) fn to_wire(&self) -> Value {
        let mut wire = json!({ "type": "APP", "access_token": self.access_token.expose_secret() });
        wire::put_moment(&mut wire, self.expires_at);
        wire::put(&mut wire, "jwtToken", self.app_jwt.as_ref());
        wire["raw"] = self.raw.to_value();
        wire
    }

    pub(super) fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        Ok(Self {
            access_token: wire::required(value, "access_token")?,
            expires_at: wire::moment(value),
            app_jwt: wire::optional(value, "jwtToken"),
            raw: wire::raw(value),
        })
    }
}
