//! `POST /integrations` (§3.4).

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use serde_json::json;

use super::{read::shown, settings};
use crate::{
    auth::{ConnectionConfig, IntegrationCredential, mcp::ClientRegistration},
    connection,
    id::IntegrationId,
    provider::Provider,
    store::{
        StoreError, environment,
        integration::{self, IntegrationRow},
    },
    web::{
        api::{
            ApiError,
            auth::ApiCaller,
            input::integration::NewIntegration,
            request::{JsonBody, invalid_body, no_query},
        },
        error::WebError,
        oauth::home::{has_own_callback, home_of_new},
        state::State,
    },
};

/// The handler.
pub async fn create(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    caller.require(&["integrations:create"])?;
    no_query(&request)?;
    let new = NewIntegration::read(body.tree()).map_err(invalid_body)?;
    let provider = state.services.definition(&caller.environment, new.provider.as_str());
    let provider = &*provider.ok_or_else(|| invalid_body(NewIntegration::unknown_provider()))?;
    let row = row(&state, &caller, &new, provider).await?;
    let stored = row.clone();
    let write =
        state.services.db.write(move |tx| Box::pin(async move { integration::insert(tx, &stored).await }));
    match write.await {
        Ok(()) => Ok(HttpResponse::Ok().json(json!({ "data": shown(&state, &row, provider)? }))),
        Err(StoreError::Conflict) => Err(invalid_body(NewIntegration::key_taken()).into()),
        Err(error) => Err(error.into()),
    }
}

async fn row(
    state: &State,
    caller: &ApiCaller,
    new: &NewIntegration,
    provider: &Provider,
) -> Result<IntegrationRow, WebError> {
    let (services, environment) = (&state.services, &caller.environment);
    let id = IntegrationId::random(&services.random);
    let mut credential = settings::credential(provider, new.settings.credentials.as_ref())?;
    if credential.is_none() && settings::needs_credential(provider) {
        return Err(ApiError::bad_request("invalid_body", "Missing credentials").into());
    }
    if credential.is_none() {
        credential = registered(state, caller, new, provider, &id).await?;
    }
    let custom = settings::custom(provider, &new.settings, ConnectionConfig::default())?;
    let now = services.clock.now();
    Ok(IntegrationRow {
        credentials: credential
            .map(|credential| connection::seal_credential(services, environment, &id, &credential)),
        custom: custom.map(|custom| connection::seal_custom(services, environment, &id, &custom)),
        id,
        environment_id: environment.clone(),
        unique_key: new.unique_key.to_string(),
        provider: provider.key.to_string(),
        display_name: new.settings.display_name.clone(),
        forward_webhooks: new.settings.forward_webhooks.unwrap_or(true),
        own_callback: has_own_callback(provider),
        created_at: now,
        updated_at: now,
        version: 1,
    })
}

/// The client that the service makes for us; nothing is registered for a key that is taken.
async fn registered(
    state: &State,
    caller: &ApiCaller,
    new: &NewIntegration,
    provider: &Provider,
    id: &IntegrationId,
) -> Result<Option<IntegrationCredential>, WebError> {
    if ClientRegistration::of(provider) != Some(ClientRegistration::Dynamic) {
        return Ok(None);
    }
    let (db, key) = (&state.services.db, new.unique_key.to_string());
    if integration::find(db, &caller.environment, &key).await?.is_some() {
        return Err(invalid_body(NewIntegration::key_taken()).into());
    }
    let environment = environment::find(db, &caller.environment).await?;
    let environment =
        environment.ok_or_else(|| WebError::Internal("the key's environment is gone".to_owned()))?;
    let home = home_of_new(state, &environment, id, &key, provider);
    connection::register(&state.services, provider, &home).await.map_err(|problem| {
        let message = format!("The service did not register a client: {problem}");
        ApiError::new(StatusCode::BAD_GATEWAY, "client_registration_failed", message).into()
    })
}
