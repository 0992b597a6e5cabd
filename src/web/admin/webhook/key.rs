//! `POST /admin/environment/webhooks/key`: a new signing key, shown this one time.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use crate::{
    admin::{Deed, rotate_signing_key},
    web::{
        admin::{
            not_found::not_found,
            page::{Frame, Spot, draw, see_other},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
    webhook::RotationError,
};

#[derive(Template)]
#[template(path = "admin/webhook/key.html")]
struct KeyPage {
    frame: Frame,
    key: String,
}

/// The handler.
pub async fn rotate(state: Data<State>, who: SignedIn) -> Result<HttpResponse, WebError> {
    let environment = &who.environment;
    let deed = Deed::of(&who.admin, &environment.id, "webhook_signing_key.rotate", &environment.name);
    let key = match rotate_signing_key(&state.services, &environment.id, deed).await {
        Ok(key) => key.reveal(),
        Err(RotationError::TwoKeys) => return Ok(see_other(&format!("{}?done=two-keys", super::PATH))),
        Err(RotationError::Conflict) => return Ok(see_other(&format!("{}?done=conflict", super::PATH))),
        Err(RotationError::Gone) => return Err(not_found()),
        Err(RotationError::Store(error)) => return Err(error.into()),
        Err(RotationError::Sealed(error)) => return Err(error.into()),
    };
    draw(&state, StatusCode::OK, &KeyPage { frame: Frame::inside(&state, &who, Spot::Webhooks), key })
}
