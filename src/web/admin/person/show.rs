//! `/admin/people/{id}`: one person: role, sessions, second step.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{RoleChoice, choices, find, role_name};
use crate::{
    admin::{
        self, Role,
        people::{self, Changed},
        two_step,
    },
    id::{AdminId, AdminSessionId},
    web::{
        admin::{
            not_found::not_found,
            own::SessionLine,
            page::{Frame, Spot, draw, see_other},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

/// The page.
#[derive(Template)]
#[template(path = "admin/person/show.html")]
pub(super) struct PersonPage {
    frame: Frame,
    url: String,
    name: String,
    email: String,
    role: &'static str,
    roles: Vec<RoleChoice>,
    version: i64,
    has_two_step: bool,
    is_self: bool,
    sessions: Vec<SessionLine>,
    problem: Option<Problem>,
}

/// Why nothing was changed.
pub(super) enum Problem {
    /// They are the only owner.
    LastOwner,
    /// Somebody else was faster; what was not done.
    Meanwhile(String),
}

impl PersonPage {
    /// As it is stored.
    pub(super) async fn new(state: &State, who: &SignedIn, id: &AdminId) -> Result<Self, WebError> {
        let row = find(state, id.as_str()).await?;
        let sessions = admin::sessions_of(&state.services, &row.id).await?;
        Ok(Self {
            frame: Frame::inside(state, who, Spot::People),
            url: format!("/admin/people/{}", row.id),
            has_two_step: row.has_totp(),
            is_self: row.id == who.admin.id,
            name: row.name,
            email: row.email.unwrap_or_default(),
            role: role_name(row.role),
            roles: choices(row.role),
            version: row.version,
            sessions: sessions.iter().map(|row| SessionLine::of(row, &who.session.id)).collect(),
            problem: None,
        })
    }

    /// The same with what stands in the way.
    pub(super) fn with(self, problem: Problem) -> Self {
        Self { problem: Some(problem), ..self }
    }
}

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// `GET`.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    id: Path<String>,
    query: Query<DoneQuery>,
) -> Result<HttpResponse, WebError> {
    let mut page = PersonPage::new(&state, &who, &AdminId::from_stored(id.into_inner())).await?;
    page.frame = page.frame.with_notice(match query.done.as_str() {
        "role" => Some("The role is changed. It counts from the next page on."),
        "ended" => Some("The session is ended."),
        "two-step" => Some("The second step is off. They can set it up anew after signing in."),
        _ => None,
    });
    draw(&state, StatusCode::OK, &page)
}

/// The form of the role.
#[derive(Debug, Deserialize)]
pub struct RoleForm {
    role: String,
    version: i64,
}

/// `POST`: another role.
pub async fn save(
    state: Data<State>,
    who: SignedIn,
    id: Path<String>,
    form: Form<RoleForm>,
) -> Result<HttpResponse, WebError> {
    let row = find(&state, &id).await?;
    let role = Role::parse(&form.role).ok_or_else(not_found)?;
    let problem = match people::set_role(&state.services, &who.admin, &row, form.version, role).await? {
        Changed::Done if row.id == who.admin.id => return Ok(see_other("/admin/account")),
        Changed::Done => return Ok(see_other(&format!("/admin/people/{}?done=role", row.id))),
        Changed::LastOwner => Problem::LastOwner,
        Changed::Meanwhile => Problem::Meanwhile(format!("You chose {}.", role_name(role))),
    };
    let mut page = PersonPage::new(&state, &who, &row.id).await?.with(problem);
    page.roles = choices(role);
    draw(&state, StatusCode::CONFLICT, &page)
}

/// Which session.
#[derive(Debug, Deserialize)]
pub struct EndForm {
    session: String,
}

/// `POST …/end-sessions`: ends one of them.
pub async fn end_session(
    state: Data<State>,
    who: SignedIn,
    id: Path<String>,
    form: Form<EndForm>,
) -> Result<HttpResponse, WebError> {
    let row = find(&state, &id).await?;
    let session = AdminSessionId::from_stored(form.into_inner().session);
    admin::end_session(&state.services, &who.admin, &row, session).await?;
    Ok(see_other(&format!("/admin/people/{}?done=ended", row.id)))
}

/// `POST …/two-step`: takes the second step of somebody away who has lost it.
pub async fn reset_two_step(
    state: Data<State>,
    who: SignedIn,
    id: Path<String>,
) -> Result<HttpResponse, WebError> {
    let row = find(&state, &id).await?;
    two_step::reset(&state.services, &who.admin, &row).await?;
    Ok(see_other(&format!("/admin/people/{}?done=two-step", row.id)))
}
