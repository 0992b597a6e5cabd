//! The further calls that some services need before a token, and what renewals do to a connection's values.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;

use super::{LongLived, Quirk, braintree};
use crate::{
    auth::{
        ConnectionConfig, OAuth2Token,
        oauth2::{Answer, BodyFormat, Conversation, TokenRequest, token_response::text},
        problem::{DefinitionProblem, ExchangeProblem},
    },
    outbound::Method,
};

/// After the exchange of a code.
pub async fn after_exchange(talk: &Conversation<'_>, answer: &mut Answer) -> Result<(), ExchangeProblem> {
    match talk.quirk {
        Some(Quirk::LongLived(service)) => long_lived(talk, service, answer).await,
        Some(Quirk::Bullhorn) => bullhorn_session(talk, answer).await,
        Some(Quirk::Slack) => slack_refusal(answer),
        Some(Quirk::Braintree) => {
            braintree::read(answer);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// After a renewal.
pub async fn after_refresh(
    talk: &Conversation<'_>,
    old: &OAuth2Token,
    answer: &mut Answer,
) -> Result<(), ExchangeProblem> {
    match talk.quirk {
        Some(Quirk::Bullhorn) => {
            if let Err(problem) = bullhorn_session(talk, answer).await {
                // the new refresh token must not be lost: the old session stands in, and is due at once
                tracing::warn!(%problem, "no session for a renewed token");
                answer.body["BhRestToken"] = old.access_token.expose_secret().into();
                answer.body["expires_in"] = 1.into();
            }
            Ok(())
        }
        Some(Quirk::Braintree) => {
            braintree::read(answer);
            Ok(())
        }
        Some(Quirk::Coros) => prolonged(old, answer),
        Some(Quirk::Slack) => {
            slack_refusal(answer)?;
            slack_user(talk, old, answer).await;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// A short-lived token in, a long-lived one in its place.
async fn long_lived(
    talk: &Conversation<'_>,
    service: LongLived,
    answer: &mut Answer,
) -> Result<(), ExchangeProblem> {
    let short = text(&answer.body, "access_token").ok_or_else(|| answer.without_token())?;
    let mut request = talk.request("refresh_url", talk.definition.refresh_url()?)?;
    request.url.url.set_path("/access_token");
    request.method = Method::GET;
    request.format = BodyFormat::Query;
    request.set("grant_type", service.exchange_grant());
    request.set_secret("client_secret", &talk.client.secret);
    request.set_secret("access_token", &short);
    let long = request.send(talk.cx).await?;
    if let (Some(body), Some(new)) = (answer.body.as_object_mut(), long.body.as_object()) {
        body.extend(new.clone());
    }
    Ok(())
}

/// Bullhorn's API wants a session, not the token. Its host stands in the same data centre as the token endpoint.
async fn bullhorn_session(talk: &Conversation<'_>, answer: &mut Answer) -> Result<(), ExchangeProblem> {
    let token = text(&answer.body, "access_token").ok_or_else(|| answer.without_token())?;
    let mut request = talk.request("token_url", talk.definition.token_url()?)?;
    let host = request.url.url.host_str().unwrap_or_default().replacen("auth", "rest", 1);
    request.url.url.set_host(Some(&host)).map_err(|_| DefinitionProblem::Missing("token_url"))?;
    request.url.url.set_path("/rest-services/login");
    request.set("version", "*");
    request.set_secret("access_token", &token);
    let session = request.send(talk.cx).await?;
    if let (Some(body), Some(new)) = (answer.body.as_object_mut(), session.body.as_object()) {
        body.extend(new.clone());
    }
    Ok(())
}

fn slack_refusal(answer: &Answer) -> Result<(), ExchangeProblem> {
    let is_refusal = answer.body.get("ok") == Some(&Value::Bool(false));
    if is_refusal { Err(answer.refused()) } else { Ok(()) }
}

/// The user's token beside the bot's is renewed by a call of its own.
async fn slack_user(talk: &Conversation<'_>, old: &OAuth2Token, answer: &mut Answer) {
    let before = old.raw.to_value();
    let Some(user) = before.get("authed_user").filter(|_| before.get("access_token").is_some()) else {
        return;
    };
    let mut user = user.clone();
    if let Some(refresh_token) = text(&user, "refresh_token") {
        match renewed_slack_user(talk, &refresh_token).await {
            Ok(renewed) => {
                let root = renewed.body.get("authed_user").unwrap_or(&renewed.body);
                for name in ["access_token", "refresh_token", "expires_in", "scope"] {
                    if let Some(value) = root.get(name) {
                        user[name] = value.clone();
                    }
                }
            }
            Err(problem) => {
                // the bot's new refresh token must not be lost: the user's token is due at once
                tracing::warn!(%problem, "a user's token was not renewed beside its bot's");
                user["expires_in"] = 1.into();
            }
        }
    }
    answer.body["authed_user"] = user;
}

async fn renewed_slack_user(
    talk: &Conversation<'_>,
    token: &SecretString,
) -> Result<Answer, ExchangeProblem> {
    let renewed = renewal(talk, token)?.send(talk.cx).await?;
    slack_refusal(&renewed)?;
    Ok(renewed)
}

/// Coros prolongs the token that it gave, and says only whether it did.
fn prolonged(old: &OAuth2Token, answer: &mut Answer) -> Result<(), ExchangeProblem> {
    if answer.body.get("result").and_then(Value::as_str) != Some("0000") {
        return Err(answer.refused());
    }
    answer.body["access_token"] = old.access_token.expose_secret().into();
    Ok(())
}

/// What a renewal changes among the connection's values.
pub fn renewed_values(talk: &Conversation<'_>, answer: &Answer, config: &mut ConnectionConfig) {
    if talk.quirk == Some(Quirk::Bullhorn)
        && let Some(url) = text(&answer.body, "restUrl")
    {
        config.set("restUrl", url);
    }
}

/// A plain renewal by another refresh token than the connection's own.
pub fn renewal(talk: &Conversation<'_>, token: &SecretString) -> Result<TokenRequest, ExchangeProblem> {
    let mut request = talk.request("token_url", talk.definition.token_url()?)?;
    request.set("grant_type", "refresh_token");
    request.set_secret("refresh_token", token);
    talk.prove(&mut request)?;
    Ok(request)
}
