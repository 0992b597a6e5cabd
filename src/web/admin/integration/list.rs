//! `/admin/integrations`.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{name, path};
use crate::{
    store::integration,
    web::{
        admin::{
            page::{Frame, Spot, draw},
            session::SignedIn,
        },
        connect::listing,
        error::WebError,
        state::State,
    },
};

#[derive(Template)]
#[template(path = "admin/integration/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
}

struct Row {
    url: String,
    logo: String,
    name: String,
    key: String,
    provider: String,
    connections: i64,
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
    let db = &state.services.db;
    let counts = integration::connection_counts(db, &who.environment.id).await?;
    let rows = integration::list(db, &who.environment.id).await?.into_iter().map(|row| Row {
        url: path(&row.unique_key),
        logo: listing::logo_path(&row.provider),
        name: name(&state, &row),
        connections: counts.get(row.id.as_str()).copied().unwrap_or(0),
        key: row.unique_key,
        provider: row.provider,
    });
    let notice = (query.done == "deleted").then_some("The integration and its connections are deleted.");
    let frame = Frame::inside(&state, &who, Spot::Integrations).with_notice(notice);
    let page = ListPage { rows: rows.collect(), frame };
    draw(&state, StatusCode::OK, &page)
}
