//! Asking whether a token still holds (RFC 7662), at services that do not say when it ends.

use secrecy::SecretString;
use serde_json::Value;
use url::Url;

use super::{BodyFormat, Client, ClientAuthentication, Conversation, TokenRequest};
use crate::{
    auth::{
        Credential, ServiceContext, Subject,
        problem::{DefinitionProblem, ExchangeProblem},
        renew::Freshness,
    },
    provider::interpolate::BuiltUrl,
};

/// Asks.
pub async fn introspect(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    credential: &Credential,
) -> Result<Freshness, ExchangeProblem> {
    let (token, client, raw): (&SecretString, Client, Value) = match credential {
        Credential::OAuth2(token) => {
            let talk = Conversation::open(cx, subject, token.client_override.as_ref())?;
            (&token.access_token, talk.client, token.raw.to_value())
        }
        Credential::OAuth2ClientCredentials(credentials) => {
            let own = &credentials.client;
            let client = Client { id: own.client_id.clone(), secret: own.client_secret.clone() };
            (&credentials.token, client, credentials.raw.to_value())
        }
        _ => return Err(ExchangeProblem::NotOffered),
    };
    let mut request = TokenRequest::new(endpoint(&raw)?, BodyFormat::Form);
    request.set_secret("token", token);
    request.authenticate(&client, ClientAuthentication::Body);
    let answer = request.send(cx).await?;
    let is_active = answer.body.get("active") == Some(&Value::Bool(true));
    Ok(if is_active { Freshness::Fresh } else { Freshness::Due })
}

/// Salesforce names the instance in the answer to the exchange.
fn endpoint(raw: &Value) -> Result<BuiltUrl, ExchangeProblem> {
    // never an address that somebody typed: the client's secret goes there
    let instance = raw.get("instance_url").and_then(Value::as_str);
    let missing = || DefinitionProblem::Unresolved(vec!["instance_url".to_owned()]);
    let url = Url::parse(instance.ok_or_else(missing)?).ok();
    let url = url.and_then(|url| url.join("/services/oauth2/introspect").ok()).ok_or_else(missing)?;
    Ok(BuiltUrl { url, definition_port: None })
}
