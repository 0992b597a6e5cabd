//! `GET /ui/{cap}/`: the integrations to choose from.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Path, Query},
};

use super::{
    dress,
    listing::{self, Choice},
    manage,
    page::{NoIntegrationsPage, PickerPage, PickerRow},
    timing,
    visit::Visit,
};
use crate::{
    store::{connect_session::View, form_draft},
    trace::Step,
    web::{error::WebError, state::State},
};

/// Above this many, a search helps.
const SEARCHABLE: usize = 8;

/// The picker's address ends with a slash, so that every link in a page can be relative to it.
pub async fn with_slash(path: Path<String>) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, format!("/ui/{path}/"))).finish()
}

/// The handler.
pub async fn pick(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
    query: Query<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let visit = Visit::live(&state, &request, &path, "").await?;
    if visit.page.session.view == View::Manage {
        return manage::list(&state, &request, &visit).await;
    }
    choose(&state, &request, &visit, query).await
}

/// `GET /ui/{cap}/add`: the same for who has a list of accounts to add to.
pub async fn another(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
    query: Query<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let visit = Visit::live(&state, &request, &path, "").await?;
    choose(&state, &request, &visit, query).await
}

async fn choose(
    state: &State,
    request: &HttpRequest,
    visit: &Visit,
    query: Query<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let choices = listing::choices(&state.services, &visit.page.session).await?;
    if let [only] = choices.as_slice() {
        let address = format!("integrations/{}", listing::segment(&only.key));
        return Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish());
    }
    let (mut chrome, sheet) = state.wardrobe.chrome(&visit.dress, request);
    chrome.back_url = (visit.page.session.view == View::Manage).then(|| "./".to_owned());
    chrome.close_url = chrome.closable.then(|| "close".to_owned());
    if choices.is_empty() {
        // There is nothing to put its end off for.
        let page = NoIntegrationsPage { chrome };
        return dress::draw_message(&state.wardrobe, &visit.dress, &sheet, &page);
    }
    visit.note(state, Step::PickerShown);
    chrome.time_limit = timing::limit(visit, state.services.clock.now(), "extend");
    let unfinished = form_draft::latest(&state.services.db, &visit.page.session.id).await?;
    // The search works on the server, too.
    let query = query.into_inner().into_iter().find(|(name, _)| name == "q").unwrap_or_default().1;
    let page = PickerPage {
        person: visit.person(),
        searchable: choices.len() > SEARCHABLE,
        unfinished: choices
            .iter()
            .find(|one| unfinished.as_ref() == Some(&one.key))
            .map(|one| row(one, &choices)),
        rows: rows(&choices, query.trim()),
        query,
        search_url: None,
        chrome,
    };
    dress::draw(&state.wardrobe, &visit.dress, &sheet, StatusCode::OK, &page)
}

fn rows(choices: &[Choice], query: &str) -> Vec<PickerRow> {
    let wanted = query.to_lowercase();
    let found = |choice: &&Choice| {
        choice.name.to_lowercase().contains(&wanted) || choice.key.to_lowercase().contains(&wanted)
    };
    choices.iter().filter(found).map(|choice| row(choice, choices)).collect()
}

/// The key tells two integrations of the same name apart.
fn row(choice: &Choice, all: &[Choice]) -> PickerRow {
    let namesakes = all.iter().filter(|other| other.name == choice.name).count();
    PickerRow {
        service: listing::service(&choice.name, &choice.provider),
        hint: (namesakes > 1).then(|| choice.key.clone()),
        href: format!("integrations/{}", listing::segment(&choice.key)),
    }
}
