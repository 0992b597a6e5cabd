//! `POST /integrations/quickstart` (§3.5): clients that a vendor shares with everybody. There are none here.

use actix_web::{HttpRequest, HttpResponse};

use crate::web::{
    api::{
        ApiError,
        auth::ApiCaller,
        request::{JsonBody, no_query},
    },
    error::WebError,
};

/// The handler: whatever is sent, this server has no client of its own at any service.
pub async fn quickstart(
    caller: ApiCaller,
    request: HttpRequest,
    _: JsonBody,
) -> Result<HttpResponse, WebError> {
    caller.require(&["integrations:create"])?;
    no_query(&request)?;
    let message = "This server has no shared client at any service. Register your own there, and create the integration \
                   with its credentials by POST /integrations";
    Err(ApiError::bad_request("invalid_body", message).into())
}
