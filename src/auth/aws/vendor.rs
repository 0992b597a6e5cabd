//! Keys from an endpoint of the owner's: a JSON question, a JSON answer in either of the usual spellings.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use super::{
    Issued,
    settings::{Proof, Vendor},
};
use crate::{
    auth::{
        AwsKeys, AwsRole, SecretJson, ServiceContext,
        oauth2::{BodyFormat, TokenRequest, basic_header, moment},
        problem::ExchangeProblem,
    },
    provider::interpolate::BuiltUrl,
};

/// Asks for keys of a role.
pub(super) async fn issue(
    cx: ServiceContext<'_>,
    vendor: &Vendor,
    role: &AwsRole,
) -> Result<Issued, ExchangeProblem> {
    // The owner wrote the address, and its port.
    let url = BuiltUrl { url: vendor.url.clone(), definition_port: vendor.url.port() };
    let mut request = TokenRequest::new(url, BodyFormat::Json);
    for (name, value) in [
        ("role_arn", &role.role_arn),
        ("external_id", &role.external_id),
        ("region", &role.region),
        ("service", &role.service),
    ] {
        request.set(name, value.as_str());
    }
    match &vendor.proof {
        Proof::Nothing => {}
        Proof::Header { name, value } => {
            request.secrets.push(value.clone());
            request.header(&name.to_ascii_lowercase(), value.clone());
        }
        Proof::Basic { username, password } => {
            request.secrets.push(password.clone());
            request.header("authorization", basic_header(username.expose_secret(), password.expose_secret()));
        }
    }
    let answer = request.send(cx).await?;
    let wrapped = answer.body.get("credentials").or_else(|| answer.body.get("Credentials"));
    let issued = wrapped.unwrap_or(&answer.body);
    let keys = keys(issued).ok_or_else(|| answer.without_token())?;
    let end = member(issued, "expiration").or_else(|| member(issued, "expires_at"));
    let now = cx.clock.now();
    // What does not say its end is asked for again within the hour, as long as AWS's own keys hold.
    let expires_at = end.and_then(|end| moment(end, now)).unwrap_or_else(|| now.plus_minutes(60));
    Ok(Issued { keys, expires_at: Some(expires_at), raw: SecretJson::new(&json!(answer.body)) })
}

fn keys(issued: &Value) -> Option<AwsKeys> {
    let text = |name| member(issued, name).and_then(Value::as_str).filter(|text| !text.is_empty());
    Some(AwsKeys {
        access_key_id: text("access_key_id")?.to_owned(),
        secret_access_key: SecretString::from(text("secret_access_key")?),
        session_token: text("session_token").map(SecretString::from),
    })
}

/// A member by its name in any spelling: `access_key_id`, `accessKeyId`, `AccessKeyId`.
fn member<'v>(object: &'v Value, name: &str) -> Option<&'v Value> {
    let plain = |name: &str| name.replace('_', "").to_ascii_lowercase();
    object.as_object()?.iter().find(|(other, _)| plain(other) == plain(name)).map(|(_, value)| value)
}
