//! What an owner may set, checked against the provider's definition (§3.4).

use indexmap::IndexMap;
use secrecy::SecretString;

use crate::{
    auth::{AppIdentity, ConnectionConfig, IntegrationCredential, OAuthClient, mcp::ClientRegistration},
    provider::{AuthMode, Provider},
    web::api::{
        ApiError,
        input::{
            integration::IntegrationSettings,
            integration_credentials::{self as input, IntegrationCredentials, OAuthKind},
        },
    },
};

/// The credential to store; its type must be the provider's mode.
pub fn credential(
    provider: &Provider,
    given: Option<&IntegrationCredentials>,
) -> Result<Option<IntegrationCredential>, ApiError> {
    let Some(given) = given else { return Ok(None) };
    if given.type_name() != provider.auth_mode.as_str() {
        let mode = provider.auth_mode.as_str();
        let message = format!("credentials.type is {}, but the provider needs {mode}", given.type_name());
        return Err(ApiError::bad_request("invalid_body", message));
    }
    Ok(Some(match given {
        IntegrationCredentials::OAuth(kind, client) => {
            IntegrationCredential::Client(mode(*kind), oauth_client(provider, client))
        }
        IntegrationCredentials::App(app) => IntegrationCredential::App(app_identity(app)),
        IntegrationCredentials::Custom(client, app) => {
            IntegrationCredential::Custom(oauth_client(provider, client), app_identity(app))
        }
    }))
}

/// Providers whose integrations cannot do without a credential.
#[must_use]
pub fn needs_credential(provider: &Provider) -> bool {
    let mode = provider.auth_mode;
    matches!(mode, AuthMode::OAuth1 | AuthMode::OAuth2 | AuthMode::App | AuthMode::Custom)
        || ClientRegistration::of(provider) == Some(ClientRegistration::Owner)
}

/// The further settings, on top of those that stand; nothing where none are given.
pub fn custom(
    provider: &Provider,
    given: &IntegrationSettings,
    standing: ConnectionConfig,
) -> Result<Option<ConnectionConfig>, ApiError> {
    if given.custom.is_some() && !provider.integration_config.is_empty() {
        let message = "This provider has fields of its own for this: use integration_config, not custom";
        return Err(ApiError::bad_request("invalid_body", message));
    }
    if let Some(config) = &given.integration_config {
        known_fields(provider, config)?;
        let mut merged = standing;
        merged.extend(config.iter().map(|(name, value)| (name.clone(), value.clone())));
        return Ok(Some(merged));
    }
    let values = given.custom.as_ref().map(|custom| custom.clone().into_iter().collect());
    Ok(values.map(ConnectionConfig::new))
}

fn known_fields(provider: &Provider, config: &IndexMap<String, SecretString>) -> Result<(), ApiError> {
    let known = |name: &str| provider.integration_config.iter().any(|field| field.name.as_str() == name);
    match config.keys().find(|name| !known(name)) {
        Some(name) => {
            let message = format!("integration_config.{name} is not a field of this provider");
            Err(ApiError::bad_request("invalid_body", message))
        }
        None => Ok(()),
    }
}

const fn mode(kind: OAuthKind) -> AuthMode {
    match kind {
        OAuthKind::OAuth1 => AuthMode::OAuth1,
        OAuthKind::OAuth2 => AuthMode::OAuth2,
        OAuthKind::Tba => AuthMode::Tba,
        OAuthKind::McpOAuth2 => AuthMode::McpOAuth2,
    }
}

/// Where no scopes are given, the definition's are stored.
fn oauth_client(provider: &Provider, client: &input::OAuthClient) -> OAuthClient {
    let scopes = if client.scopes.is_empty() {
        provider.default_scopes.iter().map(ToString::to_string).collect()
    } else {
        client.scopes.clone()
    };
    OAuthClient {
        client_id: client.client_id.clone(),
        client_secret: client.client_secret.clone(),
        scopes,
        webhook_secret: client.webhook_secret.clone(),
    }
}

fn app_identity(app: &input::AppIdentity) -> AppIdentity {
    AppIdentity {
        app_id: app.app_id.clone(),
        app_link: app.app_link.clone(),
        private_key: app.private_key.clone(),
    }
}
