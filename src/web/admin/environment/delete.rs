//! `/admin/environments/{id}/delete`: asks, then deletes. Only what has no connections goes, and never the first one.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::{Data, Path},
};
use askama::Template;

use super::find;
use crate::{
    admin::environment,
    web::{
        admin::{
            confirm::ConfirmPage,
            page::{Frame, Spot, draw},
            place,
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

#[derive(Template)]
#[template(path = "admin/environment/kept.html")]
struct KeptPage {
    frame: Frame,
    name: String,
}

/// `GET`: the question.
pub async fn ask(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&who, &id)?;
    let page = ConfirmPage {
        frame: Frame::inside(&state, &who, Spot::Environments),
        title: format!("Delete {}?", row.name),
        text: "Its integrations, API keys, links and variables go with it. It must not have connections any more."
            .to_owned(),
        action: "Delete environment",
        back: format!("/admin/environments/{}", row.id),
    };
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: the deed.
pub async fn delete(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&who, &id)?;
    let first = who.environments.first().map_or(&row.id, |first| &first.id);
    if !environment::end(&state.services, &who.admin.name, first, &row.id, &row.name).await? {
        let page =
            KeptPage { frame: Frame::inside(&state, &who, Spot::Environments), name: row.name.clone() };
        return draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    // The address may name the very environment that is gone: on to the first one.
    let location = if row.id == who.environment.id {
        format!("{}/environments?done=deleted", place::base(first, false))
    } else {
        "/admin/environments?done=deleted".to_owned()
    };
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, location)).finish())
}
