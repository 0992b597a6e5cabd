//! `/admin/connections/{row}`: everything about a connection but its secrets.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

use super::{
    erase::end_user_of,
    find, path, person,
    values::{ConfigValue, shown},
    waits, works,
};
use crate::web::{
    admin::{
        page::{Frame, Spot, draw},
        session::SignedIn,
        words,
    },
    connect::listing,
    error::WebError,
    state::State,
};

#[derive(Template)]
#[template(path = "admin/connection/show.html")]
struct ShowPage {
    frame: Frame,
    title: String,
    logo: String,
    integration: String,
    integration_url: String,
    id: String,
    mode: Option<&'static str>,
    works: bool,
    waits: bool,
    errors: Vec<String>,
    user: Vec<(&'static str, String)>,
    tags: Vec<(String, String)>,
    config: Option<Vec<ConfigValue>>,
    created: String,
    fetched: Option<String>,
    delete_url: String,
    erase_url: Option<String>,
}

/// The handler.
pub async fn show(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, id.into_inner()).await?;
    let provider = state.services.catalog.get(&row.provider);
    let page = ShowPage {
        frame: Frame::inside(&state, &who, Spot::Connections),
        title: person(&row).unwrap_or_else(|| row.connection_id.clone()),
        logo: listing::logo_path(&row.provider),
        integration_url: format!("/admin/integrations/{}", listing::segment(&row.integration_key)),
        mode: provider.map(|provider| words::mode(provider.auth_mode)),
        works: works(&row),
        waits: waits(&row),
        errors: errors(&row.errors),
        user: user(&row),
        tags: row.tags.clone().into_iter().collect(),
        config: shown(&state.services, &row),
        created: words::moment(row.created_at),
        fetched: row.last_fetched_at.map(words::moment),
        delete_url: format!("{}/delete", path(&row.id)),
        erase_url: end_user_of(&row).map(|_| format!("{}/erase", path(&row.id))),
        integration: row.integration_key,
        id: row.connection_id,
    };
    draw(&state, StatusCode::OK, &page)
}

fn errors(errors: &serde_json::Value) -> Vec<String> {
    let words = |error: &serde_json::Value| {
        let message = error.get("message").or_else(|| error.get("type"))?;
        message.as_str().map(str::to_owned)
    };
    errors.as_array().into_iter().flatten().filter_map(words).collect()
}

fn user(row: &crate::store::connection::ConnectionRow) -> Vec<(&'static str, String)> {
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
fn tagged(row: &crate::store::connection::ConnectionRow) -> Vec<(&'static str, String)> {
    let names =
        [("Id", "end_user_id"), ("E-mail address", "end_user_email"), ("Name", "end_user_display_name")];
    names.into_iter().filter_map(|(name, tag)| Some((name, row.tags.get(tag)?.clone()))).collect()
}
