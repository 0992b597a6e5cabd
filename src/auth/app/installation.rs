//! The token of an installation: the app proves itself by a JWT that it signs.

use secrecy::SecretString;
use serde_json::json;

use crate::{
    auth::{
        AppIdentity, ConnectionConfig, Credential, InstallationToken, SecretJson, ServiceContext, Subject,
        jws::SigningKey,
        oauth2::{BodyFormat, TokenRequest, Tokens},
        problem::{DefinitionProblem, ExchangeProblem, MissingOwner},
        template::Templates,
    },
    outbound::Method,
    provider::{
        TokenUrl,
        interpolate::{BuiltUrl, ValueEncoding},
    },
};

/// How long the JWT holds, in seconds: the ten minutes that GitHub allows, less what clocks may differ.
const LIFETIME: i64 = 540;
/// How far back it begins, for clocks that are behind.
const LEEWAY: i64 = 60;

/// Fetches a token for the installation that the values name.
pub async fn fetch(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    config: &ConnectionConfig,
) -> Result<InstallationToken, ExchangeProblem> {
    let app = subject.owner.and_then(|owner| owner.app()).ok_or(MissingOwner::App)?;
    let jwt = app_jwt(cx, app)?;
    let url = address(cx, subject, config)?;
    let mut request = TokenRequest::new(url, BodyFormat::Json);
    request.header("accept", "application/vnd.github+json");
    request.header("authorization", SecretString::from(bearer(&jwt)));
    request.secrets.push(jwt.clone());
    let mut answer = request.send(cx).await?;
    if let Some(token) = answer.body.get("token").cloned() {
        answer.body["access_token"] = token;
    }
    let tokens = Tokens::read(&answer.body, None, cx.clock.now()).ok_or_else(|| answer.without_token())?;
    if let Some(raw) = answer.body.as_object_mut() {
        raw.shift_remove("access_token");
    }
    Ok(InstallationToken {
        access_token: tokens.access_token,
        expires_at: tokens.expires_at,
        app_jwt: Some(jwt),
        raw: SecretJson::new(&answer.body),
    })
}

/// Whether the user may see the installation that the return names: its number in the address proves nothing.
pub async fn is_seen_by(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    config: &ConnectionConfig,
    user: &Credential,
) -> Result<bool, ExchangeProblem> {
    let Credential::OAuth2(user) = user else { return Ok(false) };
    let mut url = address(cx, subject, config)?;
    let path = url.url.path().replacen("/app/installations/", "/user/installations/", 1);
    url.url.set_path(&path.replacen("/access_tokens", "/repositories", 1));
    let mut request = TokenRequest::new(url, BodyFormat::Query);
    request.method = Method::GET;
    request.set("per_page", "1");
    request.header("accept", "application/vnd.github+json");
    request.header("authorization", SecretString::from(bearer(&user.access_token)));
    match request.send_for_status(cx).await {
        Ok(()) => Ok(true),
        Err(ExchangeProblem::Refused(refusal)) if matches!(refusal.status, 403 | 404) => Ok(false),
        Err(problem) => Err(problem),
    }
}

/// Where the installation's token is fetched.
fn address(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    config: &ConnectionConfig,
) -> Result<BuiltUrl, ExchangeProblem> {
    let template = match &subject.provider.token_url {
        Some(TokenUrl::One(url) | TokenUrl::GitHubApp { app: url, .. }) => Ok(url),
        None => Err(DefinitionProblem::Missing("token_url")),
    }?;
    Ok(Templates::new(&cx, config).url("token_url", template, ValueEncoding::Component)?)
}

fn app_jwt(cx: ServiceContext<'_>, app: &AppIdentity) -> Result<SecretString, ExchangeProblem> {
    let now = cx.clock.now().0 / 1000;
    let claims = json!({ "iat": now - LEEWAY, "exp": now + LIFETIME, "iss": app.app_id });
    let signed = SigningKey::parse(&app.private_key).and_then(|key| key.sign(&claims));
    signed.map_err(|_| ExchangeProblem::BadKey("app's private key"))
}

fn bearer(jwt: &SecretString) -> String {
    format!("Bearer {}", secrecy::ExposeSecret::expose_secret(jwt))
}
