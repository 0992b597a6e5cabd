//! Reading what every handler reads: the body as JSON, the query, names in the path.

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::{StatusCode, header},
    web::{Bytes, PayloadConfig},
};
use futures_util::future::{FutureExt, LocalBoxFuture};
use serde_json::Value;

use super::{
    ApiError,
    input::{
        credentials::Nothing,
        issue::{Fault, Issues},
        json::parse_body,
        query::parse_query,
    },
};
use crate::web::error::WebError;

/// The largest body. The protocol's own limit is far higher (§0.2), for routes that this server does not have.
const LIMIT: usize = 2 * 1024 * 1024;

/// How much of a body is read.
#[must_use]
pub fn payload_config() -> PayloadConfig {
    PayloadConfig::new(LIMIT)
}

/// A body that is JSON, or is not there. May hold secrets, so it is not printed.
pub struct JsonBody(Option<Value>);

impl JsonBody {
    /// The tree, for the readers of [`super::input`].
    #[must_use]
    pub const fn tree(&self) -> Option<&Value> {
        self.0.as_ref()
    }
}

impl FromRequest for JsonBody {
    type Error = WebError;
    type Future = LocalBoxFuture<'static, Result<Self, WebError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let has_content_type = request.headers().contains_key(header::CONTENT_TYPE);
        let bytes = Bytes::from_request(request, payload);
        async move {
            let bytes = bytes.await.map_err(|error| unread(&error))?;
            let tree = parse_body(has_content_type, &bytes)
                .map_err(|error| ApiError::bad_request("invalid_json", error.to_string()))?;
            Ok(Self(tree))
        }
        .boxed_local()
    }
}

fn unread(error: &actix_web::Error) -> ApiError {
    let status = error.as_response_error().status_code();
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        let message = format!("The body is larger than {} MB", LIMIT / 1024 / 1024);
        return ApiError::new(status, "payload_too_large", message);
    }
    ApiError::bad_request("invalid_body", "The body could not be read")
}

/// The query as a tree.
#[must_use]
pub fn query(request: &HttpRequest) -> Value {
    parse_query(request.query_string())
}

/// Refuses any query.
pub fn no_query(request: &HttpRequest) -> Result<(), ApiError> {
    Nothing::read(Some(&query(request))).map(drop).map_err(invalid_query)
}

/// Refuses any body but an empty object.
pub fn no_body(body: &JsonBody) -> Result<(), ApiError> {
    Nothing::read(body.tree()).map(drop).map_err(invalid_body)
}

/// 400 for a body.
pub fn invalid_body(issues: impl Into<Issues>) -> ApiError {
    ApiError::invalid("invalid_body", issues.into())
}

/// 400 for a query.
pub fn invalid_query(issues: impl Into<Issues>) -> ApiError {
    ApiError::invalid("invalid_query_params", issues.into())
}

/// Reads a name in the path.
pub fn path_name<T, E: Into<Fault>>(
    parameter: &str,
    text: &str,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, ApiError> {
    parse(text).map_err(|fault| {
        let issue = fault.into().at([parameter]);
        ApiError::invalid("invalid_uri_params", issue.into())
    })
}
