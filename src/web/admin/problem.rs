//! The pages of what goes wrong inside admin: in admin's own frame, with a way on.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use askama::Template;

use super::{
    access::Capability,
    page::{Frame, Spot, draw},
    session::{self, SignedIn},
};
use crate::web::{connect::PageProblemKind, error::WebError, state::State};

#[derive(Template)]
#[template(path = "admin/problem.html")]
struct InsidePage {
    frame: Frame,
    words: Words,
    reference: String,
}

#[derive(Template)]
#[template(path = "admin/problem_outside.html")]
struct OutsidePage {
    frame: Frame,
    words: Words,
    reference: String,
}

struct Words {
    title: &'static str,
    text: &'static str,
}

/// Draws the page of a problem: among admin's places for who is signed in, else as the doors look.
pub async fn problem(
    state: &State,
    request: &HttpRequest,
    status: StatusCode,
    reference: &str,
    error: Option<&WebError>,
) -> Result<HttpResponse, WebError> {
    let (words, reference) = (words(status, error), reference.to_owned());
    // Asking a database that does not answer would only keep the visitor waiting.
    let who = if status == StatusCode::SERVICE_UNAVAILABLE { None } else { signed_in(state, request).await };
    match who {
        Some(who) => {
            let frame = Frame::inside(state, &who, Spot::Nowhere);
            draw(state, status, &InsidePage { frame, words, reference })
        }
        None => draw(state, status, &OutsidePage { frame: Frame::outside(state), words, reference }),
    }
}

async fn signed_in(state: &State, request: &HttpRequest) -> Option<SignedIn> {
    session::find(state, request).await.ok()?
}

fn words(status: StatusCode, error: Option<&WebError>) -> Words {
    let crossed =
        matches!(error, Some(WebError::Page(problem)) if problem.kind == PageProblemKind::CrossSite);
    let (title, text) = match (error, status) {
        (Some(WebError::NotAllowed(capability)), _) => {
            ("Your role does not allow this", who_can(*capability))
        }
        _ if crossed => (
            "This did not come from admin",
            "Another site or an old window sent it, so nothing was done. Open the page in admin and try again there.",
        ),
        (_, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED) => {
            ("There is nothing here", "It was deleted meanwhile, or the address has a mistake in it.")
        }
        (_, StatusCode::PAYLOAD_TOO_LARGE) => {
            ("That was too much at once", "Nothing was stored. Send less and try again.")
        }
        (_, StatusCode::TOO_MANY_REQUESTS) => {
            ("Too many requests", "Nothing was done. Wait a minute and try again.")
        }
        (_, StatusCode::SERVICE_UNAVAILABLE) => (
            "The database does not answer",
            "Nothing was changed. Try again in a minute; the server's log says more.",
        ),
        (_, status) if status.is_client_error() => {
            ("This cannot be read", "Nothing was done. Open the page again and fill in its form.")
        }
        _ => ("Something failed on the server", "The server's log says what, under the reference below."),
    };
    Words { title, text }
}

const fn who_can(capability: Capability) -> &'static str {
    match capability {
        Capability::People => {
            "Nothing was done. Only an owner says who may come in. Ask one of them to do it, or to change your role."
        }
        Capability::Instance => {
            "Nothing was done. Only an owner changes what all environments share. Ask one of them to do it, or to change your role."
        }
        _ => {
            "Nothing was done. An editor or an owner can do it. Ask one of them, or ask an owner to change your role."
        }
    }
}
