//! `POST /ui/{cap}/close`: the page was closed, so its address ends with it.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};

use super::{problem::PageProblemKind, visit::Visit};
use crate::{
    session,
    trace::Step,
    web::{error::WebError, guard, state::State},
};

/// The handler. What came of attempts can still be read; the session goes on, on another page of it.
pub async fn close(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, WebError> {
    let visit = Visit::any(&state, &request, &path, "").await?;
    if !guard::is_same_origin(&state, request.headers()) {
        return Err(visit.problem(PageProblemKind::CrossSite).into());
    }
    visit.note(&state, Step::Closed);
    session::close(&state.services, &visit.page).await?;
    Ok(HttpResponse::NoContent().finish())
}
