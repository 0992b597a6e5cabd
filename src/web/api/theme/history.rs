//! What was published, and publishing it again.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde_json::{Value, json};

use super::{place::ThemePlace, publish::publish_document};
use crate::{
    store::theme,
    theme::ThemeDocument,
    web::{
        api::{
            ApiError,
            input::theme::RollBackBody,
            request::{JsonBody, invalid_body},
        },
        connect::worn,
        error::WebError,
        state::State,
    },
};

/// The newest first, each with what it changed.
pub async fn list(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    let place = ThemePlace::reading(&state, &request).await?;
    let rows = theme::revisions(&state.services.db, &place.open.key).await?;
    let documents: Vec<ThemeDocument> = rows.iter().map(|row| worn::document(&row.document)).collect();
    let nothing = ThemeDocument::default();
    let view = |(index, row): (usize, &theme::RevisionRow)| {
        let before = documents.get(index + 1).unwrap_or(&nothing);
        json!({
            "revision": row.revision,
            "theme": documents[index].to_json(),
            "changes": documents[index].differences_from(before),
            "author": row.author,
            "note": row.note,
            "published_at": row.at.to_z_iso(),
        })
    };
    let data: Vec<Value> = rows.iter().enumerate().map(view).collect();
    Ok(HttpResponse::Ok().json(json!({ "data": data })))
}

/// Publishes an earlier one again.
pub async fn roll_back(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let place = ThemePlace::changing(&state, &request).await?;
    let given = RollBackBody::read(body.tree()).map_err(invalid_body)?;
    let row = theme::revision(&state.services.db, &place.open.key, given.revision).await?;
    let row = row.ok_or_else(|| {
        ApiError::not_found("unknown_theme_revision", "Nothing was published under this number")
    })?;
    let note = format!("back to {}", given.revision);
    publish_document(&state, place, &given.publish, worn::document(&row.document), note).await
}
