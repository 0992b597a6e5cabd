//! The return with a code: its exchange, and what the connection becomes by it (provider-format.md §2.1.2 to §2.1.4).

use std::collections::BTreeMap;

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;

use super::{
    Client, Definition, TokenRequest,
    token_response::{Tokens, metadata},
};
use crate::{
    auth::{
        ClientOverride, ConfigValue, ConnectionConfig, Credential, Grant, OAuth2Token, SecretJson,
        ServiceContext, Subject,
        problem::ExchangeProblem,
        redirect::{Arrival, PendingOAuth2, ProviderError, ReturnProblem, Returning},
        template::Templates,
    },
    provider::interpolate::ValueEncoding,
};

/// A code, and what else of the callback its exchange may need.
#[derive(Clone, Copy)]
pub struct Code<'a> {
    /// The code.
    pub code: &'a SecretString,
    /// The verifier of the request.
    pub verifier: Option<&'a SecretString>,
    /// All parameters of the callback.
    pub query: &'a BTreeMap<String, String>,
}

/// Exchanges the code of a callback.
pub async fn arrive(
    cx: ServiceContext<'_>,
    returning: Returning<'_>,
    pending: &PendingOAuth2,
) -> Result<Arrival, ReturnProblem> {
    let Returning { subject, query, .. } = returning;
    let definition = Definition::of(subject.provider).map_err(ExchangeProblem::from)?;
    check_issuer(&definition, query)?;
    let code = query.get(definition.code_parameter()).filter(|code| !code.is_empty());
    let code = code.ok_or_else(|| ReturnProblem::NoCode(ProviderError::of(query)))?;
    let code = SecretString::from(code.as_str());
    let code = Code { code: &code, verifier: pending.code_verifier.as_ref(), query };
    let client = pending.client_override.as_ref();
    let grant = exchange(cx, &subject, &definition, code, client).await?;
    Ok(Arrival::Connected(grant))
}

/// RFC 9207, as far as the definition names an issuer.
fn check_issuer(definition: &Definition, query: &BTreeMap<String, String>) -> Result<(), ReturnProblem> {
    let Some(issuer) = &definition.raw().issuer else { return Ok(()) };
    match query.get("iss") {
        Some(said) if said == issuer => Ok(()),
        Some(_) => Err(ReturnProblem::IssuerMismatch),
        None if definition.raw().issuer_in_callback == Some(true) => Err(ReturnProblem::IssuerMissing),
        None => Ok(()),
    }
}

/// Code in, connection out.
pub async fn exchange(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    definition: &Definition,
    code: Code<'_>,
    client_override: Option<&ClientOverride>,
) -> Result<Grant, ExchangeProblem> {
    let client = Client::of(subject, client_override)?;
    let request = generic_request(cx, subject, definition, code, &client)?;
    let answer = request.send(cx).await?;
    let path = definition.raw().alternate_access_token_response_path.as_deref();
    let tokens = Tokens::of(&answer, path, cx.clock.now())?;
    Ok(settle(subject, definition, code.query, client_override, tokens, answer.body))
}

/// The request of the generic flow.
fn generic_request(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    definition: &Definition,
    code: Code<'_>,
    client: &Client,
) -> Result<TokenRequest, ExchangeProblem> {
    let templates = Templates::new(&cx, subject.connection_config);
    let url = templates.url("token_url", definition.token_url()?, ValueEncoding::Component)?;
    let mut request = TokenRequest::new(url, definition.body_format()?);
    request.set("grant_type", "authorization_code");
    request.set_secret("code", code.code);
    request.set("redirect_uri", subject.redirect_uri);
    for (name, value) in templates.parameters(definition.raw().token_params.as_ref())? {
        request.set(&name, value);
    }
    if let Some(verifier) = code.verifier {
        request.set_secret("code_verifier", verifier);
    }
    request.authenticate(client, definition.client_authentication()?);
    Ok(request)
}

/// What the connection becomes: the answer's values, over them the callback's, over them those it had.
fn settle(
    subject: &Subject<'_>,
    definition: &Definition,
    query: &BTreeMap<String, String>,
    client_override: Option<&ClientOverride>,
    tokens: Tokens,
    mut body: Value,
) -> Grant {
    let mut below = metadata(&body, definition.raw().token_response_metadata.as_ref());
    for name in definition.raw().redirect_uri_metadata.iter().flatten() {
        if let Some(text) = query.get(name) {
            below.set(name, text.as_str());
        }
    }
    let mut config = subject.connection_config.over(below);
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
        config.set("oauth_scopes_override", ConfigValue::from(serde_json::json!(scopes)));
    }
}
