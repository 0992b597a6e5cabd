//! A session at Bill and the login behind it, as they are sealed and told.

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::{CredentialProblem, wire};
use crate::{auth::SecretJson, clock::Timestamp};

/// What somebody logs in with.
#[derive(Clone, Debug)]
pub struct BillLogin {
    /// The user's name.
    pub username: SecretString,
    /// The password.
    pub password: SecretString,
    /// The organization.
    pub organization_id: SecretString,
    /// The developer's key.
    pub dev_key: SecretString,
}

/// A session at Bill.
#[derive(Clone, Debug)]
pub struct BillSession {
    /// The login that made it.
    pub login: BillLogin,
    /// The session.
    pub session_id: SecretString,
    /// Whose it is.
    pub user_id: SecretString,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// The service's whole answer.
    pub raw: SecretJson,
}

impl BillSession {
    pub(super) fn to_wire(&self) -> Value {
        let mut wire = json!({
            "type": "BILL",
            "username": self.login.username.expose_secret(),
            "password": self.login.password.expose_secret(),
            "organization_id": self.login.organization_id.expose_secret(),
            "dev_key": self.login.dev_key.expose_secret(),
            "session_id": self.session_id.expose_secret(),
            "user_id": self.user_id.expose_secret(),
        });
        wire::put_moment(&mut wire, self.expires_at);
        wire["raw"] = self.raw.to_value();
        wire
    }

    pub(super) fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        Ok(Self {
            login: BillLogin {
                username: wire::required(value, "username")?,
                password: wire::required(value, "password")?,
                organization_id: wire::required(value, "organization_id")?,
                dev_key: wire::required(value, "dev_key")?,
            },
            session_id: wire::required(value, "session_id")?,
            user_id: wire::required(value, "user_id")?,
            expires_at: wire::moment(value),
            raw: wire::raw(value),
        })
    }
}
