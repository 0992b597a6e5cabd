//! The exchange of a code for tokens, and what the connection becomes by it (provider-format.md §2.1.3, §2.1.4).

use std::collections::BTreeMap;

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use super::{
    Conversation, TokenRequest, quirk,
    token_response::{Tokens, metadata},
};
use crate::auth::{
    ClientOverride, ConfigValue, ConnectionConfig, Credential, Grant, OAuth2Token, SecretJson,
    ServiceContext, Subject, problem::ExchangeProblem,
};

/// A code, and what else of the callback its exchange may need.
#[derive(Clone, Copy)]
pub struct Code<'a> {
    /// The code.
    pub value: &'a SecretString,
    /// The verifier of the request.
    pub verifier: Option<&'a SecretString>,
    /// All parameters of the callback.
    pub query: &'a BTreeMap<String, String>,
    /// What the callback or an installation's webhook adds to the connection's values.
    pub metadata: &'a ConnectionConfig,
}

/// Code in, connection out.
pub async fn exchange(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    code: Code<'_>,
    client_override: Option<&ClientOverride>,
) -> Result<Grant, ExchangeProblem> {
    // The callback says where some services' token endpoints are.
    let known = subject.connection_config.over(code.metadata.clone());
    let speaking = Subject { connection_config: &known, ..*subject };
    let talk = Conversation::open(cx, &speaking, client_override)?;
    let mut request = generic_request(&talk, code)?;
    quirk::shape_exchange(&mut request, &talk, code)?;
    let mut answer = request.send(cx).await?;
    quirk::after_exchange(&talk, &mut answer).await?;
    let tokens = Tokens::of(&answer, &talk, cx.clock.now())?;
    let mut below = metadata(&answer.body, talk.definition.raw().token_response_metadata.as_ref());
    below = code.metadata.over(below);
    let mut config = subject.connection_config.over(below);
    quirk::second_token(&talk, &tokens, &mut config).await;
    Ok(settle(config, client_override, tokens, answer.body))
}

/// The request of the generic flow.
fn generic_request(talk: &Conversation<'_>, code: Code<'_>) -> Result<TokenRequest, ExchangeProblem> {
    let mut request = talk.request("token_url", talk.definition.token_url()?)?;
    request.set("grant_type", "authorization_code");
    request.set_secret("code", code.value);
    request.set("redirect_uri", talk.subject.redirect_uri);
    for (name, value) in talk.templates.parameters(talk.definition.raw().token_params.as_ref())? {
        request.set(&name, value);
    }
    if let Some(verifier) = code.verifier {
        request.set_secret("code_verifier", verifier);
    }
    talk.prove(&mut request)?;
    Ok(request)
}

/// What the connection becomes.
fn settle(
    mut config: ConnectionConfig,
    client_override: Option<&ClientOverride>,
    tokens: Tokens,
    mut body: Value,
) -> Grant {
    let refresh_override = client_override.and_then(|client| client.refresh_token.clone());
    tidy_overrides(&mut config, refresh_override.is_some());
    if let Some(token) = &refresh_override {
        body["refresh_token"] = token.expose_secret().into();
    }
    let token = OAuth2Token {
        access_token: tokens.access_token,
        refresh_token: refresh_override.or(tokens.refresh_token),
        expires_at: tokens.expires_at,
        client_override: client_override.cloned(),
        raw: SecretJson::new(&body),
    };
    Grant { credential: Credential::OAuth2(token), connection_config: config, granted_scopes: tokens.scopes }
}

/// Overrides move to the credential; a list of scopes becomes one (wire-protocol.md §4.5).
fn tidy_overrides(config: &mut ConnectionConfig, has_refresh_override: bool) {
    ClientOverride::strip(config);
    if has_refresh_override {
        config.set("overrideTokenRefresh", true);
    }
    if let Some(scopes) = config.text("oauth_scopes_override").map(|text| text.expose_secret().to_owned()) {
        let scopes: Vec<&str> = scopes.split(',').map(str::trim).filter(|scope| !scope.is_empty()).collect();
        config.set("oauth_scopes_override", ConfigValue::from(json!(scopes)));
    }
}
