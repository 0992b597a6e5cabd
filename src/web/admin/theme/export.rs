//! `GET …/export`: the draft, or what is published, as a file with its logos and font in it.

use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path, Query},
};

use super::{Place, ThemeQuery};
use crate::{
    admin::theme::find_file,
    theme::file as theme_file,
    web::{admin::session::SignedIn, error::WebError, state::State},
};

/// The handler.
pub async fn export(
    state: Data<State>,
    who: SignedIn,
    scope: Path<String>,
    query: Query<ThemeQuery>,
) -> Result<HttpResponse, WebError> {
    let place = Place::of(&state, &who, &scope, &query.theme).await?;
    let document = &place.open.draft;
    let mut files = Vec::new();
    for name in document.files() {
        if let Some(row) = find_file(&state.services, name).await? {
            files.push((row.name, row.body));
        }
    }
    let name = if query.theme.is_empty() { place.scope.as_str() } else { query.theme.as_str() };
    Ok(HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"theme-{name}.json\"")))
        .body(theme_file::write(document, &files)))
}
