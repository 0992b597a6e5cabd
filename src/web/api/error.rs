//! Errors of the JSON protocol (wire-protocol.md §0.4).

use actix_web::http::StatusCode;
use serde_json::{Value, json};

use super::input::issue::Issues;

/// An error answer: status, stable code, a sentence for people.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{code}: {message}")]
pub struct ApiError {
    /// The HTTP status.
    pub status: StatusCode,
    /// The stable code that clients branch on.
    pub code: &'static str,
    /// What happened and what to do.
    pub message: String,
    /// What else the envelope holds.
    pub detail: Detail,
}

/// The three shapes of the envelope.
#[derive(Clone, Debug)]
pub enum Detail {
    /// Code and message.
    None,
    /// A list of what is wrong with the input.
    Issues(Issues),
    /// The legacy shape, with `"payload":{}`.
    LegacyPayload,
    /// What else is known, under `payload`.
    Payload(Value),
    /// The request, as the rate limiter answers.
    Request {
        /// The method.
        method: String,
        /// The path.
        path: String,
    },
    /// A call to a service that brought no answer: the protocol tells it without the envelope, we tell it both ways.
    NoAnswer {
        /// The method.
        method: String,
    },
}

impl ApiError {
    /// An error with a code and a message.
    #[must_use]
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), detail: Detail::None }
    }

    /// 400.
    #[must_use]
    pub fn bad_request(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// 400, in the legacy shape (§4.7).
    #[must_use]
    pub fn legacy(code: &'static str, message: impl Into<String>) -> Self {
        Self { detail: Detail::LegacyPayload, ..Self::bad_request(code, message) }
    }

    /// 404.
    #[must_use]
    pub fn not_found(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, code, message)
    }

    /// 401, in the legacy shape (§1.2).
    #[must_use]
    pub fn unauthorized(code: &'static str, message: impl Into<String>) -> Self {
        Self { detail: Detail::LegacyPayload, ..Self::new(StatusCode::UNAUTHORIZED, code, message) }
    }

    /// 403: the key lacks every scope that would do (§1.3).
    #[must_use]
    pub fn missing_scope(any_of: &[String]) -> Self {
        let required = if any_of.len() == 1 { "Required:" } else { "Required one of:" };
        let message = format!("Insufficient scope. {required} {}", any_of.join(" or "));
        Self::new(StatusCode::FORBIDDEN, "forbidden", message)
    }

    /// 400 with everything that is wrong with the input; `code` is `invalid_body` or one of its sisters.
    #[must_use]
    pub fn invalid(code: &'static str, issues: Issues) -> Self {
        let message = issues.as_slice().first().map_or_else(String::new, |issue| issue.message.clone());
        Self { detail: Detail::Issues(issues), ..Self::bad_request(code, message) }
    }

    /// The JSON body.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut error = json!({ "code": self.code });
        match &self.detail {
            Detail::None => error["message"] = json!(self.message),
            Detail::Issues(issues) => {
                error["message"] = json!(self.message);
                error["errors"] = json!(issues);
            }
            Detail::LegacyPayload => {
                error["message"] = json!(self.message);
                error["payload"] = json!({});
            }
            Detail::Payload(payload) => {
                error["message"] = json!(self.message);
                error["payload"] = payload.clone();
            }
            Detail::Request { method, path } => {
                error["message"] = json!(self.message);
                error["method"] = json!(method);
                error["path"] = json!(path);
            }
            Detail::NoAnswer { method } => {
                error["message"] = json!(self.message);
                let (code, message) = (self.code, &self.message);
                return json!({ "error": error, "message": message, "code": code, "method": method });
            }
        }
        json!({ "error": error })
    }
}
