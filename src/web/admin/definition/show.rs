//! `GET …/definition`: the text, with what is found in it at its lines.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{
    Place,
    finding::{Finding, findings},
};
use crate::{
    provider::edited,
    store::definition::{self as stored, RevisionRow},
    web::{
        admin::{
            page::{Frame, Spot, draw},
            session::SignedIn,
            words,
        },
        error::WebError,
        state::State,
    },
};

/// The page.
#[derive(Template)]
#[template(path = "admin/definition/show.html")]
struct ShowPage {
    frame: Frame,
    path: String,
    integration_path: String,
    name: String,
    provider: String,
    /// Where the catalogue has it from.
    origin: Option<String>,
    /// Which revision of the environment's own is in force, by whom and when.
    own: Option<(i64, String, String)>,
    /// Whether what is in force can be used.
    usable: bool,
    findings: Vec<Finding>,
    lines: Vec<Line>,
    history: Vec<Revision>,
    has_catalogue: bool,
}

struct Line {
    number: u32,
    text: String,
    severity: Option<&'static str>,
}

struct Revision {
    number: i64,
    at: String,
    author: String,
    is_reset: bool,
    in_force: bool,
}

/// What was just done.
#[derive(Deserialize)]
pub struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// The handler.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    key: Path<String>,
    query: Query<DoneQuery>,
) -> Result<HttpResponse, WebError> {
    let place = Place::of(&state, &who, &key).await?;
    let source = place.text();
    let judged = edited(&state.services.catalog, place.provider(), source);
    let findings = findings(&judged.remarks, source);
    let rows = stored::revisions(&state.services.db, &who.environment.id, place.provider()).await?;
    let own = place.row.as_ref().filter(|row| row.source.is_some());
    let page = ShowPage {
        frame: Frame::inside(&state, &who, Spot::Integrations).with_notice(said(&query.done)),
        path: place.path(),
        integration_path: crate::web::admin::integration::path(&place.integration.unique_key),
        name: place.name.clone(),
        provider: place.provider().to_owned(),
        origin: place.written.as_ref().map(|written| match written.line {
            Some(line) => format!("{}, line {line}", written.file),
            None => written.file.clone(),
        }),
        own: own.map(|row| (row.revision, row.author.clone(), words::moment(row.at))),
        usable: judged.provider.is_some(),
        lines: lines(source, &findings),
        findings,
        history: rows.into_iter().map(|row| revision(row, own.map(|own| own.revision))).collect(),
        has_catalogue: place.written.is_some(),
    };
    draw(&state, StatusCode::OK, &page)
}

fn said(done: &str) -> Option<&'static str> {
    match done {
        "saved" => Some("Saved. This definition holds in this environment from now on."),
        "reset" => Some("The catalogue’s definition holds again."),
        _ => None,
    }
}

fn lines(source: &str, findings: &[Finding]) -> Vec<Line> {
    let line = |(number, text): (u32, &str)| Line {
        number,
        text: text.to_owned(),
        // Errors come first.
        severity: findings.iter().find(|one| one.line == number).map(|one| one.severity),
    };
    (1..).zip(source.lines()).map(line).collect()
}

fn revision(row: RevisionRow, in_force: Option<i64>) -> Revision {
    Revision {
        number: row.revision,
        at: words::moment(row.at),
        author: row.author,
        is_reset: row.is_reset,
        in_force: in_force == Some(row.revision),
    }
}
