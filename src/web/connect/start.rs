//! `POST /ui`: the shell hands the token over; the answer leads to the session's pages.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Form},
};
use serde::Deserialize;

use super::{
    listing,
    problem::{PageProblem, PageProblemKind},
    shell::start_address,
    visit::session_origins,
};
use crate::{
    origin::Origin,
    session::{OpenPage, SessionToken, open_page},
    store::{connect_session, environment},
    theme::ModeChoice,
    web::{error::WebError, guard, state::State},
};

/// What the shell sends.
#[derive(Deserialize)]
pub struct StartForm {
    session_token: String,
    parent_origin: String,
    #[serde(default)]
    theme: Option<String>,
    #[serde(default)]
    lang: Option<String>,
}

/// The handler. The sender's origin was checked by the shell; here it is checked against the session.
pub async fn start(
    state: Data<State>,
    request: HttpRequest,
    form: Form<StartForm>,
) -> Result<HttpResponse, WebError> {
    if !guard::is_same_origin(&state, request.headers()) {
        return Err(PageProblem::new(PageProblemKind::CrossSite).into());
    }
    let form = form.into_inner();
    let services = &state.services;
    let expired = |at| PageProblem::new(PageProblemKind::Expired { at });
    let token = SessionToken::parse(&form.session_token).map_err(|_| expired(None))?;
    let session =
        connect_session::find(&services.db, &token.fingerprint()).await?.ok_or_else(|| expired(None))?;
    if !session.is_live(services.clock.now()) {
        return Err(expired(Some(session.expires_at)).into());
    }
    let environment = environment::find(&services.db, &session.environment_id).await?;
    let of_environment = environment.map(|row| row.allowed_origins).unwrap_or_default();
    let origins = session_origins(&state, session.allowed_origins.as_deref(), &of_environment);
    let refused = || PageProblem::new(PageProblemKind::FrameRefused { origin: form.parent_origin.clone() });
    let parent = Origin::parse(&form.parent_origin).map_err(|_| refused())?;
    if parent != *state.public_url.origin() && !origins.allows(&parent) {
        return Err(refused().into());
    }
    let theme = form.theme.as_deref().and_then(ModeChoice::parse).map(|mode| mode.as_str().to_owned());
    let capability = open_page(services, &session, OpenPage::Frame(&parent), theme, form.lang).await?;
    let only = listing::only_choice(services, &session).await?;
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, start_address(capability.reveal(), only.as_deref())))
        .finish())
}
