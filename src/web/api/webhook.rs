//! `POST /webhook/{environment}/{key}`: services tell us of installations (wire-protocol.md §4.1, §4.5).

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use serde_json::json;

use super::ApiError;
use crate::{
    auth::SIGNATURE_HEADERS,
    connection::{self, CompleteError, Webhook},
    id::EnvironmentId,
    store::integration,
    web::{error::WebError, guard, state::State},
};

/// The handler. How many connections it completed is told to nobody.
pub async fn receive(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    body: Bytes,
) -> Result<HttpResponse, WebError> {
    let (environment, key) = path.into_inner();
    let unknown = || ApiError::not_found("unknown_provider_config", "There is no such integration");
    let environment = EnvironmentId::from_stored(environment);
    let row = integration::find(&state.services.db, &environment, &key).await?.ok_or_else(unknown)?;
    let provider = state.services.definition(&row.environment_id, &row.provider).ok_or_else(unknown)?;
    let signature = SIGNATURE_HEADERS.iter().find_map(|name| guard::text(request.headers(), name));
    let webhook = Webhook { signature: signature.unwrap_or_default(), body: &body };
    let origin = state.public_url.origin();
    match connection::complete(&state.services, origin.as_str(), &row, &provider, webhook).await {
        Ok(completed) => {
            tracing::info!(integration = row.unique_key, completed, "a webhook of a service");
            Ok(HttpResponse::Ok().json(json!({})))
        }
        Err(CompleteError::Forged) => {
            let message = "The signature is missing or wrong";
            Err(ApiError::new(StatusCode::UNAUTHORIZED, "invalid_signature", message).into())
        }
        Err(CompleteError::Gone) => Err(unknown().into()),
        Err(CompleteError::Store(error)) => Err(error.into()),
        Err(CompleteError::Sealed(error)) => Err(error.into()),
    }
}
