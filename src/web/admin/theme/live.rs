//! `POST …/live`: what a page would wear of what is typed, and the proof of it. Nothing is stored.

use actix_multipart::Multipart;
use actix_web::{
    HttpResponse,
    web::{Data, Path, Query},
};
use serde_json::json;

use super::{Place, ThemeQuery, fields::document, proof_sheet::ProofSheet, sent::Sent};
use crate::{
    admin::theme::judge_logos,
    theme::{ModeChoice, Surface, sheet},
    web::{admin::session::SignedIn, connect::worn, error::WebError, state::State},
};

/// The handler.
pub async fn live(
    state: Data<State>,
    who: SignedIn,
    scope: Path<String>,
    query: Query<ThemeQuery>,
    body: Multipart,
) -> Result<HttpResponse, WebError> {
    let sent = Sent::read(body).await?;
    let place = Place::of(&state, &who, &scope, &query.theme).await?;
    let mut document = match document(&sent) {
        Ok(document) => document,
        Err(problems) => return Ok(HttpResponse::Ok().json(json!({ "problems": problems }))),
    };
    let worn = place.open.layers(&document).worn();
    judge_logos(&state.services, &mut document, &worn).await?;
    let worn = place.open.layers(&document).worn();
    let page = |mode| {
        let identity = worn::identity(&worn, mode);
        json!({
            "css": sheet(&worn, mode, Surface::Hosted),
            "layer_css": sheet(&worn, mode, Surface::Overlay),
            "logo": identity.logo.map(|logo| logo.url),
            "tiles": identity.tiles,
        })
    };
    Ok(HttpResponse::Ok().json(json!({
        "problems": {},
        "pages": { "light": page(ModeChoice::Light), "dark": page(ModeChoice::Dark) },
        "badge": worn.badge.unwrap_or(true),
        "proof": ProofSheet::both(&worn),
        "changes": document.differences_from(&place.open.published).len(),
    })))
}
