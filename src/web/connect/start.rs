//! `POST /ui`: the shell hands the token over; the answer leads to the session's pages.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Form},
};
use serde::Deserialize;

use super::{
    dress::Dress,
    listing,
    problem::{PageProblem, PageProblemKind},
    session_dress::{self, FrameLayout, Place, Wishes},
};
use crate::{
    origin::{AllowedOrigins, Origin},
    session::{OpenPage, SessionToken, TabCookie, open_page},
    store::{
        connect_session::{self, ConnectSessionRow, Verification, View},
        environment::{self, EnvironmentRow},
    },
    theme::ModeChoice,
    trace::{Step, Subject},
    web::{default_dress::default_dress, error::WebError, guard, state::State},
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
    #[serde(default)]
    embedded: Option<String>,
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
    let refused = || PageProblem::new(PageProblemKind::FrameRefused { origin: form.parent_origin.clone() });
    let parent = Origin::parse(&form.parent_origin).map_err(|_| refused())?;
    let wishes = Wishes {
        theme: form.theme.clone(),
        language: form.lang.clone(),
        layout: FrameLayout::of_parameter(form.embedded.as_deref()),
        chosen_language: None,
    };
    let Some((session, environment)) = session_of(&state, &form.session_token).await? else {
        return Err(unknown_session(&state, &parent, wishes).await?);
    };
    let origins = session_dress::session_origins(
        &state,
        session.allowed_origins.as_deref(),
        &environment.allowed_origins,
    );
    if !session_dress::may_frame(&state, &origins, &parent) {
        return Err(refused().into());
    }
    if session.verification != Verification::None {
        // The frame's page would be a way around it: whoever has the link has the token, too.
        return Err(PageProblem::new(PageProblemKind::Unverified).into());
    }
    if !session.is_live(state.services.clock.now()) {
        let place = Place::Frame { parent: parent.as_str(), origins: &origins, layout: wishes.layout };
        let dress = session_dress::of_session(&state, &session, &environment, place, &wishes);
        return Err(PageProblem::wearing(PageProblemKind::over(&session), dress).into());
    }
    let place = OpenPage::Frame { parent: &parent, embedded: wishes.layout == FrameLayout::Embedded };
    begin(&state, &session, place, wishes).await
}

/// The session of a token, live or not, and its environment.
pub async fn session_of(
    state: &State,
    token: &str,
) -> Result<Option<(ConnectSessionRow, EnvironmentRow)>, WebError> {
    let Ok(token) = SessionToken::parse(token) else { return Ok(None) };
    let db = &state.services.db;
    let Some(session) = connect_session::find(db, &token.fingerprint()).await? else { return Ok(None) };
    let environment = environment::find(db, &session.environment_id).await?;
    Ok(environment.map(|environment| (session, environment)))
}

/// Opens a session's page and leads to it: to its only form, or to the picker.
pub async fn begin(
    state: &State,
    session: &ConnectSessionRow,
    place: OpenPage<'_>,
    wishes: Wishes,
) -> Result<HttpResponse, WebError> {
    let services = &state.services;
    let theme = wishes.theme.filter(|theme| ModeChoice::parse(theme).is_some());
    let surface = match &place {
        OpenPage::Frame { .. } => "frame",
        OpenPage::Tab(_) => "page",
    };
    let capability = open_page(services, session, place, theme, wishes.language).await?;
    let subject = Subject::Session(session.id.clone());
    services.traces.note(services.clock.now(), subject, Step::Opened(surface));
    if session.verification != Verification::None {
        let address = format!("/ui/{}/verify", capability.reveal());
        return Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish());
    }
    let only = match session.view {
        View::Manage => None,
        View::Connect | View::Managed { .. } => listing::only_choice(services, session).await?,
    };
    let address = match only {
        Some(key) => format!("/ui/{}/integrations/{}", capability.reveal(), listing::segment(&key)),
        None => format!("/ui/{}/", capability.reveal()),
    };
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish())
}

/// Opens a page of a session in a tab that has shown who it is of; the one it left is stored nowhere.
pub async fn begin_verified(
    state: &State,
    session: &ConnectSessionRow,
    tab: &TabCookie,
    language: Option<String>,
) -> Result<HttpResponse, WebError> {
    begin(state, session, OpenPage::Tab(tab), Wishes { language, ..Wishes::default() }).await
}

/// A token that nobody knows: the page says so to whoever may frame any page of ours.
async fn unknown_session(state: &State, parent: &Origin, wishes: Wishes) -> Result<WebError, WebError> {
    let origins = all_origins(state).await?;
    if !session_dress::may_frame(state, &origins, parent) {
        let origin = parent.to_string();
        return Ok(PageProblem::new(PageProblemKind::FrameRefused { origin }).into());
    }
    let dress = Dress {
        theme: wishes.theme.as_deref().and_then(ModeChoice::parse),
        language: wishes.language,
        surface: wishes.layout.surface(),
        parent_origin: Some(parent.to_string()),
        frame_ancestors: session_dress::frame_ancestors(&origins),
        ..default_dress(state).await
    };
    Ok(PageProblem::wearing(PageProblemKind::Expired { at: None }, dress).into())
}

/// The origins of the instance and of all environments: before the token, nobody knows whose session it will be.
pub async fn all_origins(state: &State) -> Result<AllowedOrigins, WebError> {
    let environments = environment::list(&state.services.db).await?;
    let lists = environments.iter().map(|row| AllowedOrigins::from_stored(&row.allowed_origins));
    Ok(lists.fold(state.allowed_origins.clone(), |all, list| all.and(&list)))
}
