//! Keys of a role that was assumed at AWS, as they are sealed and told.

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::{CredentialProblem, wire};
use crate::{auth::SecretJson, clock::Timestamp};

/// Which role is assumed, and for what.
#[derive(Clone, Debug)]
pub struct AwsRole {
    /// The role's name.
    pub role_arn: String,
    /// The id by which the role's owner knows for whom it is assumed.
    pub external_id: String,
    /// The region of its requests.
    pub region: String,
    /// The service of its requests.
    pub service: String,
}

/// Keys that sign requests.
#[derive(Clone, Debug)]
pub struct AwsKeys {
    /// The key's name.
    pub access_key_id: String,
    /// The key.
    pub secret_access_key: SecretString,
    /// What goes with keys that end.
    pub session_token: Option<SecretString>,
}

/// Keys of a role that was assumed.
#[derive(Clone, Debug)]
pub struct AwsCredential {
    /// The role.
    pub role: AwsRole,
    /// The keys.
    pub keys: AwsKeys,
    /// When they end.
    pub expires_at: Option<Timestamp>,
    /// The service's whole answer.
    pub raw: SecretJson,
}

impl AwsCredential {
    pub(super) fn to_wire(&self) -> Value {
        let mut wire = json!({
            "type": "AWS_SIGV4",
            "role_arn": self.role.role_arn,
            "region": self.role.region,
            "service": self.role.service,
            "access_key_id": self.keys.access_key_id,
            "secret_access_key": self.keys.secret_access_key.expose_secret(),
        });
        wire::put(&mut wire, "session_token", self.keys.session_token.as_ref());
        wire::put_moment(&mut wire, self.expires_at);
        wire["external_id"] = json!(self.role.external_id);
        wire["raw"] = self.raw.to_value();
        wire
    }

    pub(super) fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        let text = |name| wire::required(value, name).map(|text| text.expose_secret().to_owned());
        Ok(Self {
            role: AwsRole {
                role_arn: text("role_arn")?,
                external_id: text("external_id")?,
                region: text("region")?,
                service: text("service")?,
            },
            keys: AwsKeys {
                access_key_id: text("access_key_id")?,
                secret_access_key: wire::required(value, "secret_access_key")?,
                session_token: wire::optional(value, "session_token"),
            },
            expires_at: wire::moment(value),
            raw: wire::raw(value),
        })
    }
}
