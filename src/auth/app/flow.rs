//! To the app's page and back, with or without the user's own token.

use secrecy::{ExposeSecret as _, SecretString};

use super::installation;
use crate::{
    auth::{
        ConfigValue, ConnectionConfig, Credential, Grant, InstallationToken, OAuth2Token, ServiceContext,
        Subject,
        oauth2::{
            Definition,
            arrival::callback_metadata,
            exchange::{Code, exchange},
            refresh::refresh,
        },
        problem::{DefinitionProblem, ExchangeProblem, MissingOwner},
        redirect::{
            Arrival, Departing, Departure, DepartureProblem, Pending, ProviderError, ReturnProblem, Returning,
        },
        template::Templates,
    },
    clock::Timestamp,
    provider::{AuthMode, interpolate::ValueEncoding},
};

const LINK: &str = "appPublicLink";
const INSTALLATION: &str = "installation_id";
const USER: &str = "userCredentials";
/// How long before its end the user's token is renewed, in milliseconds.
const USER_MARGIN: i64 = 15 * 60 * 1000;

/// To the app's installation page.
pub fn depart(cx: ServiceContext<'_>, departing: Departing<'_>) -> Result<Departure, DepartureProblem> {
    let subject = departing.subject;
    let app = subject.owner.and_then(|owner| owner.app()).ok_or(MissingOwner::App)?;
    let mut config = subject.connection_config.clone();
    config.set(LINK, app.app_link.trim_end_matches('/'));
    let definition = Definition::of(subject.provider)?;
    let template = definition.authorization_url()?;
    let templates = Templates::new(&cx, &config);
    let mut url = templates.url("authorization_url", template, ValueEncoding::Path)?.url;
    url.query_pairs_mut().append_pair("state", departing.state);
    let pending = if subject.provider.auth_mode == AuthMode::App {
        Pending::App { departed_at: cx.clock.now() }
    } else {
        Pending::Custom
    };
    Ok(Departure { url: SecretString::from(String::from(url)), pending })
}

/// `APP`: the installation's token is the credential.
pub async fn arrive(
    cx: ServiceContext<'_>,
    returning: Returning<'_>,
    departed_at: Timestamp,
) -> Result<Arrival, ReturnProblem> {
    let Returning { subject, query, .. } = returning;
    if query.get("setup_action").is_some_and(|action| action == "request") {
        return Err(ReturnProblem::InstallationRequested);
    }
    let id = installation_id(returning).ok_or(ReturnProblem::Missing(INSTALLATION))?;
    let config = values(&subject, subject.connection_config.clone(), Some(id))?;
    if !installation::changed_since(cx, &subject, &config, departed_at).await? {
        return Err(ReturnProblem::ForeignInstallation);
    }
    Ok(Arrival::Connected(installed(cx, &subject, config).await?))
}

/// `CUSTOM`: the user's token first, then the installation's, which may still have to be approved.
pub async fn arrive_with_user(
    cx: ServiceContext<'_>,
    returning: Returning<'_>,
) -> Result<Arrival, ReturnProblem> {
    let Returning { subject, query, .. } = returning;
    let id = installation_id(returning);
    let code = query.get("code").filter(|code| !code.is_empty());
    let (code, id) = match (code, id) {
        (None, Some(id)) if query.get("setup_action").is_some_and(|action| action == "update") => {
            return Ok(Arrival::InstalledBefore { installation_id: id.to_owned() });
        }
        (None, _) => return Err(ReturnProblem::NoCode(ProviderError::of(query))),
        (Some(code), id) => (SecretString::from(code.as_str()), id),
    };
    let definition = Definition::of(subject.provider).map_err(ExchangeProblem::from)?;
    let metadata = callback_metadata(&definition, query);
    let code = Code { value: &code, verifier: None, query, metadata: &metadata };
    let user = exchange(cx, &subject, code, None).await?;
    let mut config = values(&subject, user.connection_config, id)?;
    config.set(USER, ConfigValue::from(user.credential.to_wire()));
    let granted_scopes = user.granted_scopes;
    if id.is_none() {
        config.set("pending", true);
        let grant = Grant { credential: user.credential, connection_config: config, granted_scopes };
        return Ok(Arrival::WaitsForInstallation(grant));
    }
    if !installation::is_seen_by(cx, &subject, &config, &user.credential).await? {
        return Err(ReturnProblem::ForeignInstallation);
    }
    let grant = installed(cx, &subject, config).await?;
    Ok(Arrival::Connected(Grant { granted_scopes, ..grant }))
}

/// `CUSTOM`: whether the waiting user may see the installation of a webhook.
pub async fn awaits(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    waiting: &Credential,
    webhook: &serde_json::Value,
) -> Result<bool, ExchangeProblem> {
    let config = values(subject, subject.connection_config.clone(), Some(&announced(webhook)))?;
    installation::is_seen_by(cx, subject, &config, waiting).await
}

fn announced(webhook: &serde_json::Value) -> String {
    let id = webhook.get("installation").and_then(|installation| installation.get("id"));
    id.and_then(serde_json::Value::as_u64).map(|id| id.to_string()).unwrap_or_default()
}

/// `CUSTOM`: the installation that was waited for is there.
pub async fn complete(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    webhook: &serde_json::Value,
) -> Result<Grant, ExchangeProblem> {
    let config = values(subject, subject.connection_config.clone(), Some(&announced(webhook)))?;
    installed(cx, subject, config).await
}

/// A new token for the installation; the user's, where there is one that ends, is renewed beside it.
pub async fn renew(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    old: &InstallationToken,
) -> Result<Grant, ExchangeProblem> {
    let mut config = subject.connection_config.clone();
    let is_user_new = match user_token(&config, cx.clock.now()) {
        Some(user) => renew_user(cx, subject, user, &mut config).await,
        None => false,
    };
    match installed(cx, subject, config.clone()).await {
        // the user's new refresh token must not be lost: the installation's is still due, and tried again
        Err(problem) if is_user_new => {
            tracing::warn!(%problem, "an installation's token was not renewed, its user's was");
            let credential = Credential::App(old.clone());
            Ok(Grant { credential, connection_config: config, granted_scopes: None })
        }
        result => result,
    }
}

/// Renews the user's token; what fails here does not keep the installation from being used.
async fn renew_user(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    mut user: OAuth2Token,
    config: &mut ConnectionConfig,
) -> bool {
    match refresh(cx, subject, &user).await {
        Ok(renewed) => {
            config.set(USER, ConfigValue::from(renewed.credential.to_wire()));
            true
        }
        Err(problem) => {
            tracing::warn!(%problem, "the user's token beside an installation was not renewed");
            if problem.is_revoked() {
                user.refresh_token = None;
                config.set(USER, ConfigValue::from(Credential::OAuth2(user).to_wire()));
            }
            false
        }
    }
}

async fn installed(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    mut config: ConnectionConfig,
) -> Result<Grant, ExchangeProblem> {
    let token = installation::fetch(cx, subject, &config).await?;
    if subject.provider.auth_mode == AuthMode::App
        && let Some(jwt) = &token.app_jwt
    {
        config.set("jwtToken", jwt.clone());
    }
    config.remove("pending");
    Ok(Grant { credential: Credential::App(token), connection_config: config, granted_scopes: None })
}

/// The connection's values with those of the app.
fn values(
    subject: &Subject<'_>,
    mut config: ConnectionConfig,
    id: Option<&str>,
) -> Result<ConnectionConfig, ExchangeProblem> {
    let app = subject.owner.and_then(|owner| owner.app()).ok_or(MissingOwner::App)?;
    config.set("app_id", app.app_id.as_str());
    config.remove(INSTALLATION);
    if let Some(id) = id {
        // it becomes part of an address
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(DefinitionProblem::Unresolved(vec![INSTALLATION.to_owned()]).into());
        }
        config.set(INSTALLATION, id);
    }
    Ok(config)
}

fn installation_id(returning: Returning<'_>) -> Option<&str> {
    returning.query.get(INSTALLATION).map(String::as_str).filter(|id| !id.is_empty())
}

/// The user's token, if it can be renewed and ends soon.
fn user_token(config: &ConnectionConfig, now: Timestamp) -> Option<OAuth2Token> {
    let Some(ConfigValue::Json(user)) = config.get(USER) else { return None };
    let Ok(Credential::OAuth2(token)) = Credential::from_wire(&user.to_value()) else { return None };
    let ends = token.expires_at.is_some_and(|end| end.0 - now.0 < USER_MARGIN);
    let can = token.refresh_token.as_ref().is_some_and(|token| !token.expose_secret().is_empty());
    (ends && can).then_some(token)
}
