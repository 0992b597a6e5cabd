//! `GET`: the draft, or what is published.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path, Query},
};

use super::{Place, ThemeQuery, view::ThemePage};
use crate::web::{
    admin::{page::draw, session::SignedIn},
    error::WebError,
    state::State,
};

/// The handler.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    scope: Path<String>,
    query: Query<ThemeQuery>,
) -> Result<HttpResponse, WebError> {
    let place = Place::of(&state, &who, &scope, &query.theme).await?;
    let mut page = ThemePage::of(&state, &who, &place, &place.open.draft).await?;
    page.frame = page.frame.with_notice(notice(&query.done));
    draw(&state, StatusCode::OK, &page)
}

fn notice(done: &str) -> Option<&'static str> {
    match done {
        "saved" => Some("The draft is saved. Pages look as before until you publish it."),
        "published" => Some("Published. Pages that open from now on look like this."),
        "discarded" => Some("The draft is gone. This is what is published."),
        "imported" => Some("The file was read into the draft. Look at it, then publish."),
        "back" => Some("Rolled back. Pages that open from now on look like this."),
        "deleted" => Some("The theme is gone. Sessions that named it wear the environment’s."),
        _ => None,
    }
}
