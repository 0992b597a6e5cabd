//! `GET /admin/environment/wording`: what is worded already, and the search for more.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;
use serde::Deserialize;

use super::PATH;
use crate::{
    admin::wording::open,
    web::{
        admin::{
            page::{Frame, Spot, draw},
            session::SignedIn,
        },
        error::WebError,
        state::State,
        tr::{Language, wording::originals},
    },
};

/// More are not looked through by anybody: the search is.
const SHOWN: usize = 60;
const MAX_QUERY: usize = 100;

#[derive(Template)]
#[template(path = "admin/wording/list.html")]
struct WordingPage {
    frame: Frame,
    query: String,
    language: Language,
    languages: Vec<Language>,
    rows: Vec<Row>,
    found: usize,
    all_own: usize,
}

struct Row {
    key: String,
    text: String,
    is_own: bool,
    url: String,
}

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    done: String,
}

/// The handler.
pub async fn list(
    state: Data<State>,
    who: SignedIn,
    query: Query<ListQuery>,
) -> Result<HttpResponse, WebError> {
    let ListQuery { q, language, done } = query.into_inner();
    let query: String = q.trim().chars().take(MAX_QUERY).collect();
    let language = Language::of_tag(&language).unwrap_or(Language::ENGLISH);
    let own = open(&state.services, &who.environment.id).await?;
    let wanted = query.to_lowercase();
    let mut rows: Vec<Row> = originals(language)
        .into_iter()
        .map(|(key, default)| {
            let own = own.get(language.tag(), &key);
            let url = format!("{PATH}/{}/{key}", language.tag());
            Row { is_own: own.is_some(), text: own.map_or(default, str::to_owned), key, url }
        })
        .filter(|row| row.text.to_lowercase().contains(&wanted) || row.key.contains(&wanted))
        .collect();
    // What is worded comes first; a stable sort keeps the names' order.
    rows.sort_by_key(|row| !row.is_own);
    let found = rows.len();
    rows.truncate(SHOWN);
    let notice = match done.as_str() {
        "saved" => Some("Saved. Pages that open from now on say it like this."),
        "reset" => Some("The default is back."),
        _ => None,
    };
    let page = WordingPage {
        frame: Frame::inside(&state, &who, Spot::Wording).with_notice(notice),
        languages: Language::all().collect(),
        all_own: own.texts.values().map(std::collections::BTreeMap::len).sum(),
        query,
        language,
        rows,
        found,
    };
    draw(&state, StatusCode::OK, &page)
}
