//! Where an environment's webhooks go, and what signs them (wire-protocol.md §10.1, §10.2).

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use serde_json::json;

use super::{
    ApiError,
    auth::ApiCaller,
    input::{issue::Issues, link::WebhookTarget, webhook_settings::WebhookSettingsPatch},
    request::{JsonBody, invalid_body, no_query},
    settings_caller::SettingsCaller,
};
use crate::{
    admin::{Deed, perform, rotate_signing_key},
    outbound::OutboundError,
    store::webhook_settings::{self, WebhookSettings, WebhookSettingsRow},
    web::{error::WebError, state::State},
    webhook::RotationError,
};

/// How often a change is tried again when somebody else changes the same row.
const ATTEMPTS: usize = 5;

/// What is sent where.
pub async fn show(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    let caller = SettingsCaller::reading(&state, &request).await?;
    let environment = caller.environment(&state, &request, "webhook_settings:read").await?;
    let row = webhook_settings::find(&state.services.db, &environment.id).await?;
    let row = row.ok_or_else(gone)?;
    let settings = &row.settings;
    Ok(HttpResponse::Ok().json(json!({ "data": {
        "primary_url": settings.primary_url,
        "secondary_url": settings.secondary_url,
        "on_auth_creation": settings.on_auth_creation,
        "on_auth_refresh_error": settings.on_auth_refresh_error,
    }})))
}

/// Changes what is named.
pub async fn change(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let caller = SettingsCaller::changing(&state, &request).await?;
    let environment = caller.environment(&state, &request, "webhook_settings:update").await?;
    let patch = WebhookSettingsPatch::read(body.tree()).map_err(invalid_body)?;
    check_targets(&state, &patch).await?;
    for _ in 0..ATTEMPTS {
        let row = webhook_settings::find(&state.services.db, &environment.id).await?.ok_or_else(gone)?;
        let deed = caller.deed(&environment, "webhooks.update");
        if store(&state, row, &patch, deed).await? {
            return Ok(HttpResponse::Ok().json(json!({ "success": true })));
        }
    }
    let message = "The settings were changed by somebody else meanwhile. Try again";
    Err(ApiError::new(StatusCode::CONFLICT, "conflict", message).into())
}

/// A new signing key; the old one signs beside it for a day.
pub async fn rotate_key(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
) -> Result<HttpResponse, WebError> {
    caller.require(&["webhook_signing_key:rotate"])?;
    no_query(&request)?;
    let deed = Deed {
        actor: format!("API key {}", caller.key_name),
        environment: Some(caller.environment.clone()),
        action: "webhook_signing_key.rotate",
        subject: String::new(),
        detail: String::new(),
    };
    match rotate_signing_key(&state.services, &caller.environment, deed).await {
        Ok(key) => Ok(HttpResponse::Ok().json(json!({ "data": { "webhook_signing_key": key.reveal() } }))),
        Err(RotationError::TwoKeys) => {
            let message = "Two keys sign already, since the last rotation less than a day ago. Wait until the old \
                           one has ended";
            Err(ApiError::new(StatusCode::CONFLICT, "multiple_webhook_signing_keys", message).into())
        }
        Err(RotationError::Conflict) => {
            let message = "The environment was changed by somebody else meanwhile. Try again";
            Err(ApiError::new(StatusCode::CONFLICT, "conflict", message).into())
        }
        Err(RotationError::Gone) => Err(gone().into()),
        Err(RotationError::Store(error)) => Err(error.into()),
        Err(RotationError::Sealed(error)) => Err(error.into()),
    }
}

fn gone() -> ApiError {
    ApiError::not_found("not_found", "There is no such environment")
}

/// An address that calls may never reach is refused now; one that only does not answer may answer later.
async fn check_targets(state: &State, patch: &WebhookSettingsPatch) -> Result<(), WebError> {
    let named = [&patch.primary_url, &patch.secondary_url];
    let mut issues = Vec::new();
    for target in named.into_iter().flatten().flatten() {
        let checked = state.services.outbound.check(target.url()).await;
        if let Err(error @ (OutboundError::Forbidden(_) | OutboundError::BadUrl)) = checked {
            issues.push(target.refused(error.user_message()));
        }
    }
    Issues::non_empty(issues).map_or(Ok(()), |issues| Err(invalid_body(issues).into()))
}

async fn store(
    state: &State,
    row: WebhookSettingsRow,
    patch: &WebhookSettingsPatch,
    deed: Option<Deed>,
) -> Result<bool, WebError> {
    let url = |given: &Option<Option<WebhookTarget>>, before: Option<String>| match given {
        Some(target) => target.as_ref().map(|target| target.url().to_string()),
        None => before,
    };
    let before = row.settings;
    let settings = WebhookSettings {
        primary_url: url(&patch.primary_url, before.primary_url),
        secondary_url: url(&patch.secondary_url, before.secondary_url),
        on_auth_creation: patch.on_auth_creation.unwrap_or(before.on_auth_creation),
        on_auth_refresh_error: patch.on_auth_refresh_error.unwrap_or(before.on_auth_refresh_error),
    };
    let (services, at) = (&state.services, state.services.clock.now());
    let (id, version) = (row.id, row.version);
    Ok(if let Some(deed) = deed {
        let change = perform(services, deed, move |tx| {
            Box::pin(async move { webhook_settings::update(tx, &id, &settings, version, at).await })
        });
        change.await?
    } else {
        let change = services.db.write(move |tx| {
            Box::pin(async move { webhook_settings::update(tx, &id, &settings, version, at).await })
        });
        change.await?
    })
}
