//! What the protocol says of itself: `/openapi.json`, and the same for reading at `/docs`.
//!
//! Owns the description of every call and of every error code. Must not answer any of them. The handlers read their own
//! input and cannot be asked for its form, so each call is described by hand, in `paths/`; tests hold the two together:
//! the same addresses and methods, examples that the readers accept, and every answer of a running server as it stands here.

mod caller;
mod chapters;
mod document;
mod error_code;
mod operation;
mod page;
mod paths;
mod schema;
mod shapes;

use std::sync::OnceLock;

use actix_web::{
    HttpResponse,
    http::header::{self, ContentType},
    web::{Bytes, Data, ServiceConfig, get},
};

use self::{
    caller::{Caller, Refusal},
    operation::{Content, Operation},
};
use super::{api, rate_limit, state::State};

const AN_HOUR: &str = "public, max-age=3600";

/// The document, once it was asked for.
#[derive(Debug, Default)]
struct Published(OnceLock<Bytes>);

/// The addresses.
pub fn configure(config: &mut ServiceConfig) {
    config
        .app_data(Data::new(Published::default()))
        .route("/openapi.json", get().to(openapi))
        .route("/docs", get().to(page::calls))
        .route("/docs/errors", get().to(page::errors));
}

async fn openapi(state: Data<State>, published: Data<Published>) -> HttpResponse {
    let write = || {
        let document = document::document(&paths::all(), state.public_url.origin().as_str());
        Bytes::from(document.to_string())
    };
    let text = published.0.get_or_init(write).clone();
    HttpResponse::Ok()
        .content_type(ContentType::json())
        .insert_header((header::CACHE_CONTROL, AN_HOUR))
        .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .body(text)
}

/// All refusals of a call: its own, and those of everything that stands before it.
fn refusals(operation: &Operation) -> Vec<Refusal> {
    let is_page = |answer: &operation::Answer| matches!(answer.content, Content::Other(_));
    if operation.answers.iter().any(is_page) {
        return operation.refusals.clone();
    }
    let mut all = operation.refusals.clone();
    all.extend([(500, "generic_error_support"), (503, "unavailable")]);
    if api::is_gated(operation.path) {
        all.push((415, "invalid_content_type"));
    }
    if rate_limit::is_for_end_users(operation.path) && !matches!(operation.caller, Caller::Key(_)) {
        all.push((429, "too_many_request"));
    }
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests;
