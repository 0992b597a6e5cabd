//! Reading themes, and removing one that sessions name.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use serde_json::{Value, json};

use super::{conflict, place::ThemePlace};
use crate::{
    admin::perform,
    store::theme,
    web::{
        api::{
            ApiError,
            input::theme::VersionBody,
            request::{JsonBody, invalid_body},
        },
        error::WebError,
        state::State,
    },
};

/// The draft, what is published, and where each value that pages wear comes from.
pub async fn show(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    let place = ThemePlace::reading(&state, &request).await?;
    let open = &place.open;
    let sources = open.layers(&open.published).sources().into_iter();
    let sources: Vec<Value> = sources
        .map(|(path, value, from)| json!({ "path": path, "value": value, "from": from.as_str() }))
        .collect();
    Ok(HttpResponse::Ok().json(json!({ "data": {
        "published": open.published.to_json(),
        "draft": open.row.draft.is_some().then(|| open.draft.to_json()),
        "revision": open.row.revision,
        "version": place.version(),
        "worn": sources,
    }})))
}

/// The names of the environment's themes that sessions may name.
pub async fn names(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    let place = ThemePlace::reading(&state, &request).await?;
    let names = theme::names(&state.services.db, &place.environment.id).await?;
    Ok(HttpResponse::Ok().json(json!({ "data": names })))
}

/// Removes a theme with its history. Only one that sessions name can go: the others are what all pages wear.
pub async fn delete(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let place = ThemePlace::changing(&state, &request).await?;
    let given = VersionBody::read(body.tree()).map_err(invalid_body)?;
    if place.open.key.name().is_empty() {
        let message = "Name the theme: what all pages wear is replaced, not removed";
        return Err(ApiError::not_found("unknown_theme", message).into());
    }
    if place.open.row.version == 0 {
        let message = "The environment has no theme of this name";
        return Err(ApiError::new(StatusCode::NOT_FOUND, "unknown_theme", message).into());
    }
    let (key, version) = (place.open.key.clone(), place.open.row.version);
    let gone = given.version == place.version()
        && perform(&state.services, place.deed("theme.delete"), move |tx| {
            Box::pin(async move { theme::delete(tx, &key, version).await })
        })
        .await?;
    if gone { Ok(HttpResponse::Ok().json(json!({ "success": true }))) } else { Err(conflict().into()) }
}
