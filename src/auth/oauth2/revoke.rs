//! Ending a grant at the service (RFC 7009): where the definition or the server's metadata names an endpoint.

use secrecy::SecretString;
use url::Url;

use super::{BodyFormat, ClientAuthentication, Conversation, TokenRequest};
use crate::{
    auth::{OAuth2Token, ServiceContext, Subject, mcp, problem::ExchangeProblem},
    provider::{
        AuthMode,
        interpolate::{BuiltUrl, ValueEncoding},
    },
};

/// What a service was told to forget, and accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revoked {
    /// The access token.
    pub access_token: bool,
    /// The refresh token.
    pub refresh_token: bool,
}

/// Ends both tokens, the longer-lived one first. What cannot be ended is told, unless nothing could.
pub async fn revoke(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    token: &OAuth2Token,
) -> Result<Revoked, ExchangeProblem> {
    let refresh = match &token.refresh_token {
        Some(refresh_token) => Some(one(cx, subject, token, refresh_token, "refresh_token").await),
        None => None,
    };
    if let Some(Err(ExchangeProblem::NotOffered)) = refresh {
        return Err(ExchangeProblem::NotOffered);
    }
    let access = one(cx, subject, token, &token.access_token, "access_token").await;
    match (refresh, access) {
        (Some(Err(problem)), Err(_)) | (None, Err(problem)) => Err(problem),
        (refresh, access) => {
            Ok(Revoked { access_token: access.is_ok(), refresh_token: matches!(refresh, Some(Ok(()))) })
        }
    }
}

async fn one(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    token: &OAuth2Token,
    value: &SecretString,
    hint: &str,
) -> Result<(), ExchangeProblem> {
    let mut request = request(cx, subject, token)?;
    request.parameters.shift_insert(
        0,
        "token".to_owned(),
        secrecy::ExposeSecret::expose_secret(value).into(),
    );
    request.secrets.push(value.clone());
    request.parameters.shift_insert(1, "token_type_hint".to_owned(), hint.into());
    request.send_for_status(cx).await
}

/// The endpoint, with the client's proof.
fn request(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    token: &OAuth2Token,
) -> Result<TokenRequest, ExchangeProblem> {
    if subject.provider.auth_mode == AuthMode::McpOAuth2Generic {
        let (endpoint, client) = mcp::revocation(subject).ok_or(ExchangeProblem::NotOffered)?;
        let url = Url::parse(&endpoint).map_err(|_| ExchangeProblem::NotOffered)?;
        let mut request = TokenRequest::new(BuiltUrl { url, definition_port: None }, BodyFormat::Form);
        request.authenticate(&client, ClientAuthentication::Body);
        return Ok(request);
    }
    let talk = Conversation::open(cx, subject, token.client_override.as_ref())?;
    let template = talk.definition.raw().revocation_url.as_deref().ok_or(ExchangeProblem::NotOffered)?;
    let url = talk.templates.url("revocation_url", template, ValueEncoding::Component)?;
    let mut request = TokenRequest::new(url, BodyFormat::Form);
    talk.prove(&mut request)?;
    Ok(request)
}
