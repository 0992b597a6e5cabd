//! `GET /ui/{cap}/` of such a session: what is connected, and how it is.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};

use super::{person, service, words};
use crate::{
    connection::{OwnConnection, owned_by},
    web::{
        connect::{
            dress, listing,
            page::{ManagePage, OwnAccount},
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
        accounts: all.into_iter().map(|one| account(state, one)).collect(),
        another_url: can_connect.then(|| "add".to_owned()),
        chrome,
    };
    dress::draw(&state.wardrobe, &visit.dress, &sheet, StatusCode::OK, &page)
}

fn account(state: &State, own: OwnConnection) -> OwnAccount {
    let since = own.row.created_at;
    OwnAccount {
        service: service(state, &own.row),
        name: own.row.own_name.clone(),
        account: own.account,
        health: words::health(own.health),
        since: words::day(since),
        last_used: own.row.last_fetched_at.map(words::day),
        scopes: own.scopes.into_iter().map(|scope| (scope.name, scope.title)).collect(),
        href: format!("connections/{}", listing::segment(own.row.id.as_str())),
    }
}
