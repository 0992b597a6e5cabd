//! `/admin/audit`: the newest entries.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use super::{
    page::{Frame, Spot, draw},
    session::SignedIn,
    words,
};
use crate::{
    store::audit,
    web::{error::WebError, state::State},
};

const SHOWN: i64 = 200;

#[derive(Template)]
#[template(path = "admin/audit.html")]
struct AuditPage {
    frame: Frame,
    rows: Vec<Row>,
}

struct Row {
    at: String,
    actor: String,
    action: String,
    subject: String,
    detail: String,
}

/// The handler.
pub async fn audit(state: Data<State>, who: SignedIn) -> Result<HttpResponse, WebError> {
    let entries = audit::list(&state.services.db, &who.environment.id, SHOWN).await?;
    let rows = entries.into_iter().map(|row| Row {
        at: words::moment(row.created_at),
        actor: row.actor,
        action: row.action,
        subject: row.subject,
        detail: row.detail,
    });
    let page = AuditPage { rows: rows.collect(), frame: Frame::inside(&state, &who, Spot::Audit) };
    draw(&state, StatusCode::OK, &page)
}
