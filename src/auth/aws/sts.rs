//! AWS's token service: assuming a role, and asking who one is.

use roxmltree::Document;
use secrecy::SecretString;
use serde_json::json;
use url::form_urlencoded;

use super::{
    Issued, endpoint,
    signature::{Outgoing, Payload, sign},
    xml,
};
use crate::{
    auth::{
        AwsCredential, AwsKeys, AwsRole, ConnectionConfig, SecretJson, ServiceContext,
        problem::{ExchangeProblem, MissingOwner, Refusal},
    },
    clock::Timestamp,
    outbound::{Method, OutboundRequest, OutboundResponse, redact},
    provider::{Provider, interpolate::BuiltUrl},
};

const VERSION: &str = "2011-06-15";
const LIFETIME_SECONDS: &str = "3600";

/// Keys of a role, asked for with the owner's.
pub(super) async fn assume_role(
    cx: ServiceContext<'_>,
    endpoint: BuiltUrl,
    own: &AwsKeys,
    role: &AwsRole,
) -> Result<Issued, ExchangeProblem> {
    let session = format!("connect-ui-{}", cx.random.hex::<8>());
    let parameters = [
        ("Action", "AssumeRole"),
        ("Version", VERSION),
        ("RoleArn", &role.role_arn),
        ("RoleSessionName", &session),
        ("ExternalId", &role.external_id),
        ("DurationSeconds", LIFETIME_SECONDS),
    ];
    let asked = ask(cx, endpoint, own, &role.region, &parameters).await;
    let (answer, host) = asked.map_err(of_owner)?;
    let status = answer.status.as_u16();
    let unreadable = || ExchangeProblem::Unreadable { status, host: host.clone() };
    let text = String::from_utf8_lossy(answer.body());
    let document = Document::parse(&text).map_err(|_| unreadable())?;
    let part = |name: &str| xml::text(&document, name);
    let no_token = || ExchangeProblem::NoToken { host: host.clone() };
    let (access_key_id, secret, token) = (
        part("AccessKeyId").ok_or_else(no_token)?,
        part("SecretAccessKey").ok_or_else(no_token)?,
        part("SessionToken").ok_or_else(no_token)?,
    );
    let expiration = part("Expiration");
    let raw = json!({
        "Credentials": {
            "AccessKeyId": access_key_id,
            "SecretAccessKey": secret,
            "SessionToken": token,
            "Expiration": expiration,
        },
        "AssumedRoleUser": { "Arn": part("Arn"), "AssumedRoleId": part("AssumedRoleId") },
    });
    Ok(Issued {
        keys: AwsKeys {
            access_key_id,
            secret_access_key: SecretString::from(secret),
            session_token: Some(SecretString::from(token)),
        },
        expires_at: expiration.as_deref().and_then(Timestamp::parse_rfc3339),
        raw: SecretJson::new(&raw),
    })
}

/// A refusal that is about the owner's keys is nothing that whoever typed in a role can mend.
fn of_owner(problem: ExchangeProblem) -> ExchangeProblem {
    match &problem {
        ExchangeProblem::Refused(refusal)
            if matches!(refusal.error.as_deref(), Some("InvalidClientTokenId" | "SignatureDoesNotMatch")) =>
        {
            MissingOwner::Unusable("awsSecretAccessKey").into()
        }
        _ => problem,
    }
}

/// Whether a role's keys are good.
pub(in crate::auth) async fn caller_identity(
    cx: ServiceContext<'_>,
    provider: &Provider,
    config: &ConnectionConfig,
    credential: &AwsCredential,
) -> Result<(), ExchangeProblem> {
    identify(cx, provider, config, &credential.keys, &credential.role.region).await
}

/// Whether keys are good: any of them may ask who they are.
pub(in crate::auth) async fn identify(
    cx: ServiceContext<'_>,
    provider: &Provider,
    config: &ConnectionConfig,
    keys: &AwsKeys,
    region: &str,
) -> Result<(), ExchangeProblem> {
    let endpoint = endpoint::of(cx, provider, config, region)?;
    let parameters = [("Action", "GetCallerIdentity"), ("Version", VERSION)];
    let (answer, host) = ask(cx, endpoint, keys, region, &parameters).await?;
    let text = String::from_utf8_lossy(answer.body());
    let is_identity = Document::parse(&text).is_ok_and(|document| xml::text(&document, "Arn").is_some());
    let status = answer.status.as_u16();
    if is_identity { Ok(()) } else { Err(ExchangeProblem::Unreadable { status, host }) }
}

/// A signed request; what comes back is no refusal.
async fn ask(
    cx: ServiceContext<'_>,
    endpoint: BuiltUrl,
    keys: &AwsKeys,
    region: &str,
    parameters: &[(&str, &str)],
) -> Result<(OutboundResponse, String), ExchangeProblem> {
    let BuiltUrl { url, definition_port } = endpoint;
    let host = url.host_str().unwrap_or_default().to_owned();
    let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    let content_type = "application/x-www-form-urlencoded; charset=utf-8";
    let headers = [("content-type".to_owned(), SecretString::from(content_type))];
    let outgoing =
        Outgoing { method: "POST", url: &url, headers: &headers, payload: Payload::Bytes(body.as_bytes()) };
    let signed = sign(keys, region, "sts", outgoing, cx.clock.now());
    let mut request = OutboundRequest::new(Method::POST, url).with_definition_port(definition_port);
    for (name, value) in headers.iter().chain(&signed) {
        request = request.with_secret_header(name, value)?;
    }
    let request = request.with_body(&SecretString::from(body));
    match cx.outbound.send(request).await {
        Ok(answer) if answer.status.is_success() && !answer.left_origin => Ok((answer, host)),
        Ok(answer) => Err(ExchangeProblem::Refused(refusal(&answer, host, keys))),
        Err(error) => Err(ExchangeProblem::NoAnswer { error, host }),
    }
}

fn refusal(answer: &OutboundResponse, host: String, keys: &AwsKeys) -> Refusal {
    let text = String::from_utf8_lossy(answer.body());
    let document = Document::parse(&text).ok();
    let part = |name: &str| document.as_ref().and_then(|document| xml::text(document, name));
    let is_word = |code: &String| code.len() <= 64 && code.chars().all(|c| c.is_ascii_alphanumeric());
    Refusal {
        status: answer.status.as_u16(),
        host,
        error: part("Code").filter(is_word),
        description: part("Message").map(|text| redact(text.as_bytes(), &[&keys.secret_access_key])),
    }
}
