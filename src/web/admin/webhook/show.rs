//! `/admin/environment/webhooks`.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;
use serde::Deserialize;

use super::log::Line;
use crate::{
    store::{
        webhook_delivery::{self, DeliveryFilter, DeliveryState},
        webhook_settings::{self, WebhookSettings},
    },
    web::{
        admin::{
            not_found::not_found,
            page::{Entry, Frame, Spot, draw},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

const SHOWN: i64 = 50;

/// The page: the settings, and the log below.
#[derive(Template)]
#[template(path = "admin/webhook/show.html")]
pub struct WebhooksPage {
    frame: Frame,
    /// The first address.
    pub primary: Entry,
    /// The second one.
    pub secondary: Entry,
    /// Whether new connections are told of.
    pub on_auth_creation: bool,
    /// Whether credentials that could not be renewed are told of.
    pub on_auth_refresh_error: bool,
    has_two_keys: bool,
    lines: Vec<Line>,
    state: &'static str,
    older_url: Option<String>,
}

/// What the address may say.
#[derive(Debug, Default, Deserialize)]
pub struct LogQuery {
    #[serde(default)]
    state: String,
    before: Option<i64>,
    #[serde(default)]
    done: String,
}

impl WebhooksPage {
    /// What is stored.
    pub async fn new(state: &State, who: &SignedIn, query: &LogQuery) -> Result<Self, WebError> {
        let (db, environment) = (&state.services.db, &who.environment.id);
        let row = webhook_settings::find(db, environment).await?.ok_or_else(not_found)?;
        let only = DeliveryState::parse(&query.state);
        let filter =
            DeliveryFilter { state: only, connection_id: None, before: query.before, limit: SHOWN + 1 };
        let mut rows = webhook_delivery::list(db, environment, &filter).await?;
        let has_more = i64::try_from(rows.len()).is_ok_and(|count| count > SHOWN);
        rows.truncate(usize::try_from(SHOWN).unwrap_or_default());
        let name = only.map_or("", DeliveryState::as_str);
        let older = |number: i64| format!("{}?state={name}&before={number}#log", super::PATH);
        let older_url = rows.last().filter(|_| has_more).map(|row| older(row.number));
        let now = state.services.clock.now();
        let WebhookSettings { primary_url, secondary_url, on_auth_creation, on_auth_refresh_error } =
            row.settings;
        Ok(Self {
            frame: Frame::inside(state, who, Spot::Webhooks),
            primary: Entry::new(primary_url.unwrap_or_default()),
            secondary: Entry::new(secondary_url.unwrap_or_default()),
            on_auth_creation,
            on_auth_refresh_error,
            has_two_keys: row.previous_key.is_some_and(|(_, until)| now < until),
            lines: rows.into_iter().map(Line::of).collect(),
            state: name,
            older_url,
        })
    }

    fn wrong(&self) -> bool {
        self.primary.problem.is_some() || self.secondary.problem.is_some()
    }
}

/// The handler.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    query: Query<LogQuery>,
) -> Result<HttpResponse, WebError> {
    let mut page = WebhooksPage::new(&state, &who, &query).await?;
    let notice = match query.done.as_str() {
        "saved" => Some("Saved. Webhooks go there from now on."),
        "replayed" => Some("It is sent again. The log shows what comes of it."),
        "two-keys" => Some(
            "Two keys sign already, since the last change less than a day ago. Wait until the old one has ended.",
        ),
        "conflict" => {
            Some("Somebody else changed the environment at the same moment. No key was made: try again.")
        }
        _ => None,
    };
    page.frame = page.frame.with_notice(notice);
    draw(&state, StatusCode::OK, &page)
}
