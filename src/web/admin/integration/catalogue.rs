//! `/admin/catalogue`: which service the new integration is for.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
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

/// How many stand on a page.
const SHOWN: usize = 60;
const MAX_QUERY: usize = 100;

#[derive(Template)]
#[template(path = "admin/integration/catalogue.html")]
struct CataloguePage {
    frame: Frame,
    query: String,
    rows: Vec<Row>,
    found: usize,
    /// Which page this is, from 1.
    page: usize,
}

impl CataloguePage {
    fn pages(&self) -> usize {
        self.found.div_ceil(SHOWN).max(1)
    }

    /// Where another page is, if there is one.
    fn link_to(&self, page: usize) -> Option<String> {
        let query = utf8_percent_encode(&self.query, NON_ALPHANUMERIC);
        (1..=self.pages()).contains(&page).then(|| format!("/admin/catalogue?q={query}&page={page}"))
    }
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
    #[serde(default)]
    page: String,
}

/// The handler.
pub async fn catalogue(
    state: Data<State>,
    who: SignedIn,
    query: Query<SearchQuery>,
) -> Result<HttpResponse, WebError> {
    let SearchQuery { q, page } = query.into_inner();
    let query: String = q.trim().chars().take(MAX_QUERY).collect();
    let found = state.services.catalog.search(&query);
    // What is no page leads to the nearest that is one.
    let last = found.len().div_ceil(SHOWN).max(1);
    let number = page.parse::<usize>().unwrap_or(1).clamp(1, last);
    let rows = found.iter().skip((number - 1) * SHOWN).take(SHOWN).map(|provider| Row {
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
        page: number,
        query,
    };
    draw(&state, StatusCode::OK, &page)
}
