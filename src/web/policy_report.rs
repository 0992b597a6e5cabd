//! `POST /policy-report`: what a browser did not let a page of ours do (security.md F1).
//!
//! Anybody can send these, and their addresses hold capabilities: of each only the directive and the origin that it
//! was about are logged.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Bytes, Data},
};
use serde::Deserialize;

use super::{edge, state::State};
use crate::origin::Origin;

/// Where browsers send them.
pub const PATH: &str = "/policy-report";
/// Reports are small; of a larger one nothing is read.
const LIMIT: usize = 16 * 1024;

#[derive(Deserialize)]
struct Report {
    #[serde(rename = "csp-report")]
    violation: Violation,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Violation {
    #[serde(default)]
    effective_directive: String,
    #[serde(default)]
    violated_directive: String,
    #[serde(default)]
    blocked_uri: String,
}

/// The handler.
pub async fn report(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let report = Some(body).filter(|body| body.len() <= LIMIT);
    let report = report.and_then(|body| serde_json::from_slice::<Report>(&body).ok());
    let Some(Report { violation }) = report else { return HttpResponse::BadRequest().finish() };
    let (directive, blocked) = (directive(&violation), blocked(&state, &violation.blocked_uri));
    tracing::info!(
        request = edge::request_id(&request),
        directive,
        blocked,
        "a browser kept a page's policy"
    );
    HttpResponse::NoContent().finish()
}

/// The directive's name, without its sources.
fn directive(violation: &Violation) -> &str {
    let given = [&violation.effective_directive, &violation.violated_directive];
    let names = given.into_iter().filter_map(|text| text.split(' ').next());
    names.into_iter().find(|name| is_word(name)).unwrap_or("unknown")
}

/// `inline`, `data` and the like, or an origin; never a path.
fn blocked(state: &State, address: &str) -> String {
    match Origin::of_address(address) {
        Some(origin) if origin == *state.public_url.origin() => "self".to_owned(),
        Some(origin) => origin.to_string(),
        None if is_word(address) => address.to_owned(),
        None => "unknown".to_owned(),
    }
}

fn is_word(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}
