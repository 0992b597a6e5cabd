//! Tokens beside a connection's own, kept among its values: one for the organization's `SharePoint`, one for a bot.
//!
//! They are a help and never a condition: where one cannot be had, the connection stands without it, and the log says why.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use super::{Quirk, further::renewal};
use crate::{
    auth::{
        ConfigValue, ConnectionConfig,
        oauth2::{
            Answer, BodyFormat, ClientAuthentication, Conversation, TokenRequest, Tokens,
            token_response::{expires_at, text},
        },
        problem::{DefinitionProblem, ExchangeProblem},
        template::Templates,
    },
    outbound::Method,
    provider::interpolate::ValueEncoding,
};

/// The place of `SharePoint`'s token.
pub const SHAREPOINT_TOKEN: &str = "sharepointAccessToken";
/// The place of the bot's token.
pub const BOT_TOKEN: &str = "botAccessToken";
/// When a token that could not be renewed is tried again.
pub const NEXT_ATTEMPT: &str = "next_attempt_at";

const BOT_TENANT: &str = "botHostTenantId";
/// What Microsoft Graph says of the organization's first site, its host among it.
const ROOT_SITE: &str = "/v1.0/sites/root";
/// Longer than the margin of freshness: until then a failed attempt does not make the connection due.
const PAUSE_MINUTES: i64 = 60;

/// Fetches or renews what this service has beside the tokens that were just granted.
pub async fn obtain(talk: &Conversation<'_>, granted: &Tokens, config: &mut ConnectionConfig) {
    let (name, obtained) = match talk.quirk {
        Some(Quirk::SharePoint) => (SHAREPOINT_TOKEN, sharepoint(talk, granted, config).await),
        Some(Quirk::TeamsBot) => (BOT_TOKEN, bot(talk, config).await),
        _ => return,
    };
    match obtained {
        Ok(Some(token)) => config.set(name, ConfigValue::from(token)),
        Ok(None) => {}
        Err(problem) => {
            // what was granted must not be lost: it is kept, and this one is tried again later
            tracing::warn!(%problem, name, "a second token was not obtained");
            postpone(name, talk, config);
        }
    }
}

fn postpone(name: &str, talk: &Conversation<'_>, config: &mut ConnectionConfig) {
    let Some(mut second) = kept(name, config) else { return };
    second[NEXT_ATTEMPT] = talk.cx.clock.now().plus_minutes(PAUSE_MINUTES).to_z_iso().into();
    config.set(name, ConfigValue::from(second));
}

fn kept(name: &str, config: &ConnectionConfig) -> Option<Value> {
    match config.get(name)? {
        ConfigValue::Json(second) => Some(second.to_value()),
        ConfigValue::Text(_) | ConfigValue::Flag(_) => None,
    }
}

/// The one that is kept is renewed by its own refresh token; the first one is asked for by the connection's, which
/// Microsoft takes for every resource.
async fn sharepoint(
    talk: &Conversation<'_>,
    granted: &Tokens,
    config: &ConnectionConfig,
) -> Result<Option<Value>, ExchangeProblem> {
    let mut second = match kept(SHAREPOINT_TOKEN, config) {
        Some(second) => second,
        None => json!({ "resource": root_site(talk, &granted.access_token).await? }),
    };
    let own = text(&second, "refresh_token").or_else(|| granted.refresh_token.clone());
    let Some(refresh_token) = own else { return Ok(None) };
    let mut request = renewal(talk, &refresh_token)?;
    if let Some(resource) = second.get("resource").and_then(Value::as_str) {
        request.set("scope", format!("{resource}/.default offline_access"));
    }
    put(&mut second, &request.send(talk.cx).await?, talk);
    Ok(Some(second))
}

/// The origin of the organization's `SharePoint`.
async fn root_site(talk: &Conversation<'_>, token: &SecretString) -> Result<String, ExchangeProblem> {
    let base = talk.subject.provider.proxy.base_url.as_deref();
    let base = base.ok_or(DefinitionProblem::Missing("proxy.base_url"))?;
    let mut url = talk.templates.url("proxy.base_url", base, ValueEncoding::Component)?;
    url.url.set_path(ROOT_SITE);
    let mut request = TokenRequest::new(url, BodyFormat::Query);
    request.method = Method::GET;
    request.secrets.push(token.clone());
    request.header("authorization", format!("Bearer {}", token.expose_secret()));
    let site = request.send(talk.cx).await?.body;
    let host = site.pointer("/siteCollection/hostname").and_then(Value::as_str).filter(|host| is_host(host));
    let unknown = || DefinitionProblem::Unresolved(vec!["siteCollection.hostname".to_owned()]);
    Ok(format!("https://{}", host.ok_or_else(unknown)?))
}

/// It becomes part of a scope: a name, and nothing that would end it.
fn is_host(host: &str) -> bool {
    !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte))
}

/// By client credentials, in the tenant where the bot is at home.
async fn bot(talk: &Conversation<'_>, config: &ConnectionConfig) -> Result<Option<Value>, ExchangeProblem> {
    let Some(tenant) = config.text(BOT_TENANT).cloned() else { return Ok(None) };
    let mut values = config.clone();
    values.set("tenantId", tenant);
    let templates = Templates::new(&talk.cx, &values);
    let url = templates.url("token_url", talk.definition.token_url()?, ValueEncoding::Component)?;
    let mut request = TokenRequest::new(url, BodyFormat::Form);
    request.set("grant_type", "client_credentials");
    request.authenticate(&talk.client, ClientAuthentication::Body);
    request.set("scope", "https://api.botframework.com/.default");
    let mut token = json!({});
    put(&mut token, &request.send(talk.cx).await?, talk);
    Ok(Some(token))
}

/// Copies an answer's tokens, with the moment of their end.
fn put(into: &mut Value, answer: &Answer, talk: &Conversation<'_>) {
    for name in ["access_token", "refresh_token", "expires_in"] {
        if let Some(value) = answer.body.get(name) {
            into[name] = value.clone();
        }
    }
    if let Some(end) = expires_at(&answer.body, 1000, talk.cx.clock.now()) {
        into["expires_at"] = end.to_z_iso().into();
    }
    if let Some(map) = into.as_object_mut() {
        map.shift_remove(NEXT_ATTEMPT);
    }
}
