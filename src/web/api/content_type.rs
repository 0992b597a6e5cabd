//! The content-type gate (wire-protocol.md §0.3): it stands before authentication, and makes every browser request
//! with a body a preflighted one (security.md E5).

use actix_web::{
    Error,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{StatusCode, header},
    middleware::Next,
};

use super::ApiError;
use crate::web::error::WebError;

/// First segments of the routes that take nothing but JSON.
const GATED: &[&str] = &[
    "oauth",
    "api-auth",
    "auth",
    "providers",
    "environments",
    "environment",
    "environment-variables",
    "integrations",
    "connection",
    "connections",
    "sync",
    "cli",
    "records",
    "mcp",
    "scripts",
    "functions",
    "action",
    "connect",
    "v1",
];
const OPEN: &[&str] =
    &["/oauth/callback", "/oauth/connect", "/oauth/client-metadata", "/auth/oauth-outbound"];

/// The middleware.
pub async fn only_json(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if is_gated(request.path()) && !is_json(&request) {
        let message = "Content-Type header must be application/json";
        let refused = ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "invalid_content_type", message);
        return Ok(request.error_response(WebError::from(refused)));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

/// Whether a path takes nothing but JSON.
#[must_use]
pub fn is_gated(path: &str) -> bool {
    let first = path.split('/').nth(1).unwrap_or_default();
    let below = |prefix: &&str| {
        path.strip_prefix(*prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    GATED.contains(&first) && !OPEN.iter().any(below)
}

/// Without the header there is no body, which is as good.
fn is_json(request: &ServiceRequest) -> bool {
    request.headers().get(header::CONTENT_TYPE).is_none_or(|value| {
        let start = value.as_bytes().get(.."application/json".len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(b"application/json"))
    })
}
