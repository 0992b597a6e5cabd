//! `GET` and `DELETE /connections/{id}` (§5.3, §5.5).

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use serde_json::json;

use super::view::{self, Secrets};
use crate::{
    clock::Timestamp,
    connection::open,
    store::{
        connection::{self, ConnectionRow},
        integration,
    },
    web::{
        api::{
            ApiError,
            auth::ApiCaller,
            input::{
                connections::{GetConnection, OfIntegration},
                key::ConnectionId,
            },
            request::{invalid_query, path_name, query},
        },
        error::WebError,
        state::State,
    },
};

/// A connection with its credentials, for its owner's backend.
pub async fn one(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connections:read", "connections:read_credentials"])?;
    let asked = GetConnection::read(&query(&request)).map_err(invalid_query)?;
    let id = path_name("connectionId", &id, ConnectionId::parse)?;
    let secrets = match caller.has("connections:read_credentials") {
        false => Secrets::Hidden,
        true if asked.refresh_token => Secrets::All,
        true => Secrets::WithoutRefreshToken,
    };
    if asked.wants_refresh() {
        caller.require(&["connections:read_credentials"])?;
    }
    let key = asked.provider_config_key.as_str();
    let found = connection::find(&state.services.db, &caller.environment, id.as_str(), key).await?;
    let Some(row) = found else { return Err(missing(&state, &caller, key).await) };
    let opened = open(&state.services, &row)?;
    note_reading(&state, &row);
    Ok(HttpResponse::Ok().json(view::full(&row, &opened, secrets)))
}

/// Which of the two is not there costs a second look.
async fn missing(state: &State, caller: &ApiCaller, integration_key: &str) -> WebError {
    match integration::find(&state.services.db, &caller.environment, integration_key).await {
        Ok(Some(_)) => ApiError::not_found("not_found", "Failed to find connection").into(),
        Ok(None) => ApiError::bad_request("unknown_provider_config", "Provider does not exists").into(),
        Err(error) => error.into(),
    }
}

/// Notes when credentials were last read, at most once a minute, behind the answer.
fn note_reading(state: &State, row: &ConnectionRow) {
    let now = state.services.clock.now();
    let is_recent = |last: Timestamp| last >= now.plus_minutes(-1);
    if row.last_fetched_at.is_some_and(is_recent) {
        return;
    }
    let (db, id) = (state.services.db.clone(), row.id.clone());
    tokio::spawn(async move {
        let write = db.write(move |tx| Box::pin(async move { connection::touch(tx, &id, now).await }));
        if let Err(error) = write.await {
            tracing::warn!(%error, "the time of a reading could not be noted");
        }
    });
}

/// Deletes a connection. One that is not there is a bad request, as the protocol has it.
pub async fn delete(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connections:delete"])?;
    let asked = OfIntegration::read(&query(&request)).map_err(invalid_query)?;
    let id = path_name("connectionId", &id, ConnectionId::parse)?;
    let key = asked.provider_config_key.as_str();
    let found = connection::find(&state.services.db, &caller.environment, id.as_str(), key).await?;
    let unknown = || ApiError::bad_request("unknown_connection", "There is no such connection");
    let row = found.ok_or_else(unknown)?;
    let at = state.services.clock.now();
    let write =
        state.services.db.write(move |tx| Box::pin(async move { connection::delete(tx, &row.id, at).await }));
    Ok(HttpResponse::Ok().json(json!({ "success": write.await? })))
}
