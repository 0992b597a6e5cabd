//! The page of each problem: what happened, who can do what about it, and a reference for support.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use askama::Template;

use super::{
    admin,
    connect::{
        PageProblem, PageProblemKind,
        dress::{Dress, Policy, Scripts, Wardrobe},
        flow_words,
        page::{Chrome, ErrorKind, ErrorPage, ExpiredPage, FailurePage, NotFoundPage, RefusalPage, Surface},
        time_text,
    },
    edge::RequestId,
    error::WebError,
    problem_dress::problem_dress,
    state::State,
};
use crate::store::flow::ReturnCheck;

/// Draws the page of an error. Where even that fails, a plain text stands in for it.
pub async fn draw(
    state: &State,
    request: &HttpRequest,
    status: StatusCode,
    id: &RequestId,
    error: Option<&WebError>,
) -> HttpResponse {
    let problem = match error {
        Some(WebError::Page(problem)) => Some(problem),
        _ => None,
    };
    let kind = problem.map(|problem| &problem.kind);
    if request.path() == "/admin" || request.path().starts_with("/admin/") {
        let drawn = admin::problem(state, request, status, &id.0, error).await;
        return drawn.unwrap_or_else(|_| plain(status, id));
    }
    let dress = match problem.and_then(|problem| problem.dress.as_deref()) {
        Some(dress) => dress.clone(),
        None => problem_dress(state, request, status, kind).await,
    };
    page(&state.wardrobe, request, status, id, kind, dress).unwrap_or_else(|_| plain(status, id))
}

fn plain(status: StatusCode, id: &RequestId) -> HttpResponse {
    HttpResponse::build(status).body(format!("Something failed. Reference: {}", id.0))
}

fn page(
    wardrobe: &Wardrobe,
    request: &HttpRequest,
    status: StatusCode,
    id: &RequestId,
    kind: Option<&PageProblemKind>,
    mut dress: Dress,
) -> askama::Result<HttpResponse> {
    if let Some(PageProblemKind::FrameRefused { .. }) = kind {
        // Framable by anyone, holds no session, sends no form (security.md A2).
        if dress.surface == Surface::Hosted {
            dress.surface = Surface::Overlay;
        }
        "*".clone_into(&mut dress.frame_ancestors);
    }
    let (mut chrome, sheet) = wardrobe.chrome(&dress, request);
    chrome.reference = Some(id.0.clone());
    // Asking for its address once more may be another problem, or none.
    chrome.offers_languages = false;
    // A frame covers the host application: whatever went wrong, it can be closed.
    chrome.closable = dress.surface == Surface::Overlay;
    let html = html(chrome, status, kind)?;
    let policy = Policy {
        sheet: &sheet,
        frame_ancestors: &dress.frame_ancestors,
        scripts: Scripts::File,
        forms: false,
    };
    Ok(wardrobe.respond(status, html, &policy))
}

fn html(chrome: Chrome, status: StatusCode, kind: Option<&PageProblemKind>) -> askama::Result<String> {
    match kind {
        Some(PageProblemKind::Expired { at }) => {
            let ended_at = at.map_or_else(String::new, time_text);
            ExpiredPage { chrome, ended_at }.render()
        }
        Some(PageProblemKind::FrameRefused { origin }) => {
            RefusalPage { chrome, origin: origin.clone() }.render()
        }
        Some(PageProblemKind::CannotLeave { service, failure }) => {
            let reason = flow_words::reason(&chrome, service, *failure);
            FailurePage { chrome, service: service.clone(), reason, retry_url: None }.render()
        }
        _ => match error_kind(status, kind) {
            Some(kind) => ErrorPage { chrome, kind, retry_url: None }.render(),
            None => NotFoundPage { chrome }.render(),
        },
    }
}

/// What kind of trouble it is; nothing where the address leads nowhere.
fn error_kind(status: StatusCode, kind: Option<&PageProblemKind>) -> Option<ErrorKind> {
    match kind {
        Some(PageProblemKind::NotFound) => None,
        Some(PageProblemKind::Ended) => Some(ErrorKind::Ended),
        Some(PageProblemKind::LinkExpired) => Some(ErrorKind::LinkExpired),
        Some(PageProblemKind::LinkRevoked) => Some(ErrorKind::LinkRevoked),
        Some(PageProblemKind::LinkUsed) => Some(ErrorKind::LinkUsed),
        Some(PageProblemKind::ConnectionGone) => Some(ErrorKind::ConnectionGone),
        Some(PageProblemKind::OtherBrowser | PageProblemKind::CrossSite) => Some(ErrorKind::OtherBrowser),
        Some(PageProblemKind::TooLarge) => Some(ErrorKind::TooLarge),
        Some(PageProblemKind::NotBuilt) => Some(ErrorKind::NotSupported),
        Some(PageProblemKind::WayBackClosed(check)) => Some(match check {
            ReturnCheck::OtherBrowser => ErrorKind::FlowOtherBrowser,
            ReturnCheck::Used => ErrorKind::FlowUsed,
            ReturnCheck::Expired => ErrorKind::FlowExpired,
            ReturnCheck::Unknown => ErrorKind::FlowUnknown,
        }),
        Some(PageProblemKind::Unverified) => Some(ErrorKind::Unverified),
        Some(PageProblemKind::AnswerUsed) => Some(ErrorKind::AnswerUsed),
        Some(PageProblemKind::StartUsed) => Some(ErrorKind::StartUsed),
        _ => match status {
            StatusCode::NOT_FOUND => None,
            StatusCode::TOO_MANY_REQUESTS => Some(ErrorKind::TooFast),
            StatusCode::SERVICE_UNAVAILABLE => Some(ErrorKind::Unavailable),
            _ => Some(ErrorKind::Fault),
        },
    }
}

impl From<PageProblemKind> for PageProblem {
    fn from(kind: PageProblemKind) -> Self {
        Self::new(kind)
    }
}
