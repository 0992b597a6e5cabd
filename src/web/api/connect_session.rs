//! `POST /connect/sessions` (wire-protocol.md §2.1).

use std::collections::HashMap;

use actix_web::{HttpRequest, HttpResponse, web::Data};
use indexmap::IndexMap;
use serde_json::json;

use super::{
    auth::ApiCaller,
    host_rule,
    input::{
        self,
        connect_session::NewConnectSession,
        issue::{Fault, Issue, Issues},
        key::IntegrationKey,
        link::WebhookTarget,
        session_settings::SessionSettings,
    },
    request::{JsonBody, invalid_body, no_query},
};
use crate::{
    id::EnvironmentId,
    mail::EmailAddress,
    origin::Origin,
    outbound::OutboundError,
    session::{self, CreatedSession, Defaults, IntegrationDefaults, NewSession},
    store::{
        connect_session::{EndUser, IntegrationOverride, Organization, Verification, View},
        environment,
        integration::{self, IntegrationRow},
        theme::{self, ThemeKey},
    },
    web::{connect::session_origins, error::WebError, state::State},
};

/// The handler.
pub async fn create(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connect_sessions:write"])?;
    no_query(&request)?;
    let new = NewConnectSession::read(body.tree()).map_err(invalid_body)?;
    check_integrations(&state, &caller.environment, &new).await?;
    check_origins(&state, &caller.environment, &new.settings).await?;
    check_theme(&state, &caller.environment, &new.settings).await?;
    check_webhook_target(&state, &new.settings).await?;
    let tags = new.tags().map_err(invalid_body)?;
    let tags = tags.into_iter().map(|(key, value)| (key.as_str().to_owned(), value)).collect();
    check_verification(&state, &caller.environment, &new.settings, &tags).await?;
    check_view(&new.settings, &tags)?;
    let created = session::create(&state.services, &caller.environment, to_session(new, tags)).await?;
    Ok(HttpResponse::Created().json(answer(&state, &created)))
}

/// The answer that carries the token.
pub(super) fn answer(state: &State, created: &CreatedSession) -> serde_json::Value {
    let token = created.token.reveal();
    json!({ "data": {
        "token": token,
        "connect_link": state.public_url.join(&format!("/?session_token={token}")),
        "expires_at": created.expires_at.to_z_iso(),
    }})
}

/// Every integration that is named must exist; what is preset for it must keep the rule of hosts (security.md G2).
async fn check_integrations(
    state: &State,
    environment: &EnvironmentId,
    new: &NewConnectSession,
) -> Result<(), WebError> {
    if new.integrations().is_empty() {
        return Ok(());
    }
    check_named(state, environment, &new.settings, |exists| new.check_integrations(exists)).await
}

/// The same with the check of a body of any kind.
pub(super) async fn check_named(
    state: &State,
    environment: &EnvironmentId,
    settings: &SessionSettings,
    check: impl FnOnce(&dyn Fn(&IntegrationKey) -> bool) -> Result<(), Issues>,
) -> Result<(), WebError> {
    let rows = integration::list(&state.services.db, environment).await?;
    let by_key: HashMap<&str, &IntegrationRow> =
        rows.iter().map(|row| (row.unique_key.as_str(), row)).collect();
    check(&|key| by_key.contains_key(key.as_str())).map_err(invalid_body)?;
    Issues::non_empty(preset_issues(state, &by_key, settings))
        .map_or(Ok(()), |issues| Err(invalid_body(issues).into()))
}

fn preset_issues(
    state: &State,
    by_key: &HashMap<&str, &IntegrationRow>,
    settings: &SessionSettings,
) -> Vec<Issue> {
    let mut issues = Vec::new();
    for (key, defaults) in settings.integrations_config_defaults.iter().flatten() {
        let row = by_key.get(key.as_str());
        let Some(provider) =
            row.and_then(|row| state.services.definition(&row.environment_id, &row.provider))
        else {
            continue;
        };
        for (name, value) in defaults.connection_config.iter().flatten() {
            let fault = value.as_str().and_then(|value| host_rule::fault(&provider, name, value));
            let path = ["integrations_config_defaults", key.as_str(), "connection_config", name];
            issues.extend(fault.map(|fault| fault.at(path)));
        }
    }
    issues
}

/// A session may narrow who frames its pages, never widen it.
pub(super) async fn check_origins(
    state: &State,
    environment: &EnvironmentId,
    settings: &SessionSettings,
) -> Result<(), WebError> {
    let Some(asked) = settings.connect_ui.allowed_origins.as_deref().filter(|asked| !asked.is_empty()) else {
        return Ok(());
    };
    let row = environment::find(&state.services.db, environment).await?;
    let allowed = session_origins(state, None, &row.map(|row| row.allowed_origins).unwrap_or_default());
    let refused = asked
        .iter()
        .enumerate()
        .filter(|(_, origin)| !Origin::parse(origin.as_str()).is_ok_and(|origin| allowed.allows(&origin)));
    let issues = refused
        .map(|(index, _)| {
            let message = "This origin is not among the allowed origins of the instance and the environment";
            Fault::custom(message).at(["connect_ui", "allowed_origins", &index.to_string()])
        })
        .collect();
    Issues::non_empty(issues).map_or(Ok(()), |issues| Err(invalid_body(issues).into()))
}

/// A theme that a session names must have been published.
async fn check_theme(
    state: &State,
    environment: &EnvironmentId,
    settings: &SessionSettings,
) -> Result<(), WebError> {
    let Some(name) = settings.connect_ui.theme.name() else { return Ok(()) };
    let found = theme::find(&state.services.db, &ThemeKey::named(environment, name)).await?;
    if found.is_some_and(|theme| theme.published.is_some()) {
        return Ok(());
    }
    let message = "The environment has no published theme of this name";
    Err(invalid_body(Fault::custom(message).at(["connect_ui", "theme"])).into())
}

/// Whom a hosted link asks must be known, and there must be a way to ask (security.md C4).
pub(super) async fn check_verification(
    state: &State,
    environment: &EnvironmentId,
    settings: &SessionSettings,
    tags: &IndexMap<String, String>,
) -> Result<(), WebError> {
    let refused = |key: &str, message: &str| {
        let issue = Fault::custom(message).at(["connect_ui", key]);
        Err(invalid_body(issue).into())
    };
    match &settings.connect_ui.verification {
        Verification::None => Ok(()),
        Verification::EmailCode if state.mailer.is_none() => refused(
            "verify",
            "E-mails cannot be sent: CONNECT_UI_SMTP_URL and CONNECT_UI_MAIL_FROM are not set on the server",
        ),
        Verification::EmailCode => match tags.get("end_user_email") {
            Some(address) if EmailAddress::parse(address).is_some() => Ok(()),
            _ => refused("verify", "A code by e-mail needs end_user.email or the tag end_user_email"),
        },
        Verification::App { .. } if !tags.contains_key("end_user_id") => {
            refused("verify", "The application is asked for end_user.id or the tag end_user_id: set one")
        }
        Verification::App { url } => {
            let row = environment::find(&state.services.db, environment).await?;
            let of_environment = row.map(|row| row.allowed_origins).unwrap_or_default();
            let asked = settings.connect_ui.allowed_origins.as_ref();
            let asked: Option<Vec<String>> =
                asked.map(|all| all.iter().map(|origin| origin.as_str().to_owned()).collect());
            let allowed = session_origins(state, asked.as_deref(), &of_environment);
            let origin = url::Url::parse(url).ok().map(|url| url.origin().ascii_serialization());
            let origin = origin.and_then(|origin| Origin::parse(&origin).ok());
            if origin.is_some_and(|origin| allowed.allows(&origin)) {
                return Ok(());
            }
            refused(
                "verify_url",
                "The origin of this address is not among the allowed origins of this session",
            )
        }
    }
}

/// Whose connections are shown must be known.
fn check_view(settings: &SessionSettings, tags: &IndexMap<String, String>) -> Result<(), WebError> {
    if settings.connect_ui.view != View::Manage || tags.contains_key("end_user_id") {
        return Ok(());
    }
    let message = "The page of an end user's own connections needs end_user.id or the tag end_user_id";
    Err(invalid_body(Fault::custom(message).at(["connect_ui", "view"])).into())
}

/// An address that calls may never reach is refused now; one that only does not answer may answer later.
pub(super) async fn check_webhook_target(state: &State, settings: &SessionSettings) -> Result<(), WebError> {
    match &settings.webhook_url_override {
        Some(target) => allowed_target(state, target).await,
        None => Ok(()),
    }
}

/// Refuses an address that the outbound policy forbids.
pub(super) async fn allowed_target(state: &State, target: &WebhookTarget) -> Result<(), WebError> {
    match state.services.outbound.check(target.url()).await {
        Err(error @ (OutboundError::Forbidden(_) | OutboundError::BadUrl)) => {
            Err(invalid_body(target.refused(error.user_message())).into())
        }
        _ => Ok(()),
    }
}

fn to_session(new: NewConnectSession, tags: IndexMap<String, String>) -> NewSession {
    let organization = new.organization.filter(|_| new.end_user.is_some());
    let keys = |keys: Vec<IntegrationKey>| keys.iter().map(ToString::to_string).collect();
    NewSession {
        end_user: new.end_user.map(end_user),
        organization: organization.map(organization_row),
        tags,
        allowed_integrations: new.allowed_integrations.map(keys),
        ..with_settings(new.settings)
    }
}

/// A session with what every kind of it may set.
pub(super) fn with_settings(settings: SessionSettings) -> NewSession {
    let SessionSettings { integrations_config_defaults, overrides, webhook_url_override, connect_ui, .. } =
        settings;
    let origins = |origins: Vec<input::link::WebOrigin>| {
        origins.iter().map(|origin| origin.as_str().to_owned()).collect()
    };
    NewSession {
        defaults: Defaults::new(
            integrations_config_defaults
                .into_iter()
                .flatten()
                .map(|(key, defaults)| (key.to_string(), preset(defaults)))
                .collect(),
        ),
        overrides: overrides.map(|overrides| {
            let docs = |own: input::session_settings::IntegrationOverrides| IntegrationOverride {
                docs_connect: own.docs_connect.map(String::from),
            };
            overrides.into_iter().map(|(key, own)| (key.to_string(), docs(own))).collect()
        }),
        webhook_url_override: webhook_url_override.map(|target| target.url().to_string()),
        app_name: connect_ui.app_name,
        allowed_origins: connect_ui.allowed_origins.map(origins),
        completion: connect_ui.completion,
        verification: connect_ui.verification,
        theme: connect_ui.theme,
        view: connect_ui.view,
        ..NewSession::default()
    }
}

pub(super) fn end_user(end_user: input::end_user::EndUser) -> EndUser {
    let tags = |tags: input::tags::Tags| {
        tags.iter().map(|(key, value)| (key.to_string(), value.to_owned())).collect()
    };
    EndUser {
        id: end_user.id,
        email: end_user.email,
        display_name: end_user.display_name,
        tags: end_user.tags.map(tags),
    }
}

pub(super) fn organization_row(organization: input::end_user::Organization) -> Organization {
    Organization { id: organization.id, display_name: organization.display_name }
}

fn preset(defaults: input::session_settings::IntegrationDefaults) -> IntegrationDefaults {
    IntegrationDefaults {
        user_scopes: defaults.user_scopes,
        authorization_params: defaults.authorization_params,
        connection_config: defaults.connection_config,
    }
}
