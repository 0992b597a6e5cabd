//! `GET /admin/connect-links`.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;
use serde::Deserialize;

use super::address::{LIFETIMES, NewLink};
use crate::{
    clock::Timestamp,
    session::ShareLinkState,
    store::{
        integration,
        share_link::{self, ShareLinkRow},
    },
    web::{
        admin::{
            page::{Frame, Spot, draw},
            session::SignedIn,
            words,
        },
        connect::listing,
        error::WebError,
        state::State,
    },
};

/// The most that are listed.
const MOST: i64 = 200;

/// The page, with the form of a new link below the list.
#[derive(Template)]
#[template(path = "admin/share_link/list.html")]
pub struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
    choices: Vec<Choice>,
    lifetimes: [(i64, &'static str); 6],
    can_mail: bool,
    /// The form of a new link.
    pub new: NewLink,
}

struct Row {
    person: String,
    integrations: String,
    until: String,
    opened: String,
    state: &'static str,
    revoke_url: Option<String>,
}

/// An integration to choose.
pub struct Choice {
    /// Its key.
    pub key: String,
    name: String,
}

impl ListPage {
    /// What is stored, with an empty form.
    pub async fn new(state: &State, who: &SignedIn) -> Result<Self, WebError> {
        let (db, now) = (&state.services.db, state.services.clock.now());
        let rows = share_link::list(db, &who.environment.id, MOST).await?;
        Ok(Self {
            frame: Frame::inside(state, who, Spot::ShareLinks),
            rows: rows.iter().map(|row| view(row, now)).collect(),
            choices: choices(state, who).await?,
            lifetimes: LIFETIMES,
            can_mail: state.mailer.is_some(),
            new: NewLink::default(),
        })
    }

    fn has(&self, key: &str) -> bool {
        self.new.integrations.iter().any(|own| own == key)
    }
}

/// The integrations that can be connected.
pub async fn choices(state: &State, who: &SignedIn) -> Result<Vec<Choice>, WebError> {
    let rows = integration::list(&state.services.db, &who.environment.id).await?;
    let choice = |row: integration::IntegrationRow| {
        let provider = state.services.definition(&who.environment.id, &row.provider)?;
        let name = listing::name_of(row.display_name.as_deref(), &provider);
        Some(Choice { name, key: row.unique_key })
    };
    Ok(rows.into_iter().filter_map(choice).collect())
}

fn view(row: &ShareLinkRow, now: Timestamp) -> Row {
    let person = &row.end_user;
    let state = ShareLinkState::of(row, now);
    let is_open = matches!(state, ShareLinkState::Open | ShareLinkState::Connected);
    Row {
        person: person.email.as_ref().or(person.display_name.as_ref()).unwrap_or(&person.id).clone(),
        integrations: row
            .allowed_integrations
            .as_ref()
            .map_or_else(|| "All".to_owned(), |keys| keys.join(", ")),
        until: words::moment(row.expires_at),
        opened: match row.opens {
            0 => String::new(),
            1 => ", opened once".to_owned(),
            times => format!(", opened {times} times"),
        },
        state: match state {
            ShareLinkState::Open => "Open",
            ShareLinkState::Connected => "Open, connected",
            ShareLinkState::Used => "Used",
            ShareLinkState::Expired => "Expired",
            ShareLinkState::Revoked => "Revoked",
        },
        revoke_url: is_open.then(|| format!("/admin/connect-links/{}/revoke", row.id)),
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
    let mut page = ListPage::new(&state, &who).await?;
    let notice = (query.done == "revoked").then_some("The link is revoked. Whoever has it open is told so.");
    page.frame = page.frame.with_notice(notice);
    draw(&state, StatusCode::OK, &page)
}
