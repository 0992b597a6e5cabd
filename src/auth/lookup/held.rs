//! Values that need no question: they stand in the credential, or follow from other values.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use url::Url;

use super::{Account, LookupProblem, Values, reading::text};
use crate::auth::{ConfigValue, Credential};

/// Adobe wants the client's name in a header of every call.
pub(super) fn adobe(account: &Account<'_>) -> Result<Values, LookupProblem> {
    match account.credential {
        Credential::OAuth2ClientCredentials(credentials) => {
            Ok(vec![named("clientId", &credentials.client.client_id)])
        }
        _ => Err(LookupProblem::Credential),
    }
}

/// The region follows from the API's host: `https://www.zohoapis.com.au` is `com.au`. Canada is left out: its servers
/// have another name, which `accounts.zoho.ca` is not.
pub(super) fn zoho(account: &Account<'_>) -> Result<Values, LookupProblem> {
    let domain = account.connection_config.text("api_domain").map(SecretString::expose_secret);
    let host = domain.and_then(|domain| Url::parse(domain).ok()?.host_str().map(str::to_owned));
    let extension = host.as_deref().and_then(|host| host.strip_prefix("www.zohoapis."));
    let is_region = |text: &&str| {
        *text != "ca"
            && text.len() <= 6
            && text.split('.').all(|label| {
                (2..=3).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_lowercase())
            })
    };
    let extension = extension.filter(is_region).ok_or(LookupProblem::Missing("extension"))?;
    Ok(vec![named("extension", extension)])
}

/// Sellsy writes the customer's number into the token.
pub(super) fn sellsy(account: &Account<'_>) -> Result<Values, LookupProblem> {
    let claims = claims(account.credential)?;
    let id = ["corpid", "corpId"].iter().find_map(|name| claims.get(name).and_then(text));
    Ok(vec![named("corpid", &id.ok_or(LookupProblem::Missing("corpid"))?)])
}

/// A token for Microsoft Graph says of which tenant it is.
pub(super) fn microsoft_tenant(account: &Account<'_>) -> Result<Values, LookupProblem> {
    let tenant = claims(account.credential)?.get("tid").and_then(text);
    Ok(vec![named("tenantId", &tenant.ok_or(LookupProblem::Missing("tenantId"))?)])
}

/// `HighLevel` says with the token whether it is one of an agency or of one of its locations.
pub(super) fn highlevel(account: &Account<'_>) -> Result<Values, LookupProblem> {
    let raw = raw(account.credential)?;
    let value = |name: &str| Some(named(name, &raw.get(name).and_then(text)?));
    let values: Values = ["companyId", "locationId"].into_iter().filter_map(value).collect();
    if values.is_empty() { Err(LookupProblem::Missing("companyId")) } else { Ok(values) }
}

/// Snowflake says with the token whose it is.
pub(super) fn snowflake(account: &Account<'_>) -> Result<Values, LookupProblem> {
    let name = raw(account.credential)?.get("username").and_then(text);
    Ok(vec![named("username", &name.ok_or(LookupProblem::Missing("username"))?)])
}

fn named(name: &str, value: &str) -> (String, ConfigValue) {
    (name.to_owned(), ConfigValue::from(value))
}

fn raw(credential: &Credential) -> Result<Value, LookupProblem> {
    match credential {
        Credential::OAuth2(token) => Ok(token.raw.to_value()),
        Credential::OAuth2ClientCredentials(credentials) => Ok(credentials.raw.to_value()),
        _ => Err(LookupProblem::Credential),
    }
}

/// What a token in JWT form says. It came from the token endpoint itself: nobody else's signature is in question.
fn claims(credential: &Credential) -> Result<Value, LookupProblem> {
    let token = match credential {
        Credential::OAuth2(token) => &token.access_token,
        Credential::OAuth2ClientCredentials(credentials) => &credentials.token,
        _ => return Err(LookupProblem::Credential),
    };
    let payload = token.expose_secret().split('.').nth(1);
    let bytes = payload.and_then(|part| URL_SAFE_NO_PAD.decode(part.trim_end_matches('=')).ok());
    bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).ok_or(LookupProblem::Credential)
}
