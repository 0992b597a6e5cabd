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
            input::connection_change::{MetadataBody, read_metadata},
            request::{JsonBody, invalid_body, no_query, query},
        },
        error::WebError,
        guard,
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
    store(state, named, change(read.metadata)).await
}

/// Stores it, or says that one of the connections is not there.
async fn store(state: &State, named: Named, change: MetadataChange) -> Result<(), WebError> {
    let at = state.services.clock.now();
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

/// The same by the older address: the body is the metadata, the integration stands in the query or in a header.
pub(super) async fn of_one(
    state: &State,
    caller: &ApiCaller,
    request: &HttpRequest,
    id: &str,
    body: &JsonBody,
    change: impl FnOnce(Map<String, Value>) -> MetadataChange,
) -> Result<(), WebError> {
    caller.require(&["connections:update"])?;
    let metadata = read_metadata(body.tree()).map_err(invalid_body)?;
    let asked = query(request);
    let header = guard::text(request.headers(), "provider-config-key");
    let key = asked["provider_config_key"].as_str().or(header).filter(|key| !key.is_empty());
    let missing = || {
        let message = "Neither the query nor a header names the integration";
        ApiError::legacy("missing_provider_config", message)
    };
    let named = Named {
        environment: caller.environment.clone(),
        integration_key: key.ok_or_else(missing)?.to_owned(),
        connection_ids: [id.to_owned()].into(),
    };
    store(state, named, change(metadata)).await
}
