//! Where a request comes from: fetch metadata instead of CSRF tokens (architecture.md §4).

use actix_web::{HttpRequest, http::header::HeaderMap};

use super::state::State;
use crate::origin::Origin;

/// Whether an unsafe request comes from a page of our own: `Sec-Fetch-Site`, when present, must be `same-origin`;
/// when absent, `Origin` must be ours. `null` and `none` are refused.
#[must_use]
pub fn is_same_origin(state: &State, headers: &HeaderMap) -> bool {
    match text(headers, "sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => text(headers, "origin") == Some(state.public_url.origin().as_str()),
    }
}

/// What the browser will do with the answer (`Sec-Fetch-Dest`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A page of its own.
    Document,
    /// A frame.
    Frame,
    /// Something else, or a client that does not say.
    Unknown,
}

/// What the browser says it will do with the answer.
#[must_use]
pub fn destination(request: &HttpRequest) -> Destination {
    match text(request.headers(), "sec-fetch-dest") {
        Some("document") => Destination::Document,
        Some("iframe" | "frame" | "embed" | "object") => Destination::Frame,
        _ => Destination::Unknown,
    }
}

/// The origin of the page that led here, where the browser tells it.
#[must_use]
pub fn referring_origin(request: &HttpRequest) -> Option<Origin> {
    text(request.headers(), "referer").and_then(Origin::of_address)
}

/// A header's value, where it is readable text.
#[must_use]
pub fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
