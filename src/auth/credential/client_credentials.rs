//! A client that the end user owns, and its token, as they are sealed and told.

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::{CredentialProblem, wire};
use crate::{auth::SecretJson, clock::Timestamp};

/// A client of the end user's, and its token.
#[derive(Clone, Debug)]
pub struct ClientCredentials {
    /// The token for API calls.
    pub token: SecretString,
    /// The client.
    pub client: ClientIdentity,
    /// When the token ends.
    pub expires_at: Option<Timestamp>,
    /// The service's whole answer.
    pub raw: SecretJson,
}

/// What an `OAUTH2_CC` form asks for.
#[derive(Clone, Debug)]
pub struct ClientIdentity {
    /// The client's name.
    pub client_id: String,
    /// Its secret; may be empty where a key takes its place.
    pub client_secret: SecretString,
    /// The certificate it shows on connecting, in PEM.
    pub client_certificate: Option<SecretString>,
    /// The key of the certificate in PEM, or a JWK to sign assertions with.
    pub client_private_key: Option<SecretString>,
}

impl ClientCredentials {
    pub(super) fn to_wire(&self) -> Value {
        let mut wire = json!({
            "type": "OAUTH2_CC",
            "token": self.token.expose_secret(),
            "client_id": self.client.client_id,
            "client_secret": self.client.client_secret.expose_secret(),
        });
        wire::put(&mut wire, "client_certificate", self.client.client_certificate.as_ref());
        wire::put(&mut wire, "client_private_key", self.client.client_private_key.as_ref());
        wire::put_moment(&mut wire, self.expires_at);
        wire["raw"] = self.raw.to_value();
        wire
    }

    pub(super) fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        Ok(Self {
            token: wire::required(value, "token")?,
            client: ClientIdentity {
                client_id: wire::required(value, "client_id")?.expose_secret().to_owned(),
                client_secret: wire::optional(value, "client_secret").unwrap_or_default(),
                client_certificate: wire::optional(value, "client_certificate"),
                client_private_key: wire::optional(value, "client_private_key"),
            },
            expires_at: wire::moment(value),
            raw: wire::raw(value),
        })
    }
}
