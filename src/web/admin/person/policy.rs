//! `POST /admin/people/policy`: whether everybody must have a second step.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form},
};
use serde::Deserialize;

use super::list::PeoplePage;
use crate::{
    admin::people,
    web::{
        admin::{
            page::{draw, see_other},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

/// The form.
#[derive(Debug, Deserialize)]
pub struct PolicyForm {
    #[serde(default)]
    two_step: String,
    version: i64,
}

/// The handler.
pub async fn save(
    state: Data<State>,
    who: SignedIn,
    form: Form<PolicyForm>,
) -> Result<HttpResponse, WebError> {
    let required = form.two_step == "required";
    if people::require_totp(&state.services, &who.admin, required, form.version).await? {
        return Ok(see_other("/admin/people?done=policy"));
    }
    let mut page = PeoplePage::new(&state, &who).await?;
    page.stale_policy = true;
    draw(&state, StatusCode::CONFLICT, &page)
}
