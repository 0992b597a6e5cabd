//! `/docs` and `/docs/errors`: what the document says, for reading.
//!
//! Owns the pages' views. Must not know any route: it shows what `paths/` and `error_code/` say.

mod field;
mod prose;
mod view;

use std::sync::Arc;

use actix_web::{HttpResponse, http::header, web::Data};
use askama::Template;

use self::{
    prose::{Paragraph, paragraphs},
    view::{CallView, ChapterView},
};
use super::{chapters, error_code::ErrorCode, paths, shapes};
use crate::web::{connect::dress::Sheet, default_dress::bare_dress, error::WebError, state::State};

const AN_HOUR: &str = "public, max-age=3600";

/// What surrounds both pages.
struct Frame {
    theme_css: Arc<str>,
    admin_css_url: String,
    docs_css_url: String,
    chapters: Vec<ChapterView>,
}

#[derive(Template)]
#[template(path = "docs/calls.html")]
struct CallsPage {
    frame: Frame,
    introduction: Vec<Paragraph>,
    server: String,
}

#[derive(Template)]
#[template(path = "docs/errors.html")]
struct ErrorsPage {
    frame: Frame,
    errors: Vec<ErrorView>,
}

struct ErrorView {
    code: &'static str,
    happened: Vec<Paragraph>,
    who: &'static str,
    remedy: Vec<Paragraph>,
    statuses: String,
    calls: Vec<CallView>,
}

/// All calls.
pub async fn calls(state: Data<State>) -> Result<HttpResponse, WebError> {
    let page = CallsPage {
        frame: frame(&state),
        introduction: paragraphs(chapters::INTRODUCTION),
        server: state.public_url.origin().to_string(),
    };
    draw(&state, &page)
}

/// All error codes.
pub async fn errors(state: Data<State>) -> Result<HttpResponse, WebError> {
    let operations = paths::all();
    let errors = ErrorCode::all().into_iter().map(|error| {
        let mut statuses = Vec::new();
        let mut calls = Vec::new();
        for operation in &operations {
            let with_code = super::refusals(operation).into_iter().filter(|(_, code)| *code == error.code);
            let of_call: Vec<String> = with_code.map(|(status, _)| status.to_string()).collect();
            if !of_call.is_empty() {
                calls.push(CallView::brief(operation));
            }
            statuses.extend(of_call);
        }
        statuses.sort_unstable();
        statuses.dedup();
        ErrorView {
            code: error.code,
            happened: paragraphs(error.happened),
            who: error.who.words(),
            remedy: paragraphs(error.remedy),
            statuses: statuses.join(", "),
            // What almost every call can answer needs no list.
            calls: if calls.len() > operations.len() / 3 { Vec::new() } else { calls },
        }
    });
    let page = ErrorsPage { errors: errors.collect(), frame: frame(&state) };
    draw(&state, &page)
}

fn sheet(state: &State) -> Arc<Sheet> {
    state.wardrobe.sheet(&bare_dress(state))
}

fn frame(state: &State) -> Frame {
    let assets = &state.wardrobe.assets;
    let shapes = shapes::all();
    Frame {
        theme_css: sheet(state).css(),
        admin_css_url: assets.admin_css_url().to_owned(),
        docs_css_url: assets.docs_css_url().to_owned(),
        chapters: view::chapters(&paths::all(), &shapes),
    }
}

/// No script, no other origin, no frame.
fn draw(state: &State, page: &impl Template) -> Result<HttpResponse, WebError> {
    let policy = format!(
        "default-src 'none'; style-src 'self' {} {}; img-src data:; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
        state.wardrobe.assets.base_css_hash(),
        sheet(state).csp_hash(),
    );
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .insert_header((header::CACHE_CONTROL, AN_HOUR))
        .body(page.render()?))
}
