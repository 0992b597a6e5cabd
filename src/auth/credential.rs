//! A credential in the domain: can be sealed, sent to its service and told to its owner's backend; never printed.

use secrecy::{ExposeSecret, SecretSlice, SecretString};
use serde_json::{Value, json};

use super::{ClientOverride, SecretJson};
use crate::clock::Timestamp;

/// What proves an account at a service, by mode.
#[derive(Clone, Debug)]
pub enum Credential {
    /// One key.
    ApiKey {
        /// The key.
        key: SecretString,
    },
    /// RFC 7617.
    Basic {
        /// The user name; may be empty.
        username: SecretString,
        /// The password; may be empty.
        password: SecretString,
    },
    /// The service asks for nothing.
    Unauthenticated,
    /// RFC 6749: `OAUTH2`, `MCP_OAUTH2`, `MCP_OAUTH2_GENERIC`.
    OAuth2(OAuth2Token),
    /// The service still has to tell us the code, by a webhook; the protocol shows it as `OAUTH2` without tokens.
    OAuth2Pending,
    /// RFC 6749 §4.4.
    OAuth2ClientCredentials(ClientCredentials),
    /// RFC 5849.
    OAuth1 {
        /// The token.
        token: SecretString,
        /// Its secret.
        token_secret: SecretString,
        /// The service's whole answer.
        raw: SecretJson,
    },
    /// An installation of a GitHub App; of `CUSTOM` too, whose user token stands in the connection's configuration.
    App(InstallationToken),
}

/// The tokens of RFC 6749 §5.1.
#[derive(Clone, Debug)]
pub struct OAuth2Token {
    /// The token for API calls.
    pub access_token: SecretString,
    /// The token for the next one.
    pub refresh_token: Option<SecretString>,
    /// When the access token ends, where that is known.
    pub expires_at: Option<Timestamp>,
    /// The end user's own client.
    pub client_override: Option<ClientOverride>,
    /// The service's whole answer.
    pub raw: SecretJson,
}

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

/// A stored credential that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the stored credential has no known form")]
pub struct CredentialProblem;

impl Credential {
    /// As the protocol tells it to the owner's backend (wire-protocol.md §5.6), and as it is sealed.
    #[must_use]
    pub fn to_wire(&self) -> Value {
        match self {
            Self::ApiKey { key } => json!({ "type": "API_KEY", "apiKey": key.expose_secret() }),
            Self::Basic { username, password } => json!({
                "type": "BASIC",
                "username": username.expose_secret(),
                "password": password.expose_secret(),
            }),
            Self::Unauthenticated => json!({}),
            Self::OAuth2(token) => token.to_wire(),
            Self::OAuth2Pending => json!({ "type": "OAUTH2" }),
            Self::OAuth2ClientCredentials(credentials) => credentials.to_wire(),
            Self::OAuth1 { token, token_secret, raw } => json!({
                "type": "OAUTH1",
                "oauth_token": token.expose_secret(),
                "oauth_token_secret": token_secret.expose_secret(),
                "raw": raw.to_value(),
            }),
            Self::App(token) => token.to_wire(),
        }
    }

    /// The bytes that are sealed.
    #[must_use]
    pub fn to_bytes(&self) -> SecretSlice<u8> {
        SecretSlice::from(self.to_wire().to_string().into_bytes())
    }

    /// Reads what was sealed.
    pub fn from_bytes(bytes: &SecretSlice<u8>) -> Result<Self, CredentialProblem> {
        let value: Value = serde_json::from_slice(bytes.expose_secret()).map_err(|_| CredentialProblem)?;
        Self::from_wire(&value)
    }

    /// Reads what [`Self::to_wire`] wrote.
    pub fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        let text = |name| required(value, name);
        match value.get("type").and_then(Value::as_str) {
            Some("API_KEY") => Ok(Self::ApiKey { key: text("apiKey")? }),
            Some("BASIC") => Ok(Self::Basic { username: text("username")?, password: text("password")? }),
            Some("OAUTH2") if value.get("access_token").is_none() => Ok(Self::OAuth2Pending),
            Some("OAUTH2") => OAuth2Token::from_wire(value).map(Self::OAuth2),
            Some("OAUTH2_CC") => ClientCredentials::from_wire(value).map(Self::OAuth2ClientCredentials),
            Some("OAUTH1") => Ok(Self::OAuth1 {
                token: text("oauth_token")?,
                token_secret: text("oauth_token_secret")?,
                raw: raw(value),
            }),
            Some("APP") => InstallationToken::from_wire(value).map(Self::App),
            None if value.as_object().is_some_and(serde_json::Map::is_empty) => Ok(Self::Unauthenticated),
            _ => Err(CredentialProblem),
        }
    }

    /// Whether it is renewed by a token that the service may replace.
    #[must_use]
    pub const fn has_refresh_token(&self) -> bool {
        matches!(self, Self::OAuth2(OAuth2Token { refresh_token: Some(_), .. }))
    }

    /// When it ends, where that is known: the protocol's `credentials_expires_at`.
    #[must_use]
    pub const fn expires_at(&self) -> Option<Timestamp> {
        match self {
            Self::OAuth2(token) => token.expires_at,
            Self::OAuth2ClientCredentials(credentials) => credentials.expires_at,
            Self::App(token) => token.expires_at,
            Self::ApiKey { .. }
            | Self::Basic { .. }
            | Self::Unauthenticated
            | Self::OAuth2Pending
            | Self::OAuth1 { .. } => None,
        }
    }
}

impl OAuth2Token {
    fn to_wire(&self) -> Value {
        let mut wire = json!({ "type": "OAUTH2", "access_token": self.access_token.expose_secret() });
        put(&mut wire, "refresh_token", self.refresh_token.as_ref());
        put_moment(&mut wire, self.expires_at);
        if let Some(client) = &self.client_override {
            wire["config_override"] = client.to_wire();
        }
        wire["raw"] = self.raw.to_value();
        wire
    }

    fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        Ok(Self {
            access_token: required(value, "access_token")?,
            refresh_token: optional(value, "refresh_token"),
            expires_at: moment(value),
            client_override: value.get("config_override").and_then(ClientOverride::from_wire),
            raw: raw(value),
        })
    }
}

impl ClientCredentials {
    fn to_wire(&self) -> Value {
        let mut wire = json!({
            "type": "OAUTH2_CC",
            "token": self.token.expose_secret(),
            "client_id": self.client.client_id,
            "client_secret": self.client.client_secret.expose_secret(),
        });
        put(&mut wire, "client_certificate", self.client.client_certificate.as_ref());
        put(&mut wire, "client_private_key", self.client.client_private_key.as_ref());
        put_moment(&mut wire, self.expires_at);
        wire["raw"] = self.raw.to_value();
        wire
    }

    fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        Ok(Self {
            token: required(value, "token")?,
            client: ClientIdentity {
                client_id: required(value, "client_id")?.expose_secret().to_owned(),
                client_secret: optional(value, "client_secret").unwrap_or_default(),
                client_certificate: optional(value, "client_certificate"),
                client_private_key: optional(value, "client_private_key"),
            },
            expires_at: moment(value),
            raw: raw(value),
        })
    }
}

impl InstallationToken {
    fn to_wire(&self) -> Value {
        let mut wire = json!({ "type": "APP", "access_token": self.access_token.expose_secret() });
        put_moment(&mut wire, self.expires_at);
        put(&mut wire, "jwtToken", self.app_jwt.as_ref());
        wire["raw"] = self.raw.to_value();
        wire
    }

    fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        Ok(Self {
            access_token: required(value, "access_token")?,
            expires_at: moment(value),
            app_jwt: optional(value, "jwtToken"),
            raw: raw(value),
        })
    }
}

fn put(wire: &mut Value, name: &str, secret: Option<&SecretString>) {
    if let Some(secret) = secret {
        wire[name] = json!(secret.expose_secret());
    }
}

fn put_moment(wire: &mut Value, moment: Option<Timestamp>) {
    if let Some(moment) = moment {
        wire["expires_at"] = json!(moment.to_z_iso());
    }
}

fn moment(value: &Value) -> Option<Timestamp> {
    Timestamp::parse_rfc3339(value.get("expires_at")?.as_str()?)
}

fn optional(value: &Value, name: &str) -> Option<SecretString> {
    value.get(name).and_then(Value::as_str).map(SecretString::from)
}

fn required(value: &Value, name: &str) -> Result<SecretString, CredentialProblem> {
    optional(value, name).ok_or(CredentialProblem)
}

fn raw(value: &Value) -> SecretJson {
    SecretJson::new(value.get("raw").unwrap_or(&Value::Null))
}
