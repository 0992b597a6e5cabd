//! What proves an integration's owner at the service: an OAuth client, an app, or both. Sealed; never printed.

use secrecy::{ExposeSecret, SecretSlice, SecretString};
use serde_json::{Map, Value, json};

use super::CredentialProblem;
use crate::provider::AuthMode;

/// The client of an OAuth application.
#[derive(Clone, Debug)]
pub struct OAuthClient {
    /// Public part.
    pub client_id: String,
    /// Secret part.
    pub client_secret: SecretString,
    /// Scopes to ask for.
    pub scopes: Vec<String>,
    /// With what incoming webhooks are signed.
    pub webhook_secret: Option<SecretString>,
}

/// A GitHub App's own identity.
#[derive(Clone, Debug)]
pub struct AppIdentity {
    /// The app's id.
    pub app_id: String,
    /// Where the app is installed.
    pub app_link: String,
    /// The app's RSA key in PEM.
    pub private_key: SecretString,
}

/// An integration's own credential, by the provider's mode.
#[derive(Clone, Debug)]
pub enum IntegrationCredential {
    /// `OAUTH1`, `OAUTH2`, `TBA`, or a client registered at an MCP server.
    Client(AuthMode, OAuthClient),
    /// `APP`.
    App(AppIdentity),
    /// `CUSTOM`: an app and an OAuth client.
    Custom(OAuthClient, AppIdentity),
}

impl IntegrationCredential {
    /// The OAuth client, where there is one.
    #[must_use]
    pub const fn oauth_client(&self) -> Option<&OAuthClient> {
        match self {
            Self::Client(_, client) | Self::Custom(client, _) => Some(client),
            Self::App(_) => None,
        }
    }

    /// The app, where there is one.
    #[must_use]
    pub const fn app(&self) -> Option<&AppIdentity> {
        match self {
            Self::App(app) | Self::Custom(_, app) => Some(app),
            Self::Client(..) => None,
        }
    }

    /// As the protocol tells it to the owner's backend (wire-protocol.md §3.3), and as it is sealed.
    #[must_use]
    pub fn to_wire(&self) -> Value {
        let mut wire = Map::new();
        let mode = match self {
            Self::Client(mode, client) => {
                client.write(&mut wire);
                *mode
            }
            Self::App(app) => {
                app.write(&mut wire);
                AuthMode::App
            }
            Self::Custom(client, app) => {
                wire.insert("client_id".to_owned(), json!(client.client_id));
                wire.insert("client_secret".to_owned(), json!(client.client_secret.expose_secret()));
                app.write(&mut wire);
                AuthMode::Custom
            }
        };
        wire.shift_insert(0, "type".to_owned(), json!(mode.as_str()));
        Value::Object(wire)
    }

    /// The bytes that are sealed.
    #[must_use]
    pub fn to_bytes(&self) -> SecretSlice<u8> {
        let mut wire = self.to_wire();
        if let Self::Custom(client, _) = self {
            let mut further = Map::new();
            client.write(&mut further);
            wire["scopes"] = further["scopes"].clone();
            wire["webhook_secret"] = further["webhook_secret"].clone();
        }
        SecretSlice::from(wire.to_string().into_bytes())
    }

    /// Reads what was sealed.
    pub fn from_bytes(bytes: &SecretSlice<u8>) -> Result<Self, CredentialProblem> {
        let value: Value = serde_json::from_slice(bytes.expose_secret()).map_err(|_| CredentialProblem)?;
        let mode = value.get("type").and_then(Value::as_str).ok_or(CredentialProblem)?;
        match AuthMode::try_from(mode).map_err(|_| CredentialProblem)? {
            mode @ (AuthMode::OAuth1
            | AuthMode::OAuth2
            | AuthMode::Tba
            | AuthMode::McpOAuth2
            | AuthMode::McpOAuth2Generic) => Ok(Self::Client(mode, OAuthClient::read(&value)?)),
            AuthMode::App => Ok(Self::App(AppIdentity::read(&value)?)),
            AuthMode::Custom => Ok(Self::Custom(OAuthClient::read(&value)?, AppIdentity::read(&value)?)),
            _ => Err(CredentialProblem),
        }
    }
}

impl OAuthClient {
    fn write(&self, wire: &mut Map<String, Value>) {
        let webhook_secret = self.webhook_secret.as_ref().map(ExposeSecret::expose_secret);
        wire.insert("client_id".to_owned(), json!(self.client_id));
        wire.insert("client_secret".to_owned(), json!(self.client_secret.expose_secret()));
        wire.insert("scopes".to_owned(), json!(self.scopes.join(",")));
        wire.insert("webhook_secret".to_owned(), json!(webhook_secret));
    }

    fn read(value: &Value) -> Result<Self, CredentialProblem> {
        let scopes = text(value, "scopes")?;
        Ok(Self {
            client_id: text(value, "client_id")?.to_owned(),
            client_secret: SecretString::from(text(value, "client_secret")?),
            scopes: scopes.split(',').filter(|scope| !scope.is_empty()).map(str::to_owned).collect(),
            webhook_secret: text(value, "webhook_secret").ok().map(SecretString::from),
        })
    }
}

impl AppIdentity {
    fn write(&self, wire: &mut Map<String, Value>) {
        wire.insert("app_id".to_owned(), json!(self.app_id));
        wire.insert("app_link".to_owned(), json!(self.app_link));
        wire.insert("private_key".to_owned(), json!(self.private_key.expose_secret()));
    }

    fn read(value: &Value) -> Result<Self, CredentialProblem> {
        Ok(Self {
            app_id: text(value, "app_id")?.to_owned(),
            app_link: text(value, "app_link")?.to_owned(),
            private_key: SecretString::from(text(value, "private_key")?),
        })
    }
}

fn text<'v>(value: &'v Value, name: &str) -> Result<&'v str, CredentialProblem> {
    value.get(name).and_then(Value::as_str).ok_or(CredentialProblem)
}
