//! `…/reset`: asks, then lets the catalogue's definition hold again.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path},
};
use askama::Template;
use serde::Deserialize;

use super::Place;
use crate::{
    admin::definition::{SaveDefinition, Saved, hosts_changed, save},
    provider::DestinationChange,
    web::{
        admin::{
            not_found::not_found,
            page::{Frame, Spot, draw, see_other},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

/// The question.
#[derive(Template)]
#[template(path = "admin/definition/reset.html")]
struct ResetPage {
    frame: Frame,
    path: String,
    provider: String,
    revision: i64,
    has_catalogue: bool,
    change: DestinationChange,
    /// Whether something was saved since the question was asked.
    conflict: bool,
}

/// What was sent.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    revision: String,
    #[serde(default)]
    confirmed: String,
}

/// `GET`: the question.
pub async fn ask(state: Data<State>, who: SignedIn, key: Path<String>) -> Result<HttpResponse, WebError> {
    question(&state, &who, &key, StatusCode::OK).await
}

/// `POST`: the deed.
pub async fn reset(
    state: Data<State>,
    who: SignedIn,
    key: Path<String>,
    sent: Form<Sent>,
) -> Result<HttpResponse, WebError> {
    let place = Place::of(&state, &who, &key).await?;
    if place.own().is_none() {
        return Ok(see_other(&place.path()));
    }
    let wish = SaveDefinition {
        environment: &who.environment.id,
        provider: place.provider(),
        source: None,
        revision: sent.revision.parse().unwrap_or(-1),
        confirmed: &sent.confirmed,
    };
    match save(&state.services, &who.admin, wish).await? {
        Saved::Done if place.written.is_none() => {
            Ok(see_other(&crate::web::admin::integration::path(&place.integration.unique_key)))
        }
        Saved::Done => Ok(see_other(&format!("{}?done=reset", place.path()))),
        Saved::Conflict | Saved::Elsewhere(_) | Saved::Unusable(_) => {
            question(&state, &who, &key, StatusCode::CONFLICT).await
        }
    }
}

async fn question(
    state: &State,
    who: &SignedIn,
    key: &str,
    status: StatusCode,
) -> Result<HttpResponse, WebError> {
    let place = Place::of(state, who, key).await?;
    if place.own().is_none() {
        return Err(not_found());
    }
    let services = &state.services;
    let after = services.catalog.get(place.provider());
    let page = ResetPage {
        frame: Frame::inside(state, who, Spot::Integrations),
        path: place.path(),
        provider: place.provider().to_owned(),
        revision: place.revision(),
        has_catalogue: place.written.is_some(),
        change: hosts_changed(services, &who.environment.id, place.provider(), after.map(AsRef::as_ref)),
        conflict: status == StatusCode::CONFLICT,
    };
    draw(state, status, &page)
}
