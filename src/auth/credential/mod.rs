//! A credential in the domain: can be sealed, sent to its service and told to its owner's backend; never printed.

mod aws;
mod bill;
mod client_credentials;
mod installation;
mod jwt;
mod oauth2;
mod signature;
mod tba;
mod two_step;
mod wire;

use secrecy::{ExposeSecret, SecretSlice, SecretString};
use serde_json::{Value, json};

pub use self::{
    aws::{AwsCredential, AwsKeys, AwsRole},
    bill::{BillLogin, BillSession},
    client_credentials::{ClientCredentials, ClientIdentity},
    installation::InstallationToken,
    jwt::JwtCredential,
    oauth2::OAuth2Token,
    signature::SignatureToken,
    tba::TbaToken,
    two_step::{TwoStepLogin, TwoStepToken},
};
use super::SecretJson;
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
    /// A token with which requests are signed (OAuth 1.0a).
    Tba(TbaToken),
    /// A JWT that we sign.
    Jwt(JwtCredential),
    /// A session of a login at Bill.
    Bill(BillSession),
    /// A text that we sign (WSSE).
    Signature(SignatureToken),
    /// Keys of a role, with which requests are signed.
    AwsSigV4(AwsCredential),
    /// `TWO_STEP`: the token that a login of any shape brought.
    TwoStep(TwoStepToken),
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
            Self::Tba(token) => token.to_wire(),
            Self::Jwt(credential) => credential.to_wire(),
            Self::Bill(session) => session.to_wire(),
            Self::Signature(token) => token.to_wire(),
            Self::AwsSigV4(credential) => credential.to_wire(),
            Self::TwoStep(token) => token.to_wire(),
        }
    }

    /// The bytes that are sealed: what is told, and what only renewals need.
    #[must_use]
    pub fn to_bytes(&self) -> SecretSlice<u8> {
        let mut wire = self.to_wire();
        if let Self::TwoStep(token) = self {
            token.login.seal_assertion_option(&mut wire);
        }
        SecretSlice::from(wire.to_string().into_bytes())
    }

    /// Reads what was sealed.
    pub fn from_bytes(bytes: &SecretSlice<u8>) -> Result<Self, CredentialProblem> {
        let value: Value = serde_json::from_slice(bytes.expose_secret()).map_err(|_| CredentialProblem)?;
        Self::from_wire(&value)
    }

    /// Reads what [`Self::to_wire`] wrote, or [`Self::to_bytes`].
    pub fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        let text = |name| wire::required(value, name);
        match value.get("type").and_then(Value::as_str) {
            Some("API_KEY") => Ok(Self::ApiKey { key: text("apiKey")? }),
            Some("BASIC") => Ok(Self::Basic { username: text("username")?, password: text("password")? }),
            Some("OAUTH2") if value.get("access_token").is_none() => Ok(Self::OAuth2Pending),
            Some("OAUTH2") => OAuth2Token::from_wire(value).map(Self::OAuth2),
            Some("OAUTH2_CC") => ClientCredentials::from_wire(value).map(Self::OAuth2ClientCredentials),
            Some("OAUTH1") => Ok(Self::OAuth1 {
                token: text("oauth_token")?,
                token_secret: text("oauth_token_secret")?,
                raw: wire::raw(value),
            }),
            Some("TWO_STEP") => TwoStepToken::from_wire(value).map(Self::TwoStep),
            Some("APP") => InstallationToken::from_wire(value).map(Self::App),
            Some("TBA") => TbaToken::from_wire(value).map(Self::Tba),
            Some("JWT") => JwtCredential::from_wire(value).map(Self::Jwt),
            Some("BILL") => BillSession::from_wire(value).map(Self::Bill),
            Some("SIGNATURE") => SignatureToken::from_wire(value).map(Self::Signature),
            Some("AWS_SIGV4") => AwsCredential::from_wire(value).map(Self::AwsSigV4),
            None if value.as_object().is_some_and(serde_json::Map::is_empty) => Ok(Self::Unauthenticated),
            _ => Err(CredentialProblem),
        }
    }

    /// When it ends, where that is known: the protocol's `credentials_expires_at`.
    #[must_use]
    pub const fn expires_at(&self) -> Option<Timestamp> {
        match self {
            Self::OAuth2(token) => token.expires_at,
            Self::OAuth2ClientCredentials(credentials) => credentials.expires_at,
            Self::App(token) => token.expires_at,
            Self::Jwt(credential) => credential.expires_at,
            Self::Bill(session) => session.expires_at,
            Self::Signature(token) => token.expires_at,
            Self::AwsSigV4(credential) => credential.expires_at,
            Self::TwoStep(token) => token.expires_at,
            Self::ApiKey { .. }
            | Self::Basic { .. }
            | Self::Unauthenticated
            | Self::OAuth2Pending
            | Self::OAuth1 { .. }
            | Self::Tba(_) => None,
        }
    }
}
