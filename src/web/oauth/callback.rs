//! `GET /oauth/callback`: the way back. Nothing is drawn here: the code leaves the address first (security.md C13).

use std::collections::BTreeMap;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Form, Query},
};

use super::report;
use crate::{
    connection::{self, ArriveError, WayBack},
    id::IntegrationId,
    session::flow::{FlowCookie, StateParameter},
    store::flow::ReturnCheck,
    web::{
        connect::{PageProblem, PageProblemKind, dress, page::ResubmitPage},
        default_dress::default_dress,
        edge,
        error::WebError,
        guard,
        state::State,
    },
};

/// The parameters that can hold the `state` (provider-format.md §2.1.2).
const STATE_NAMES: [&str; 3] = ["state", "payload", "customField"];
const GITHUB: &str = "https://github.com";
/// The most that a service may send through a form.
const MOST_PARAMETERS: usize = 50;

/// Finishes the flow, then leads on to its result.
pub async fn callback(
    state: Data<State>,
    request: HttpRequest,
    query: Query<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let own = request.match_info().get("integration").map(|id| IntegrationId::from_stored(id.to_owned()));
    let way = own.map_or(WayBack::Shared, WayBack::Of);
    let query: BTreeMap<String, String> = query.into_inner().into_iter().collect();
    let closed = |check| WebError::from(PageProblem::new(PageProblemKind::WayBackClosed(check)));
    let parameter = STATE_NAMES.iter().find_map(|name| query.get(*name));
    let parameter = parameter.and_then(|text| StateParameter::parse(text));
    let Some(parameter) = parameter else {
        return match stray_installation(&request, &query) {
            Some(response) => Ok(response),
            None => Err(closed(ReturnCheck::Unknown)),
        };
    };
    let name = state.cookie_name(&FlowCookie::name(parameter.flow()));
    let cookie = edge::cookie(&request, &name).and_then(FlowCookie::parse);
    match connection::arrive(
        &state.services,
        state.public_url.origin().as_str(),
        &parameter,
        cookie.as_ref(),
        &way,
        &query,
    )
    .await
    {
        Ok(end) => {
            report(&state, &end).await;
            Ok(to_result(parameter.flow().as_str()))
        }
        // The same browser loads the address once more: the result is where it was.
        Err(ArriveError::Closed(ReturnCheck::Used)) if cookie.is_some() => {
            Ok(to_result(parameter.flow().as_str()))
        }
        Err(ArriveError::Closed(check)) => Err(closed(check)),
        Err(ArriveError::Store(error)) => Err(error.into()),
        Err(ArriveError::Sealed(error)) => Err(error.into()),
    }
}

/// A cross-site POST brings no `Lax` cookie along: our own page sends the same once more (security.md C2).
pub async fn resubmit(
    state: Data<State>,
    request: HttpRequest,
    body: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let dress = default_dress(&state).await;
    let (chrome, sheet) = state.wardrobe.chrome(&dress, &request);
    let mut parameters = body.into_inner();
    parameters.truncate(MOST_PARAMETERS);
    let script_url = state.wardrobe.assets.flow_script_url().to_owned();
    let page = ResubmitPage { chrome, parameters, script_url };
    dress::draw(&state.wardrobe, &dress, &sheet, StatusCode::OK, &page)
}

/// Somebody who changed an installation at the service itself, and was on no way of ours: back to where they came from
/// (wire-protocol.md §4.5, §4.6).
fn stray_installation(request: &HttpRequest, query: &BTreeMap<String, String>) -> Option<HttpResponse> {
    let action = query.get("setup_action")?;
    let is_known = matches!(action.as_str(), "install" | "update") && !query.contains_key("state");
    if !is_known {
        return None;
    }
    let from = guard::referring_origin(request).filter(|origin| !origin.is_http());
    let to = from.map_or_else(|| GITHUB.to_owned(), |origin| origin.to_string());
    Some(HttpResponse::Found().insert_header((header::LOCATION, to)).finish())
}

fn to_result(flow: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, format!("/oauth/done/{flow}"))).finish()
}
