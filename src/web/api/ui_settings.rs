//! `GET` and `PUT /api/v1/connect-ui-settings?env=` (wire-protocol.md §8).

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use serde_json::{Value, json};

use super::{
    ApiError,
    input::{
        issue::{Fault, Issue, Issues},
        ui_settings::{DefaultTheme, UiSettings},
    },
    request::{JsonBody, invalid_body},
    settings_caller::SettingsCaller,
};
use crate::{
    admin::perform,
    store::environment::{self, ConnectUiChange, EnvironmentRow},
    theme::{ModeChoice, ThemeDraft, ThemeSettings},
    web::{error::WebError, state::State},
};

/// How often a change is tried again when somebody else changes the same row.
const ATTEMPTS: usize = 5;

/// The settings of an environment.
pub async fn show(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    let caller = SettingsCaller::reading(&state, &request).await?;
    let row = caller.environment(&state, &request, "connect_ui_settings:read").await?;
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
    let caller = SettingsCaller::changing(&state, &request).await?;
    caller.environment(&state, &request, "connect_ui_settings:update").await?;
    let settings = settings(&UiSettings::read(body.tree()).map_err(invalid_body)?)?;
    for _ in 0..ATTEMPTS {
        let row = caller.environment(&state, &request, "connect_ui_settings:update").await?;
        if store(&state, &caller, row, &settings).await? {
            return Ok(HttpResponse::Ok().json(json!({ "data": settings })));
        }
    }
    let message = "The settings were changed by somebody else meanwhile. Try again";
    Err(ApiError::new(StatusCode::CONFLICT, "conflict", message).into())
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
    let deed = caller.deed(&row, "connect_ui.update");
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
