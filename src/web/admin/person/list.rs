//! `GET /admin/people`: everybody, who is invited, and what is true for all.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{RoleChoice, choices, role_name};
use crate::{
    admin::Role,
    store::admin::{AdminRow, invitation, people},
    web::{
        admin::{
            page::{Entry, Frame, Spot, draw},
            session::SignedIn,
            words::moment,
        },
        error::WebError,
        state::State,
    },
};

/// The page.
#[derive(Template)]
#[template(path = "admin/person/list.html")]
pub(super) struct PeoplePage {
    frame: Frame,
    people: Vec<Line>,
    invitations: Vec<Invited>,
    pub(super) email: Entry,
    pub(super) roles: Vec<RoleChoice>,
    can_mail: bool,
    requires_two_step: bool,
    policy_version: i64,
    /// Somebody else changed the rule meanwhile.
    pub(super) stale_policy: bool,
}

struct Line {
    url: String,
    name: String,
    email: String,
    role: &'static str,
    has_two_step: bool,
    is_self: bool,
}

struct Invited {
    email: String,
    role: &'static str,
    by: String,
    until: String,
    is_over: bool,
    withdraw_url: String,
}

impl PeoplePage {
    /// As it is stored.
    pub(super) async fn new(state: &State, who: &SignedIn) -> Result<Self, WebError> {
        let db = &state.services.db;
        let now = state.services.clock.now();
        let policy = people::policy(db).await?;
        let line = |row: AdminRow| Line {
            url: format!("/admin/people/{}", row.id),
            role: role_name(row.role),
            has_two_step: row.has_totp(),
            is_self: row.id == who.admin.id,
            name: row.name,
            email: row.email.unwrap_or_default(),
        };
        let invited = |row: invitation::InvitationRow| Invited {
            role: role_name(row.role),
            until: moment(row.expires_at),
            is_over: row.expires_at <= now,
            withdraw_url: format!("/admin/people/invitations/{}/withdraw", row.id),
            email: row.email,
            by: row.created_by,
        };
        Ok(Self {
            frame: Frame::inside(state, who, Spot::People),
            people: people::list(db).await?.into_iter().map(line).collect(),
            invitations: invitation::list(db).await?.into_iter().map(invited).collect(),
            email: Entry::default(),
            roles: choices(Role::Viewer),
            can_mail: state.mailer.is_some(),
            requires_two_step: policy.requires_totp,
            policy_version: policy.version,
            stale_policy: false,
        })
    }

    fn wrong(&self) -> bool {
        self.email.problem.is_some() || self.stale_policy
    }
}

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// The handler.
pub async fn list(
    state: Data<State>,
    who: SignedIn,
    query: Query<DoneQuery>,
) -> Result<HttpResponse, WebError> {
    let mut page = PeoplePage::new(&state, &who).await?;
    page.frame = page.frame.with_notice(match query.done.as_str() {
        "withdrawn" => Some("The invitation is withdrawn. Its link is no longer good."),
        "removed" => Some("They are removed, and signed out everywhere."),
        "policy" => Some("The rule for signing in is changed."),
        _ => None,
    });
    draw(&state, StatusCode::OK, &page)
}
