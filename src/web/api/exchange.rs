//! `POST /connect/exchange`: the application's backend fetches what somebody has connected in its pages (security.md C5).

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use serde_json::{Value, json};

use super::{
    ApiError,
    auth::ApiCaller,
    connection::view::end_user,
    input::exchange::Exchange,
    request::{JsonBody, invalid_body, no_query},
};
use crate::{
    connection::{self, ExchangeError},
    session::ExchangeCode,
    store::connection::ConnectionRow,
    web::{error::WebError, state::State},
};

/// The handler.
pub async fn exchange(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connect_sessions:write"])?;
    no_query(&request)?;
    let asked = Exchange::read(body.tree()).map_err(invalid_body)?;
    let code = ExchangeCode::parse(&asked.code).ok_or_else(|| refusal(&ExchangeError::Unknown))?;
    match connection::exchange(&state.services, &caller.environment, &code).await {
        Ok(row) => Ok(HttpResponse::Ok().json(answer(&row))),
        Err(ExchangeError::Store(error)) => Err(error.into()),
        Err(error) => Err(refusal(&error).into()),
    }
}

/// Whose connection it is: the backend compares that with who is signed in.
fn answer(row: &ConnectionRow) -> Value {
    let user = row.end_user.as_ref().map(|(user, organization)| end_user(user, organization.as_ref()));
    json!({ "data": {
        "connection_id": row.connection_id,
        "provider_config_key": row.integration_key,
        "provider": row.provider,
        "end_user": user,
        "tags": row.tags,
    }})
}

fn refusal(error: &ExchangeError) -> ApiError {
    let (status, code, message) = match error {
        ExchangeError::Used => (
            StatusCode::CONFLICT,
            "exchange_code_used",
            "This code was exchanged before; each one works once",
        ),
        ExchangeError::Expired => (
            StatusCode::GONE,
            "exchange_code_expired",
            "The time of this code is over. The page that told it tells a new one when it is loaded again",
        ),
        ExchangeError::Unknown | ExchangeError::Store(_) => (
            StatusCode::NOT_FOUND,
            "unknown_exchange_code",
            "No connection of this environment waits for this code; a newer one may have taken its place",
        ),
    };
    ApiError::new(status, code, message)
}
