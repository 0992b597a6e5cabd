//! `GET …/export`: what is in force as a file, or as a patch of the catalogue's file.

use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path, Query},
};
use serde::Deserialize;

use super::Place;
use crate::web::{
    admin::{not_found::not_found, session::SignedIn},
    error::WebError,
    state::State,
};

/// In which form.
#[derive(Deserialize)]
pub struct ExportQuery {
    #[serde(default)]
    form: String,
}

/// The handler.
pub async fn export(
    state: Data<State>,
    who: SignedIn,
    key: Path<String>,
    query: Query<ExportQuery>,
) -> Result<HttpResponse, WebError> {
    let place = Place::of(&state, &who, &key).await?;
    let provider = place.provider();
    let (ending, kind, text) = match query.form.as_str() {
        "patch" => {
            let patch = state.services.catalog.patch(provider, place.text());
            ("patch", "text/x-diff; charset=utf-8", patch.ok_or_else(not_found)?)
        }
        _ => ("yaml", "application/yaml; charset=utf-8", format!("{}\n", place.text().trim_end())),
    };
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{provider}.{ending}\"")))
        .body(text))
}
