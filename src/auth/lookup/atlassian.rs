//! Which site of an Atlassian account is meant, and who is connected there. One consent may cover several sites; calls
//! go to `/ex/{product}/{cloudId}/…` of one of them.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;

use super::{
    Account, Found, LookupProblem, Values,
    question::{Call, Host, Question, below},
    reading::text,
};
use crate::{
    auth::{ConfigValue, ServiceContext},
    outbound::Method,
};

/// Who is connected, by the API of the product that the consent is for.
const PERSON: [&str; 2] = ["jira/{id}/rest/api/3/myself", "confluence/{id}/wiki/rest/api/user/current"];

/// Site first, then the person there. That a token may not say who it is of does not matter.
pub(super) async fn find(cx: ServiceContext<'_>, account: &Account<'_>) -> Result<Found, LookupProblem> {
    let mut values = match account.connection_config.text("cloudId") {
        Some(id) => typed_site(cx, account, id).await?,
        None => site(cx, account).await?,
    };
    let id = values.iter().find(|(name, _)| name == "cloudId").map(|(_, value)| value.clone());
    if let Some(ConfigValue::Text(id)) = id
        && let Some(person) = person(cx, account, &id).await
    {
        values.push(("accountId".to_owned(), ConfigValue::from(person.as_str())));
    }
    Ok(values.into())
}

async fn person(cx: ServiceContext<'_>, account: &Account<'_>, site: &SecretString) -> Option<String> {
    for path in PERSON {
        if let Ok(me) = ask(cx, account, site, path).await {
            return me.get("accountId").and_then(text);
        }
    }
    None
}

/// Among the sites that the consent covers, the one whose name was typed, else the only one.
async fn site(cx: ServiceContext<'_>, account: &Account<'_>) -> Result<Values, LookupProblem> {
    let question = Question::get(Host::Api(&[]), "/oauth/token/accessible-resources");
    let answer = question.ask(cx, account).await?;
    let sites = answer.as_array().ok_or(LookupProblem::Missing("cloudId"))?;
    let named = account.connection_config.text("subdomain").map(SecretString::expose_secret);
    // The same site stands there once for each product.
    let mut fitting: Vec<(String, String)> = Vec::new();
    for site in sites {
        let (Some(id), Some(url)) = (site.get("id").and_then(text), site.get("url").and_then(text)) else {
            continue;
        };
        let is_meant = named.is_none_or(|name| is_named(&url, name));
        if is_meant && fitting.iter().all(|(known, _)| *known != id) {
            fitting.push((id, url));
        }
    }
    match fitting.as_slice() {
        [(id, url)] => Ok(vec![
            ("cloudId".to_owned(), ConfigValue::from(id.as_str())),
            ("baseUrl".to_owned(), ConfigValue::from(url.as_str())),
        ]),
        [] if named.is_some() => Err(LookupProblem::NotThere("subdomain")),
        [] => Err(LookupProblem::Missing("cloudId")),
        several => Err(LookupProblem::Several { count: several.len(), choice: "subdomain" }),
    }
}

/// `acme` and `acme.atlassian.net` name `https://acme.atlassian.net`.
fn is_named(url: &str, name: &str) -> bool {
    let host = url.strip_prefix("https://").unwrap_or(url).trim_end_matches('/');
    let first = host.split('.').next().unwrap_or_default();
    first.eq_ignore_ascii_case(name) || host.eq_ignore_ascii_case(name)
}

/// The site whose id was typed.
async fn typed_site(
    cx: ServiceContext<'_>,
    account: &Account<'_>,
    id: &SecretString,
) -> Result<Values, LookupProblem> {
    let info = ask(cx, account, id, "jira/{id}/rest/api/3/serverInfo").await?;
    let url = info.get("baseUrl").and_then(text).ok_or(LookupProblem::Missing("baseUrl"))?;
    Ok(vec![
        ("cloudId".to_owned(), ConfigValue::Text(id.clone())),
        ("baseUrl".to_owned(), ConfigValue::from(url.as_str())),
    ])
}

async fn ask(
    cx: ServiceContext<'_>,
    account: &Account<'_>,
    id: &SecretString,
    path: &str,
) -> Result<Value, LookupProblem> {
    let id = id.expose_secret();
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !is_id {
        return Err(LookupProblem::Unfit("cloudId".to_owned()));
    }
    let mut address = Question::get(Host::Api(&[]), "/ex").address(cx, account)?;
    below(&mut address.url, &format!("/{}", path.replace("{id}", id)));
    Call::new(Method::GET, address, account.credential, "Bearer")?.json(cx, None).await
}
