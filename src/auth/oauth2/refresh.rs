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
    let mut tokens = Tokens::of(&answer, &talk, cx.clock.now())?;
    let keeps_refresh_token = talk.quirk.is_some_and(|quirk| quirk.keeps_refresh_token(subject));
    tokens.refresh_token =
        tokens.refresh_token.filter(|_| !keeps_refresh_token).or_else(|| token.refresh_token.clone());
    let mut config = subject.connection_config.clone();
    quirk::renewed_values(&talk, &answer, &mut config);
    quirk::second_token(&talk, &tokens, &mut config).await;
    let (credential, granted_scopes) = settle(token, tokens, answer.body);
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

/// The connection's client stays.
fn settle(old: &OAuth2Token, tokens: Tokens, mut body: Value) -> (Credential, Option<Vec<String>>) {
    if let (Some(token), Some(map)) = (&tokens.refresh_token, body.as_object_mut()) {
        map.insert("refresh_token".into(), token.expose_secret().into());
    }
    let token = OAuth2Token {
        access_token: tokens.access_token,
        refresh_token: tokens.refresh_token,
        expires_at: tokens.expires_at,
        client_override: old.client_override.clone(),
        raw: SecretJson::new(&body),
    };
    (Credential::OAuth2(token), tokens.scopes)
}
