//! `POST …/edit`: what the editor's buttons do.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path},
};
use serde::Deserialize;

use super::{
    Place,
    edit::{EditPage, Said},
};
use crate::{
    admin::definition::{SaveDefinition, Saved, drop_draft, keep_draft, save},
    provider::{MAX_DEFINITION, unified},
    web::{
        admin::{
            page::{draw, see_other},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

/// What was sent.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    act: String,
    #[serde(default)]
    source: String,
    /// The revision that the page was drawn with.
    #[serde(default)]
    revision: String,
    /// The change of hosts that was confirmed.
    #[serde(default)]
    confirmed: String,
}

/// Browsers send a line's end as two characters.
pub fn typed(source: &str) -> String {
    source.replace("\r\n", "\n")
}

/// Keeps what is typed, unless it is too long for a definition anyway.
pub async fn keep(state: &State, who: &SignedIn, place: &Place, source: &str) -> Result<(), WebError> {
    if source.len() <= MAX_DEFINITION {
        keep_draft(&state.services, &who.admin, &who.environment.id, place.provider(), source).await?;
    }
    Ok(())
}

/// The handler.
pub async fn act(
    state: Data<State>,
    who: SignedIn,
    key: Path<String>,
    sent: Form<Sent>,
) -> Result<HttpResponse, WebError> {
    let place = Place::of(&state, &who, &key).await?;
    let sent = sent.into_inner();
    let source = typed(&sent.source);
    match sent.act.as_str() {
        "discard" => {
            drop_draft(&state.services, &who.admin, &who.environment.id, place.provider()).await?;
            Ok(see_other(&place.path()))
        }
        "save" => {
            keep(&state, &who, &place, &source).await?;
            store(&state, &who, &place, &sent, source).await
        }
        _ => {
            keep(&state, &who, &place, &source).await?;
            let page = EditPage::of(&state, &who, &place, source);
            let status = if page.usable { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
            // Who checks a text that was begun on an older revision still saves it against that one.
            let page = page.begun_on(&sent.revision);
            draw(&state, status, &page)
        }
    }
}

async fn store(
    state: &State,
    who: &SignedIn,
    place: &Place,
    sent: &Sent,
    source: String,
) -> Result<HttpResponse, WebError> {
    let wish = SaveDefinition {
        environment: &who.environment.id,
        provider: place.provider(),
        source: Some(source.clone()),
        revision: sent.revision.parse().unwrap_or(-1),
        confirmed: &sent.confirmed,
    };
    let mut page = EditPage::of(state, who, place, source.clone()).begun_on(&sent.revision);
    let status = match save(&state.services, &who.admin, wish).await? {
        Saved::Done => return Ok(see_other(&format!("{}?done=saved", place.path()))),
        Saved::Unusable(_) => {
            page.said = Said::Refused;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Saved::Elsewhere(_) => {
            page.said = Said::Asks;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Saved::Conflict => {
            // Read anew: perhaps it was changed since this request began. The next save is on top of that.
            let place = Place::of(state, who, &place.integration.unique_key).await?;
            let author = place.row.as_ref().map(|row| row.author.clone()).unwrap_or_default();
            let difference = unified("what is saved now", "what you typed", place.text(), &source);
            page = EditPage::of(state, who, &place, source);
            page.said = Said::Conflict { author, difference };
            StatusCode::CONFLICT
        }
    };
    draw(state, status, &page)
}
