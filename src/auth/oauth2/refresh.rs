//! Renewal by a refresh token (provider-format.md §2.1.5, without its defects).

use secrecy::ExposeSecret as _;
use serde_json::Value;

use super::{Conversation, TokenRequest, quirk, token_response::Tokens};
use crate::auth::{
    Credential, Grant, OAuth2Token, SecretJson, ServiceContext, Subject, problem::ExchangeProblem,
};

/// Old tokens in, new ones out.
pub async fn refresh(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    token: &OAuth2Token,
) -> Result<Grant, ExchangeProblem> {
    let talk = Conversation::open(cx, subject, token.client_override.as_ref())?;
    let mut request = generic_request(&talk, token)?;
    quirk::shape_refresh(&mut request, &talk, token)?;
    let mut answer = request.send(cx).await?;
    quirk::after_refresh(&talk, token, &mut answer).await?;
    let tokens = Tokens::of(&answer, &talk, cx.clock.now())?;
    let mut config = subject.connection_config.clone();
    quirk::renewed_values(&talk, &answer, &mut config);
    if let Err(problem) = quirk::second_tokens(&talk, &mut config).await {
        // the first answer must not be lost; the second token is still due, and tried again
        tracing::warn!(%problem, "a second token was not renewed");
    }
    let keeps_refresh_token = talk.quirk.is_some_and(|quirk| quirk.keeps_refresh_token(subject));
    let (credential, granted_scopes) = settle(token, tokens, answer.body, keeps_refresh_token);
    Ok(Grant { credential, connection_config: config, granted_scopes })
}

/// `grant_type` is always `refresh_token`, whatever the definition's parameters say of the first exchange.
fn generic_request(talk: &Conversation<'_>, token: &OAuth2Token) -> Result<TokenRequest, ExchangeProblem> {
    let mut request = talk.request("refresh_url", talk.definition.refresh_url()?)?;
    for (name, value) in talk.templates.parameters(talk.definition.refresh_params())? {
        request.set(&name, value);
    }
    request.set_first("grant_type", "refresh_token");
    if let Some(refresh_token) = &token.refresh_token {
        request.set_secret("refresh_token", refresh_token);
    }
    talk.prove(&mut request)?;
    Ok(request)
}

/// What is not renewed stays as it was.
fn settle(
    old: &OAuth2Token,
    tokens: Tokens,
    mut body: Value,
    keeps_refresh_token: bool,
) -> (Credential, Option<Vec<String>>) {
    let new = tokens.refresh_token.filter(|_| !keeps_refresh_token);
    let refresh_token = new.or_else(|| old.refresh_token.clone());
    if let (Some(token), Some(map)) = (&refresh_token, body.as_object_mut()) {
        map.insert("refresh_token".into(), token.expose_secret().into());
    }
    let token = OAuth2Token {
        access_token: tokens.access_token,
        refresh_token,
        expires_at: tokens.expires_at,
        client_override: old.client_override.clone(),
        raw: SecretJson::new(&body),
    };
    (Credential::OAuth2(token), tokens.scopes)
}
