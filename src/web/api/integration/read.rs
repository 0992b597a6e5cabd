//! `GET /integrations` and `GET /integrations/{key}` (§3.2, §3.3).

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use serde_json::{Value, json};

use super::view;
use crate::{
    auth::IntegrationCredential,
    connection,
    id::EnvironmentId,
    provider::Provider,
    store::integration::{self, IntegrationRow},
    web::{
        api::{
            ApiError,
            auth::{ApiCaller, EitherCaller},
            input::{include::Include, key::IntegrationKey},
            request::{invalid_query, no_query, path_name, query},
        },
        error::WebError,
        state::State,
    },
};

/// All integrations; a session sees those that it allows. One whose provider is gone is left out.
pub async fn list(
    state: Data<State>,
    caller: EitherCaller,
    request: HttpRequest,
) -> Result<HttpResponse, WebError> {
    caller.require(&["integrations:list", "integrations:list_credentials"])?;
    no_query(&request)?;
    let allowed = match &caller {
        EitherCaller::Session(session) => session.allowed_integrations.as_deref(),
        EitherCaller::Key(_) => None,
    };
    let rows = integration::list(&state.services.db, caller.environment()).await?;
    let mut data = Vec::new();
    for row in rows.iter().filter(|row| allowed.is_none_or(|keys| keys.contains(&row.unique_key))) {
        if let Some(provider) = state.services.definition(&row.environment_id, &row.provider) {
            data.push(shown(&state, row, &provider)?);
        }
    }
    Ok(HttpResponse::Ok().json(json!({ "data": data })))
}

/// One integration, with what `include` asks for.
pub async fn one(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    key: Path<String>,
) -> Result<HttpResponse, WebError> {
    caller.require(&["integrations:read", "integrations:read_credentials"])?;
    let include = Include::read(&query(&request)).map_err(invalid_query)?;
    let (row, provider) = found(&state, &caller.environment, &key).await?;
    let mut data = shown(&state, &row, &provider)?;
    if include.webhook {
        // No provider of ours takes incoming webhooks.
        data["webhook_url"] = Value::Null;
    }
    if include.credentials && caller.has("integrations:read_credentials") {
        let credential = connection::open_credential(&state.services, &row)?;
        data["credentials"] = json!(credential.as_ref().map(IntegrationCredential::to_wire));
    }
    Ok(HttpResponse::Ok().json(json!({ "data": data })))
}

/// The integration of a path with its provider; 404 where one of them is missing.
pub async fn found(
    state: &State,
    environment: &EnvironmentId,
    key: &str,
) -> Result<(IntegrationRow, Arc<Provider>), WebError> {
    let key = path_name("uniqueKey", key, IntegrationKey::parse)?;
    let row = integration::find(&state.services.db, environment, key.as_str()).await?;
    let missing = || ApiError::not_found("not_found", "Integration does not exist");
    let row = row.ok_or_else(missing)?;
    let provider = state.services.definition(&row.environment_id, &row.provider).ok_or_else(|| {
        ApiError::not_found("not_found", format!("The provider {} is not defined here", row.provider))
    })?;
    Ok((row, provider))
}

/// The object of an integration. Only where its fields depend on them are the owner's settings opened.
pub fn shown(state: &State, row: &IntegrationRow, provider: &Provider) -> Result<Value, WebError> {
    let custom = match row.custom {
        Some(_) if provider.auth_mode == crate::provider::AuthMode::TwoStep => {
            Some(connection::open_custom(&state.services, row)?)
        }
        _ => None,
    };
    Ok(view::integration(state, row, provider, custom.as_ref()))
}
