//! `GET /connections/{id}` (§5.3).

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use serde_json::{Value, json};

use super::view::{self, Secrets};
use crate::{
    clock::Timestamp,
    connection::{FreshConnection, RefreshError, RefreshProblem, RefreshWish, fresh, note_reading, open},
    store::{
        connection::{self, ConnectionRow},
        integration,
    },
    web::{
        api::{
            ApiError,
            auth::ApiCaller,
            error::Detail,
            input::{connections::GetConnection, key::ConnectionId},
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
    if let Some(until) = row.exchange_until {
        return Err(not_exchanged(until).into());
    }
    note_reading(&state.services, &row);
    if secrets == Secrets::Hidden {
        let opened = open(&state.services, &row)?;
        return Ok(HttpResponse::Ok().json(view::full(&row, &opened, secrets)));
    }
    let wish = RefreshWish { force: asked.force_refresh, app_jwt: asked.refresh_github_app_jwt_token };
    let origin = state.public_url.origin();
    match fresh(&state.services, origin.as_str(), row, wish).await {
        Ok(FreshConnection { row, opened }) => {
            Ok(HttpResponse::Ok().json(view::full(&row, &opened, secrets)))
        }
        Err(RefreshError::Refused { problem, row }) => Err(refused(&state, &problem, &row)?.into()),
        Err(RefreshError::Gone) => Err(missing(&state, &caller, key).await),
        Err(RefreshError::Store(error)) => Err(error.into()),
        Err(RefreshError::Sealed(error)) => Err(error.into()),
    }
}

/// The connection stands, its credentials do not: the answer holds all but them. The code is always the same; which case
/// it is stands in the status, the message and the payload.
fn refused(state: &State, problem: &RefreshProblem, row: &ConnectionRow) -> Result<ApiError, WebError> {
    let status = match problem {
        RefreshProblem::Exhausted | RefreshProblem::BackingOff | RefreshProblem::Busy => {
            StatusCode::FAILED_DEPENDENCY
        }
        RefreshProblem::Refused(_) => StatusCode::BAD_REQUEST,
        RefreshProblem::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    };
    let opened = open(&state.services, row)?;
    let connection: Value = view::full(row, &opened, Secrets::Hidden);
    let payload = json!({ "type": problem.code(), "connection": connection });
    let error = ApiError::new(status, "invalid_credentials", problem.to_string());
    Ok(ApiError { detail: Detail::Payload(payload), ..error })
}

/// Nobody gets anything of a connection before its owner's backend has said whose it is (security.md C5).
fn not_exchanged(until: Timestamp) -> ApiError {
    let message = format!(
        "This connection cannot be used before your backend has exchanged its code with POST /connect/exchange; it is \
         deleted unless that happens until {}",
        until.to_z_iso()
    );
    ApiError::new(StatusCode::CONFLICT, "connection_not_exchanged", message)
}

/// Which of the two is not there costs a second look.
pub(super) async fn missing(state: &State, caller: &ApiCaller, integration_key: &str) -> WebError {
    match integration::find(&state.services.db, &caller.environment, integration_key).await {
        Ok(Some(_)) => ApiError::not_found("not_found", "Failed to find connection").into(),
        Ok(None) => ApiError::bad_request("unknown_provider_config", "Provider does not exists").into(),
        Err(error) => error.into(),
    }
}
