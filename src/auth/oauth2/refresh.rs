//! Renewal by a refresh token (provider-format.md §2.1.5, without its defects).

use secrecy::ExposeSecret as _;

use super::{Client, Definition, TokenRequest, token_response::Tokens};
use crate::{
    auth::{
        Credential, Grant, OAuth2Token, SecretJson, ServiceContext, Subject,
        problem::{DefinitionProblem, ExchangeProblem},
        template::Templates,
    },
    provider::interpolate::ValueEncoding,
};

/// Old tokens in, new ones out.
pub async fn refresh(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    token: &OAuth2Token,
) -> Result<Grant, ExchangeProblem> {
    let definition = Definition::of(subject.provider)?;
    let client = Client::of(subject, token.client_override.as_ref())?;
    let request = generic_request(cx, subject, &definition, token, &client)?;
    let answer = request.send(cx).await?;
    let path = definition.raw().alternate_access_token_response_path.as_deref();
    let tokens = Tokens::of(&answer, path, cx.clock.now())?;
    Ok(settle(subject, token, tokens, answer.body))
}

/// `grant_type` is always `refresh_token`, whatever the definition's parameters say of the first exchange.
fn generic_request(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    definition: &Definition,
    token: &OAuth2Token,
    client: &Client,
) -> Result<TokenRequest, ExchangeProblem> {
    let refresh_token =
        token.refresh_token.as_ref().ok_or(DefinitionProblem::Unresolved(vec!["refresh_token".into()]))?;
    let templates = Templates::new(&cx, subject.connection_config);
    let url = templates.url("token_url", definition.token_url()?, ValueEncoding::Component)?;
    let mut request = TokenRequest::new(url, definition.body_format()?);
    for (name, value) in templates.parameters(definition.refresh_params())? {
        request.set(&name, value);
    }
    request.set_first("grant_type", "refresh_token");
    request.set_secret("refresh_token", refresh_token);
    request.authenticate(client, definition.client_authentication()?);
    Ok(request)
}

/// What is not renewed stays as it was.
fn settle(subject: &Subject<'_>, old: &OAuth2Token, tokens: Tokens, mut body: serde_json::Value) -> Grant {
    let refresh_token = tokens.refresh_token.or_else(|| old.refresh_token.clone());
    if let Some(token) = &refresh_token
        && let Some(map) = body.as_object_mut()
    {
        map.entry("refresh_token").or_insert_with(|| token.expose_secret().into());
    }
    Grant {
        credential: Credential::OAuth2(OAuth2Token {
            access_token: tokens.access_token,
            refresh_token,
            expires_at: tokens.expires_at,
            client_override: old.client_override.clone(),
            raw: SecretJson::new(&body),
        }),
        connection_config: subject.connection_config.clone(),
        granted_scopes: tokens.scopes,
    }
}
