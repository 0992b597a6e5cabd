//! `/ui/{cap}/connections/{id}/name`: what its owner calls a connection.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path},
};

use super::{check_sender, chrome, own, service, to_list, visit};
use crate::{
    connection::{self, OwnConnection},
    web::{
        connect::{
            dress,
            page::{NameProblem, RenamePage},
            visit::Visit,
        },
        error::WebError,
        state::State,
    },
};

/// Longer names would not fit beside a logo.
const LONGEST: usize = 60;

/// `GET`: the form.
pub async fn name(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let (capability, id) = path.into_inner();
    let visit = visit(&state, &request, &capability).await?;
    let Some(own) = own(&state, &visit, id).await? else { return Ok(to_list()) };
    let now = own.row.own_name.clone().unwrap_or_default();
    draw(&state, &request, &visit, &own, now, None)
}

/// `POST`: the name.
pub async fn rename(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    body: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let (capability, id) = path.into_inner();
    let visit = visit(&state, &request, &capability).await?;
    check_sender(&state, &request, &visit)?;
    let Some(own) = own(&state, &visit, id).await? else { return Ok(to_list()) };
    let typed = body.into_inner().into_iter().find(|(name, _)| name == "name").unwrap_or_default().1;
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().count() > LONGEST {
        return draw(&state, &request, &visit, &own, name, Some(NameProblem { max: LONGEST }));
    }
    // Control characters say nothing on a page, and much in a log.
    let name: String = name.chars().filter(|character| !character.is_control()).collect();
    connection::rename(&state.services, &own.row, &name).await?;
    Ok(to_list())
}

fn draw(
    state: &State,
    request: &HttpRequest,
    visit: &Visit,
    own: &OwnConnection,
    name: String,
    problem: Option<NameProblem>,
) -> Result<HttpResponse, WebError> {
    let (chrome, sheet) = chrome(state, visit, request);
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page =
        RenamePage { service: service(state, &own.row), account: own.account.clone(), name, problem, chrome };
    dress::draw(&state.wardrobe, &visit.dress, &sheet, status, &page)
}
