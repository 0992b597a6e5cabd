//! `POST` and `PATCH /connections/metadata` (§5.5).

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use serde_json::{Map, Value};

use crate::{
    store::{
        StoreError,
        connection::change::{self, MetadataChange, Named},
    },
    web::{
        api::{
            ApiError,
            auth::ApiCaller,
            input::connection_change::MetadataBody,
            request::{JsonBody, invalid_body, no_query},
        },
        error::WebError,
        state::State,
    },
};

/// Puts metadata in the place of what was there.
pub async fn replace(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    written(&state, &caller, &request, &body, MetadataChange::Replace).await?;
    Ok(HttpResponse::build(StatusCode::CREATED).json(body.tree()))
}

/// Adds members to what is there, or changes them.
pub async fn merge(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    written(&state, &caller, &request, &body, MetadataChange::Merge).await?;
    Ok(HttpResponse::Ok().json(body.tree()))
}

/// All of the named connections, or none.
async fn written(
    state: &State,
    caller: &ApiCaller,
    request: &HttpRequest,
    body: &JsonBody,
    change: impl FnOnce(Map<String, Value>) -> MetadataChange,
) -> Result<(), WebError> {
    caller.require(&["connections:update"])?;
    no_query(request)?;
    let read = MetadataBody::read(body.tree()).map_err(invalid_body)?;
    let named = Named {
        environment: caller.environment.clone(),
        integration_key: read.provider_config_key.to_string(),
        connection_ids: read.connection_ids.into_iter().collect(),
    };
    let (change, at) = (change(read.metadata), state.services.clock.now());
    let write = state
        .services
        .db
        .write(move |tx| Box::pin(async move { change::metadata(tx, &named, &change, at).await }));
    match write.await {
        Ok(()) => Ok(()),
        Err(StoreError::Gone) => {
            let message = "One of these connections does not exist; none was changed";
            Err(ApiError::not_found("unknown_connection", message).into())
        }
        Err(error) => Err(error.into()),
    }
}
