//! `GET /admin/audit/export`: all that a search finds, as a file, written while it is read.

use actix_web::{
    HttpResponse,
    http::header,
    web::{Bytes, Data, Query},
};
use futures_util::stream;

use super::{filter::AuditQuery, write::Format};
use crate::{
    store::audit::{self, AuditFilter},
    web::{admin::session::SignedIn, error::WebError, state::State},
};

/// So many entries are in memory at once.
const BATCH: i64 = 500;

/// The handler.
pub async fn export(state: Data<State>, who: SignedIn, query: Query<AuditQuery>) -> HttpResponse {
    let (format, media_type, name) = if query.format == "jsonl" {
        (Format::JsonLines, "application/jsonl", "audit.jsonl")
    } else {
        (Format::Csv, "text/csv; charset=utf-8; header=present", "audit.csv")
    };
    let filter = query.filter(&who.environment.id);
    let first = Some((state, filter, format.head().to_owned()));
    let body = stream::try_unfold(first, move |step| async move {
        let Some((state, filter, head)) = step else { return Ok(None) };
        batch(&state, filter, head, format).await.map(|(text, next)| {
            let next = next.map(|filter| (state, filter, String::new()));
            Some((Bytes::from(text), next))
        })
    });
    HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .streaming(Box::pin(body))
}

/// The next entries as text, and what comes after them.
async fn batch(
    state: &State,
    mut filter: AuditFilter,
    head: String,
    format: Format,
) -> Result<(String, Option<AuditFilter>), WebError> {
    let rows = audit::list(&state.services.db, &filter, BATCH).await?;
    let text = rows.iter().fold(head, |text, row| text + &format.line(row));
    let is_last = rows.len() < usize::try_from(BATCH).unwrap_or(usize::MAX);
    filter.before = rows.last().map_or(filter.before, |row| row.number);
    Ok((text, (!is_last).then_some(filter)))
}
