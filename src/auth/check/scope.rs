//! The names that templates of proxy and verification may use (provider-format.md §3.4).

use secrecy::ExposeSecret as _;

use crate::{
    auth::{ConnectionConfig, Credential},
    provider::interpolate::{Scope, Value},
};

/// The values of a credential and its connection.
pub(super) fn scope(credential: &Credential, config: &ConnectionConfig) -> Scope {
    let mut own = Scope::new();
    match credential {
        Credential::ApiKey { key } => own.insert("apiKey", key.expose_secret()),
        Credential::Basic { username, password } => {
            own.insert("username", username.expose_secret());
            own.insert("password", password.expose_secret());
        }
        Credential::OAuth2(token) => own.insert("accessToken", token.access_token.expose_secret()),
        Credential::OAuth2ClientCredentials(credentials) => {
            own.insert("accessToken", credentials.token.expose_secret());
        }
        Credential::App(token) => own.insert("accessToken", token.access_token.expose_secret()),
        Credential::TwoStep(token) => own.insert("accessToken", token.token.expose_secret()),
        Credential::Jwt(credential) => own.insert("accessToken", credential.token.expose_secret()),
        Credential::Signature(token) => own.insert("accessToken", token.token.expose_secret()),
        Credential::Bill(session) => own.insert("sessionId", session.session_id.expose_secret()),
        Credential::Unauthenticated
        | Credential::OAuth2Pending
        | Credential::OAuth1 { .. }
        | Credential::Tba(_)
        | Credential::AwsSigV4(_) => {}
    }
    let credentials = match credential {
        Credential::ApiKey { .. } | Credential::Basic { .. } => own.clone(),
        _ => Scope::from_json(&credential.to_wire()),
    };
    let values = config.scope();
    own.with("credentials", Value::from(credentials))
        .with("connectionConfig", Value::from(values.clone()))
        .with("connection_config", Value::from(values))
}
