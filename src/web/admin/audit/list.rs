//! `GET /admin/audit`: the newest entries first, a page at a time.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;

use super::filter::AuditQuery;
use crate::{
    store::audit,
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

const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "admin/audit.html")]
struct AuditPage {
    frame: Frame,
    query: AuditQuery,
    actors: Vec<String>,
    actions: Vec<String>,
    rows: Vec<Row>,
    older_url: Option<String>,
    csv_url: String,
    json_url: String,
}

struct Row {
    at: String,
    actor: String,
    action: String,
    subject: String,
    detail: String,
}

/// The handler.
pub async fn list(
    state: Data<State>,
    who: SignedIn,
    query: Query<AuditQuery>,
) -> Result<HttpResponse, WebError> {
    let (db, query) = (&state.services.db, query.into_inner());
    let mut entries = audit::list(db, &query.filter(&who.environment.id), SHOWN + 1).await?;
    let shown = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    let has_more = entries.len() > shown;
    entries.truncate(shown);
    let last = entries.last().filter(|_| has_more).map(|row| row.number.to_string());
    let rows = entries.into_iter().map(|row| Row {
        at: words::moment(row.created_at),
        actor: row.actor,
        action: row.action,
        subject: row.subject,
        detail: row.detail,
    });
    let page = AuditPage {
        frame: Frame::inside(&state, &who, Spot::Audit),
        actors: audit::actors(db).await?,
        actions: audit::actions(db).await?,
        older_url: last.map(|number| query.address("/admin/audit", "before", &number)),
        csv_url: query.address("/admin/audit/export", "format", "csv"),
        json_url: query.address("/admin/audit/export", "format", "jsonl"),
        rows: rows.collect(),
        query,
    };
    draw(&state, StatusCode::OK, &page)
}
