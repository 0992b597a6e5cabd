//! `GET /admin/integrations/{key}/preview`: the form of an integration as its end users see it; it sends nothing.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};

use super::find;
use crate::web::{
    admin::{not_found::not_found, session::SignedIn},
    connect::preview,
    error::WebError,
    state::State,
};

/// The handler.
pub async fn preview(
    state: Data<State>,
    who: SignedIn,
    request: HttpRequest,
    key: Path<String>,
) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &key).await?;
    let environment = &who.environment;
    let provider = state.services.definition(&environment.id, &row.provider).ok_or_else(not_found)?;
    preview::definition(&state, &request, environment, row.display_name.as_deref(), &provider)
}
