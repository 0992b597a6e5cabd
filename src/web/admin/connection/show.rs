//! `/admin/connections/{row}`: everything about a connection but its secrets.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{
    erase::end_user_of,
    facts::{self, Facts},
    find,
    health::{self, HealthWords},
    history::{self, Happened},
    path, person, refresh,
    values::{ConfigValue, shown},
};
use crate::{
    store::{
        connect_attempt::{self, AttemptRow},
        connection::{ConnectionRow, overview},
        webhook_delivery::{self, DeliveryFilter},
    },
    web::{
        admin::{
            log,
            not_found::not_found,
            page::{Frame, Notice, Spot, draw},
            session::SignedIn,
            webhook, words,
        },
        connect::listing,
        error::WebError,
        state::State,
    },
};

/// So many attempts and deliveries are shown.
const SHOWN: i64 = 10;

#[derive(Template)]
#[template(path = "admin/connection/show.html")]
struct ShowPage {
    frame: Frame,
    failure: Option<&'static str>,
    title: String,
    logo: String,
    integration: String,
    integration_url: String,
    id: String,
    url: String,
    mode: Option<&'static str>,
    health: HealthWords,
    since: Option<String>,
    waits: bool,
    errors: Vec<String>,
    user: Vec<(&'static str, String)>,
    tags: Vec<(String, String)>,
    config: Option<Vec<ConfigValue>>,
    metadata: Option<String>,
    created: String,
    fetched: Option<String>,
    facts: Option<Facts>,
    history: Vec<Happened>,
    attempts: Vec<Attempt>,
    deliveries: Vec<webhook::Line>,
    can_erase: bool,
}

/// An attempt that led here.
struct Attempt {
    url: String,
    at: String,
    verdict: log::Verdict,
}

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// The handler.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    id: Path<String>,
    query: Query<DoneQuery>,
) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, id.into_inner()).await?;
    let (db, environment, now) = (&state.services.db, &who.environment.id, state.services.clock.now());
    let line = overview::one(db, environment, &row.id, now).await?.ok_or_else(not_found)?;
    let attempts =
        connect_attempt::that_made(db, environment, &row.connection_id, &row.integration_key, SHOWN).await?;
    let told = DeliveryFilter {
        connection_id: Some(row.connection_id.clone()),
        limit: SHOWN,
        ..DeliveryFilter::default()
    };
    let deliveries = webhook_delivery::list(db, environment, &told).await?;
    let provider = state.services.definition(&who.environment.id, &row.provider);
    let (notice, failure) = said(&query.done);
    let frame = Frame { notice: notice.map(Notice), ..Frame::inside(&state, &who, Spot::Connections) };
    let page = ShowPage {
        frame,
        failure,
        title: person(&row).unwrap_or_else(|| row.connection_id.clone()),
        logo: listing::logo_path(&row.provider),
        integration_url: format!("/admin/integrations/{}", listing::segment(&row.integration_key)),
        url: path(&row.id),
        mode: provider.map(|provider| words::mode(provider.auth_mode)),
        health: health::words(line.health),
        since: since(&row),
        waits: row.exchange_until.is_some(),
        errors: errors(&row.errors),
        user: user(&row),
        tags: row.tags.clone().into_iter().collect(),
        config: shown(&state.services, &row),
        metadata: row.metadata.as_ref().filter(|data| !data.is_null()).map(|data| format!("{data:#}")),
        created: words::moment(row.created_at),
        fetched: row.last_fetched_at.map(words::moment),
        facts: facts::of(&state.services, &row).await?,
        history: history::of(db, &row).await?,
        attempts: attempts.iter().map(|attempt| attempt_of(attempt, now)).collect(),
        deliveries: deliveries.into_iter().map(webhook::Line::of).collect(),
        can_erase: end_user_of(&row).is_some(),
        integration: row.integration_key,
        id: row.connection_id,
    };
    draw(&state, StatusCode::OK, &page)
}

/// What was just done: as a confirmation, or as a failure.
fn said(done: &str) -> (Option<&'static str>, Option<&'static str>) {
    match refresh::words(done) {
        Some((words, true)) => (Some(words), None),
        Some((words, false)) => (None, Some(words)),
        None => ((done == "saved").then_some("Saved. Your backend reads the new tags and metadata."), None),
    }
}

fn attempt_of(row: &AttemptRow, now: crate::clock::Timestamp) -> Attempt {
    Attempt {
        url: format!("/admin/logs/{}", row.id),
        at: words::moment(row.created_at),
        verdict: log::verdict(row, now),
    }
}

/// Since when its refreshes have failed.
fn since(row: &ConnectionRow) -> Option<String> {
    let stated = row.errors.as_array().into_iter().flatten().find_map(|error| error["since"].as_str());
    let at = stated.and_then(crate::clock::Timestamp::parse_rfc3339).or(row.refresh.last_failure);
    at.map(words::moment)
}

fn errors(errors: &serde_json::Value) -> Vec<String> {
    let words = |error: &serde_json::Value| {
        let message = error.get("message").or_else(|| error.get("type"))?;
        message.as_str().map(str::to_owned)
    };
    errors.as_array().into_iter().flatten().filter_map(words).collect()
}

fn user(row: &ConnectionRow) -> Vec<(&'static str, String)> {
    let Some((user, organization)) = &row.end_user else { return tagged(row) };
    let organization = organization.as_ref();
    let facts = [
        ("Id", Some(user.id.clone())),
        ("E-mail address", user.email.clone()),
        ("Name", user.display_name.clone()),
        ("Organization", organization.map(|it| it.display_name.clone().unwrap_or_else(|| it.id.clone()))),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// The end user as the session's tags name them.
fn tagged(row: &ConnectionRow) -> Vec<(&'static str, String)> {
    let names =
        [("Id", "end_user_id"), ("E-mail address", "end_user_email"), ("Name", "end_user_display_name")];
    names.into_iter().filter_map(|(name, tag)| Some((name, row.tags.get(tag)?.clone()))).collect()
}
