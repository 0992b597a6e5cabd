//! `GET` and `PUT /api/v1/connect-ui-settings?env=` (wire-protocol.md §8).

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use serde_json::{Value, json};

use super::{
    ApiError,
    auth::ApiCaller,
    input::{
        issue::{Fault, Issue, Issues},
        object::read,
        text::Length,
        ui_settings::{DefaultTheme, UiSettings},
    },
    request::{JsonBody, invalid_body, invalid_query, query},
};
use crate::{
    admin::{Admin, Deed, perform},
    store::environment::{self, ConnectUiChange, EnvironmentRow},
    theme::{ModeChoice, ThemeDraft, ThemeSettings},
    web::{admin::session, error::WebError, guard, state::State},
};

/// How often a change is tried again when somebody else changes the same row.
const ATTEMPTS: usize = 5;

/// Who may read and change the settings.
enum SettingsCaller {
    /// A backend, for its own environment.
    Key(ApiCaller),
    /// A signed-in admin, for every environment.
    Admin(Admin),
}

/// The settings of an environment.
pub async fn show(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    let caller = caller(&state, &request).await?;
    let row = environment(&state, &caller, &request, "connect_ui_settings:read").await?;
    let settings: Value = serde_json::from_str(&row.connect_ui_settings)
        .map_err(|error| WebError::Internal(format!("environment.connect_ui_settings: {error}")))?;
    Ok(HttpResponse::Ok().json(json!({ "data": settings })))
}

/// Replaces the settings of an environment.
pub async fn replace(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let caller = caller(&state, &request).await?;
    if caller.is_by_cookie() && !guard::is_same_origin(&state, request.headers()) {
        let message = "Settings are changed from our own pages, or with an API key";
        return Err(ApiError::new(StatusCode::FORBIDDEN, "forbidden", message).into());
    }
    environment(&state, &caller, &request, "connect_ui_settings:update").await?;
    let settings = settings(&UiSettings::read(body.tree()).map_err(invalid_body)?)?;
    for _ in 0..ATTEMPTS {
        let row = environment(&state, &caller, &request, "connect_ui_settings:update").await?;
        if store(&state, &caller, row, &settings).await? {
            return Ok(HttpResponse::Ok().json(json!({ "data": settings })));
        }
    }
    let message = "The settings were changed by somebody else meanwhile. Try again";
    Err(ApiError::new(StatusCode::CONFLICT, "conflict", message).into())
}

impl SettingsCaller {
    /// What the audit is told of a change by an admin.
    fn deed(&self, row: &EnvironmentRow) -> Option<Deed> {
        match self {
            Self::Key(_) => None,
            Self::Admin(admin) => Some(Deed::of(admin, &row.id, "connect_ui.update", &row.name)),
        }
    }

    /// Whether a browser sent its cookie by itself, so that it must be asked from where.
    const fn is_by_cookie(&self) -> bool {
        match self {
            Self::Key(_) => false,
            Self::Admin(_) => true,
        }
    }
}

/// An API key where there is a header, else the admin's cookie.
async fn caller(state: &State, request: &HttpRequest) -> Result<SettingsCaller, WebError> {
    use actix_web::FromRequest as _;
    if guard::text(request.headers(), "authorization").is_some() {
        return ApiCaller::extract(request).await.map(SettingsCaller::Key);
    }
    if let Some(admin) = session::signed_in(state, request).await? {
        return Ok(SettingsCaller::Admin(admin));
    }
    let message = "Sign in, or send an API key in the Authorization header";
    Err(ApiError::new(StatusCode::UNAUTHORIZED, "unauthorized", message).into())
}

/// The environment of the query, which a key must belong to.
async fn environment(
    state: &State,
    caller: &SettingsCaller,
    request: &HttpRequest,
    scope: &str,
) -> Result<EnvironmentRow, WebError> {
    if let SettingsCaller::Key(caller) = caller {
        caller.require(&[scope])?;
    }
    let name = environment_name(&query(request)).map_err(invalid_query)?;
    let rows = match caller {
        SettingsCaller::Key(caller) => {
            environment::find(&state.services.db, &caller.environment).await?.into_iter().collect()
        }
        SettingsCaller::Admin(_) => environment::list(&state.services.db).await?,
    };
    rows.into_iter().find(|row| row.name == name).ok_or_else(|| {
        ApiError::not_found("unknown_environment", "There is no environment of that name for this caller")
            .into()
    })
}

fn environment_name(query: &Value) -> Result<String, Issues> {
    read(Some(query), |field| {
        field.strict_object(|object| object.required("env", |name| name.sized(Length::between(1, 255))))
    })
}

fn settings(given: &UiSettings) -> Result<ThemeSettings, ApiError> {
    let mode = match given.default_theme {
        DefaultTheme::Light => ModeChoice::Light,
        DefaultTheme::Dark => ModeChoice::Dark,
        DefaultTheme::System => ModeChoice::System,
    };
    let (light, dark) = (given.light_primary.clone(), given.dark_primary.clone());
    let draft = ThemeDraft::new(light, dark, mode, given.show_watermark);
    draft.check().map_err(|refusals| {
        let issue = |(mode, refusal): &(crate::theme::Mode, crate::theme::ColourRefusal)| {
            UiSettings::bad_colour(mode.as_str(), &refusal.to_string())
        };
        let issues: Vec<Issue> = refusals.all().iter().map(issue).collect();
        invalid_body(Issues::non_empty(issues).unwrap_or_else(|| Fault::no_variant().at(["theme"]).into()))
    })
}

async fn store(
    state: &State,
    caller: &SettingsCaller,
    row: EnvironmentRow,
    settings: &ThemeSettings,
) -> Result<bool, WebError> {
    let deed = caller.deed(&row);
    let text = serde_json::to_string(settings).map_err(|error| WebError::Internal(error.to_string()))?;
    let change = ConnectUiChange {
        id: row.id,
        app_name: row.app_name,
        allowed_origins: row.allowed_origins,
        connect_ui_settings: text,
        version: row.version,
        at: state.services.clock.now(),
    };
    let services = &state.services;
    Ok(match deed {
        Some(deed) => {
            perform(services, deed, |tx| {
                Box::pin(async move { environment::update_connect_ui(tx, &change).await })
            })
            .await?
        }
        None => {
            services
                .db
                .write(|tx| Box::pin(async move { environment::update_connect_ui(tx, &change).await }))
                .await?
        }
    })
}
