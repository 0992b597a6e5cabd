//! `PATCH` and `DELETE /integrations/{key}` (§3.6, §3.7).

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use serde_json::json;

use super::{
    read::{found, shown},
    settings,
};
use crate::{
    admin::{Deed, perform},
    connection,
    provider::Provider,
    store::{
        StoreError,
        integration::{self, IntegrationRow},
    },
    web::{
        api::{
            ApiError,
            auth::ApiCaller,
            input::{integration::IntegrationPatch, key::IntegrationKey},
            request::{JsonBody, invalid_body, no_query, path_name},
        },
        error::WebError,
        last_grants,
        state::State,
    },
};

/// Changes what is given, and nothing else.
pub async fn patch(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    key: Path<String>,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    caller.require(&["integrations:update"])?;
    no_query(&request)?;
    let patch = IntegrationPatch::read(body.tree()).map_err(invalid_body)?;
    let (row, provider) = found(&state, &caller.environment, &key).await?;
    check_rename(&state, &row, &patch).await?;
    let row = changed(&state, row, &provider, &patch)?;
    let stored = row.clone();
    let write =
        state.services.db.write(move |tx| Box::pin(async move { integration::update(tx, &stored).await }));
    match write.await {
        Ok(true) => Ok(HttpResponse::Ok().json(json!({ "data": shown(&state, &row, &provider)? }))),
        Ok(false) => {
            let message = "The integration was changed by somebody else meanwhile. Try again";
            Err(ApiError::new(StatusCode::CONFLICT, "conflict", message).into())
        }
        Err(StoreError::Conflict) => Err(bad("Unique key already exists").into()),
        Err(error) => Err(error.into()),
    }
}

/// Deletes an integration with its connections; what those hold is ended at the service behind the answer.
pub async fn delete(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    key: Path<String>,
) -> Result<HttpResponse, WebError> {
    caller.require(&["integrations:delete"])?;
    no_query(&request)?;
    let key = path_name("uniqueKey", &key, IntegrationKey::parse)?;
    let missing = || ApiError::not_found("not_found", "Integration does not exist");
    let row = integration::find(&state.services.db, &caller.environment, key.as_str()).await?;
    let row = row.ok_or_else(missing)?;
    let grants = last_grants::read(&state, &row).await;
    let deed = Deed {
        actor: format!("API key {}", caller.key_name),
        environment: Some(caller.environment.clone()),
        action: "integration.delete",
        subject: row.unique_key.clone(),
        detail: String::new(),
    };
    let at = state.services.clock.now();
    let deleted = perform(&state.services, deed.clone(), move |tx| {
        Box::pin(async move { integration::delete(tx, &row.id, at).await })
    });
    if !deleted.await? {
        return Err(missing().into());
    }
    last_grants::end(&state, grants, &deed);
    Ok(HttpResponse::Ok().json(json!({ "success": true })))
}

fn bad(message: &str) -> ApiError {
    ApiError::bad_request("invalid_body", message)
}

/// Connections are known to their owner under the integration's key: it stays while there are any.
async fn check_rename(state: &State, row: &IntegrationRow, patch: &IntegrationPatch) -> Result<(), WebError> {
    let Some(key) = patch.unique_key.as_ref().filter(|key| key.as_str() != row.unique_key) else {
        return Ok(());
    };
    if integration::count_connections(&state.services.db, &row.id).await? > 0 {
        let message = format!("The unique key cannot become {key} while the integration has connections");
        return Err(bad(&message).into());
    }
    Ok(())
}

fn changed(
    state: &State,
    mut row: IntegrationRow,
    provider: &Provider,
    patch: &IntegrationPatch,
) -> Result<IntegrationRow, WebError> {
    let services = &state.services;
    if let Some(credential) = settings::credential(provider, patch.settings.credentials.as_ref())? {
        let sealed = connection::seal_credential(services, &row.environment_id, &row.id, &credential);
        row.credentials = Some(sealed);
    }
    let standing = connection::open_custom(services, &row)?;
    if let Some(custom) = settings::custom(provider, &patch.settings, standing)? {
        row.custom = Some(connection::seal_custom(services, &row.environment_id, &row.id, &custom));
    }
    if let Some(key) = &patch.unique_key {
        row.unique_key = key.to_string();
    }
    if let Some(name) = &patch.settings.display_name {
        row.display_name = Some(name.clone());
    }
    row.forward_webhooks = patch.settings.forward_webhooks.unwrap_or(row.forward_webhooks);
    row.updated_at = services.clock.now();
    Ok(row)
}
