//! `GET /ui/{cap}/` of such a session: what is connected, and how it is.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};

use super::{person, service, words};
use crate::{
    connection::{OwnConnection, owned_by},
    web::{
        connect::{
            dress, listing,
            page::{ManagePage, OwnAccount, ScopeTitle},
            timing,
            visit::Visit,
        },
        error::WebError,
        state::State,
    },
};

/// Draws the list.
pub async fn list(state: &State, request: &HttpRequest, visit: &Visit) -> Result<HttpResponse, WebError> {
    let session = &visit.page.session;
    let allowed = session.allowed_integrations.as_deref();
    let all = owned_by(&state.services, &person(visit)?, allowed).await?;
    let can_connect = !listing::choices(&state.services, session).await?.is_empty();
    let (mut chrome, sheet) = state.wardrobe.chrome(&visit.dress, request);
    chrome.close_url = chrome.closable.then(|| "close".to_owned());
    chrome.time_limit = timing::limit(visit, state.services.clock.now(), "extend");
    let page = ManagePage {
        person: visit.person(),
        accounts: all.into_iter().map(|one| account(state, visit, one)).collect(),
        another_url: can_connect.then(|| "add".to_owned()),
        chrome,
    };
    dress::draw(&state.wardrobe, &visit.dress, &sheet, StatusCode::OK, &page)
}

/// What a scope allows, in the person's language where somebody has translated it.
fn said(state: &State, visit: &Visit, title: &str) -> ScopeTitle {
    let ours = state.services.catalog.texts().ours(visit.language.tag(), title);
    let in_english = ours.is_none() && !visit.language.is_english();
    ScopeTitle { text: ours.unwrap_or(title).to_owned(), in_english }
}

fn account(state: &State, visit: &Visit, own: OwnConnection) -> OwnAccount {
    let since = own.row.created_at;
    OwnAccount {
        service: service(state, &own.row),
        name: own.row.own_name.clone(),
        account: own.account,
        health: words::health(own.health),
        since: words::day(since),
        last_used: own.row.last_fetched_at.map(words::day),
        scopes: own
            .scopes
            .into_iter()
            .map(|scope| {
                let title = scope.title.map(|title| said(state, visit, &title));
                (scope.name, title)
            })
            .collect(),
        href: format!("connections/{}", listing::segment(own.row.id.as_str())),
    }
}
