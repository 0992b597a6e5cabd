//! `POST /ui/{cap}/extend`: thirty more minutes, three times.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};

use super::{problem::PageProblemKind, visit::Visit};
use crate::{
    session,
    web::{error::WebError, guard, state::State},
};

/// The handler: with scripts the answer's body says how long there is, without them it leads back.
pub async fn extend(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, WebError> {
    let visit = Visit::live(&state, &request, &path, "").await?;
    if !guard::is_same_origin(&state, request.headers()) {
        return Err(visit.problem(PageProblemKind::CrossSite).into());
    }
    session::extend(&state.services, &visit.page).await?;
    if guard::text(request.headers(), "accept") == Some("application/json") {
        return Ok(HttpResponse::NoContent().finish());
    }
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, "./")).finish())
}
