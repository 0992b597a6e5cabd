//! What the page of a problem wears where the handler did not get as far as its session.
//!
//! A page in a frame must be one that the frame shows: the browser's own blank refusal says nothing to anybody.

use actix_web::{HttpRequest, http::StatusCode};

use super::{
    connect::{
        PageProblemKind,
        dress::Dress,
        session_dress::{FrameLayout, frame_ancestors, of_page},
        start::all_origins,
    },
    default_dress::{bare_dress, default_dress},
    guard::{self, Destination},
    state::State,
};
use crate::{
    session::Capability,
    store::page::{self, SurfaceRow},
};

/// The dress of the page in the address, where there is one; else the default, which a host application may frame.
pub async fn problem_dress(
    state: &State,
    request: &HttpRequest,
    status: StatusCode,
    kind: Option<&PageProblemKind>,
) -> Dress {
    // Asking a database that does not answer would only keep the visitor waiting.
    let answers = status != StatusCode::SERVICE_UNAVAILABLE;
    if answers
        && !matches!(kind, Some(PageProblemKind::OtherBrowser))
        && let Some(dress) = of_address(state, request).await
    {
        return dress;
    }
    let dress = if answers { default_dress(state).await } else { bare_dress(state) };
    if !is_framed(request) {
        return dress;
    }
    let origins = if answers { all_origins(state).await.ok() } else { None };
    let origins = origins.unwrap_or_else(|| state.allowed_origins.clone());
    Dress { surface: layout(request).surface(), frame_ancestors: frame_ancestors(&origins), ..dress }
}

/// What the page of the capability in the address wears, where the visitor sees it in its place.
async fn of_address(state: &State, request: &HttpRequest) -> Option<Dress> {
    let mut segments = request.path().split('/').skip(1);
    let capability = segments.next().filter(|first| *first == "ui").and(segments.next())?;
    let fingerprint = Capability::fingerprint_of(capability);
    let page = page::view(&state.services.db, &fingerprint, "", None).await.ok()??;
    let misplaced = matches!(page.surface, SurfaceRow::Frame { .. })
        && guard::destination(request) == Destination::Document;
    (!misplaced).then(|| of_page(state, &page))
}

/// What the shell's address says of its frame; further on, the page of the address knows it.
fn layout(request: &HttpRequest) -> FrameLayout {
    let mut parameters = url::form_urlencoded::parse(request.query_string().as_bytes());
    let embedded = parameters.find(|(name, _)| name == "embedded").map(|(_, value)| value);
    FrameLayout::of_parameter(embedded.as_deref())
}

fn is_framed(request: &HttpRequest) -> bool {
    let ours = request.path() == "/" || request.path() == "/ui" || request.path().starts_with("/ui/");
    ours && guard::destination(request) == Destination::Frame
}
