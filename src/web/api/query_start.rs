//! Who asks at the door of one integration: a connect session's token in the query (wire-protocol.md §1, §4.2).
//!
//! Session, environment and integration are read by one statement. Must not know what is done with them.

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    web::{Data, Path},
};
use futures_util::future::FutureExt;
use serde_json::Value;

use super::{
    ApiError,
    auth::{Extracted, check_unasked, parse_token, unknown_token, with_state},
    input::{key::IntegrationKey, query::parse_query},
    request::path_name,
};
use crate::{
    session::SessionToken,
    store::start::{self, StartRow},
    web::{error::WebError, state::State},
};

/// An end user's browser with a session token in the query, at the door of one integration.
#[derive(Debug)]
pub struct QueryStart {
    /// The live session, its environment, and the integration where there is one.
    pub start: StartRow,
    /// The whole query.
    pub query: Value,
    key: String,
}

impl QueryStart {
    /// The integration that the path names.
    pub fn key(&self) -> Result<IntegrationKey, ApiError> {
        path_name("providerConfigKey", &self.key, IntegrationKey::parse)
    }
}

impl FromRequest for QueryStart {
    type Error = WebError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let query = parse_query(request.query_string());
        let key = Path::<String>::from_request(request, payload).into_inner();
        let key = key.map(Path::into_inner).unwrap_or_default();
        let look_up = {
            let key = key.clone();
            move |state, token| start_by_token(state, token, key)
        };
        let start = with_state(request, query_token(&query), look_up);
        start.map(|start| start.map(|start| Self { start, query, key })).boxed_local()
    }
}

/// The live session of a token, with the integration of that key.
async fn start_by_token(state: Data<State>, token: SessionToken, key: String) -> Result<StartRow, WebError> {
    // What is no key names no integration; it is refused in its turn
    let key = IntegrationKey::parse(&key).map(|key| key.to_string()).unwrap_or_default();
    let found = start::find(&state.services.db, &token.fingerprint(), &key).await?;
    let live = found.filter(|start| start.session.is_live(state.services.clock.now()));
    let start = live.ok_or_else(unknown_token)?;
    check_unasked(&start.session)?;
    Ok(start)
}

fn query_token(query: &Value) -> Result<SessionToken, ApiError> {
    let text = |name: &str| query.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    if let Some(token) = text("connect_session_token") {
        return parse_token(token);
    }
    let Some(key) = text("public_key") else {
        let message = "Authentication failed: the query has neither connect_session_token nor public_key";
        return Err(ApiError::unauthorized("missing_public_key", message));
    };
    let is_v4 = uuid::Uuid::try_parse(key).is_ok_and(|uuid| uuid.get_version_num() == 4);
    Err(if is_v4 { deprecated() } else { invalid_public_key() })
}

fn invalid_public_key() -> ApiError {
    ApiError::unauthorized(
        "invalid_public_key",
        "Authentication failed: the public key is not a UUID of version 4",
    )
}

fn deprecated() -> ApiError {
    let message = "Public keys are not accepted. Create a connect session with POST /connect/sessions in your \
                   backend and send its token as connect_session_token";
    ApiError::new(actix_web::http::StatusCode::UNAUTHORIZED, "deprecated_authentication", message)
}
