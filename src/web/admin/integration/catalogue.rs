//! `/admin/catalogue`: which service the new integration is for.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;
use serde::Deserialize;

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

/// More are not looked through by anybody: the search is.
const SHOWN: usize = 60;
const MAX_QUERY: usize = 100;

#[derive(Template)]
#[template(path = "admin/integration/catalogue.html")]
struct CataloguePage {
    frame: Frame,
    query: String,
    rows: Vec<Row>,
    found: usize,
}

struct Row {
    url: String,
    logo: String,
    name: String,
    key: String,
    mode: &'static str,
}

/// What is searched for.
#[derive(Debug, Deserialize)]
pub struct SearchQuery {
    #[serde(default)]
    q: String,
}

/// The handler.
pub async fn catalogue(
    state: Data<State>,
    who: SignedIn,
    query: Query<SearchQuery>,
) -> Result<HttpResponse, WebError> {
    let query: String = query.into_inner().q.trim().chars().take(MAX_QUERY).collect();
    let found = state.services.catalog.search(&query);
    let rows = found.iter().take(SHOWN).map(|provider| Row {
        url: format!("/admin/catalogue/{}", listing::segment(provider.key.as_str())),
        logo: listing::logo_path(provider.key.as_str()),
        name: provider.display_name.to_string(),
        key: provider.key.to_string(),
        mode: words::mode(provider.auth_mode),
    });
    let page = CataloguePage {
        frame: Frame::inside(&state, &who, Spot::Integrations),
        rows: rows.collect(),
        found: found.len(),
        query,
    };
    draw(&state, StatusCode::OK, &page)
}
