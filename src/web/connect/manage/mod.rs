//! The page on which an end user looks after what he has connected. Whoever holds its capability sees this end user's
//! own connections, of the integrations that the session allows, and nothing else: every id is looked up that way.

mod accounts;
mod disconnect;
mod list;
mod reconnect;
mod rename;
mod words;

pub use accounts::accounts;
pub use disconnect::{ask, disconnect, receipt};
pub use list::list;
pub use reconnect::reconnect;
pub use rename::{name, rename};

use actix_web::{HttpRequest, HttpResponse, http::header};

use super::{
    listing,
    page::{Chrome, Service},
    problem::PageProblemKind,
    visit::Visit,
};
use crate::{
    connection::{OwnConnection, one_owned_by},
    id::ConnectionRowId,
    store::{
        connect_session::View,
        connection::{ConnectionRow, erasure::Person},
    },
    web::{error::WebError, guard, state::State},
};

/// A visit to a page of this kind; every other session has none.
async fn visit(state: &State, request: &HttpRequest, capability: &str) -> Result<Visit, WebError> {
    let visit = Visit::live(state, request, capability, "").await?;
    if visit.page.session.view == View::Manage {
        return Ok(visit);
    }
    Err(visit.problem(PageProblemKind::NotFound).into())
}

/// Whose page it is. Such a session is only made for somebody.
fn person(visit: &Visit) -> Result<Person, WebError> {
    let session = &visit.page.session;
    let id = session.tags.get("end_user_id");
    let id = id.ok_or_else(|| visit.problem(PageProblemKind::NotFound))?;
    Ok(Person { environment: session.environment_id.clone(), end_user_id: id.clone() })
}

/// A connection of this end user's own, by what stands in the address. Where there is none, the list says what there is.
async fn own(state: &State, visit: &Visit, id: String) -> Result<Option<OwnConnection>, WebError> {
    if id.contains('\0') {
        return Ok(None);
    }
    let allowed = visit.page.session.allowed_integrations.as_deref();
    let id = ConnectionRowId::from_stored(id);
    Ok(one_owned_by(&state.services, &person(visit)?, allowed, &id).await?)
}

/// Back to the list, from a page of one connection.
fn to_list() -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, "../../")).finish()
}

/// Whatever changes anything comes from a page of ours.
fn check_sender(state: &State, request: &HttpRequest, visit: &Visit) -> Result<(), WebError> {
    if guard::is_same_origin(state, request.headers()) {
        return Ok(());
    }
    Err(visit.problem(PageProblemKind::CrossSite).into())
}

/// How a connection's service is shown.
fn service(state: &State, row: &ConnectionRow) -> Service {
    let provider = state.services.definition(&row.environment_id, &row.provider);
    let name = match (&row.integration_name, provider) {
        (Some(own), _) => own.clone(),
        (None, Some(provider)) => provider.display_name.to_string(),
        (None, None) => row.integration_key.clone(),
    };
    listing::service(&name, &row.provider)
}

/// What surrounds a page below the list.
fn chrome(
    state: &State,
    visit: &Visit,
    request: &HttpRequest,
) -> (Chrome, std::sync::Arc<super::dress::Sheet>) {
    let (mut chrome, sheet) = state.wardrobe.chrome(&visit.dress, request);
    chrome.back_url = Some("../../".to_owned());
    chrome.close_url = chrome.closable.then(|| "../../close".to_owned());
    let now = state.services.clock.now();
    chrome.time_limit = super::timing::limit(visit, now, "../../extend");
    (chrome, sheet)
}
