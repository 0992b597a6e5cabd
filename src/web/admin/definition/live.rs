//! While somebody types: what is found, and the form. The text is kept as the draft of who types it.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Form, Path},
};
use serde::Deserialize;
use serde_json::json;

use super::{Place, act, finding::findings};
use crate::{
    admin::definition::{find_draft, hosts_changed},
    provider::edited,
    web::{
        admin::{not_found::not_found, session::SignedIn},
        connect::preview,
        error::WebError,
        state::State,
    },
};

/// What is typed.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    source: String,
}

/// `POST …/live`.
pub async fn live(
    state: Data<State>,
    who: SignedIn,
    key: Path<String>,
    typed: Form<Typed>,
) -> Result<HttpResponse, WebError> {
    let place = Place::of(&state, &who, &key).await?;
    let source = act::typed(&typed.source);
    act::keep(&state, &who, &place, &source).await?;
    let judged = edited(&state.services.catalog, place.provider(), &source);
    let change = judged
        .provider
        .as_deref()
        .map(|after| hosts_changed(&state.services, &who.environment.id, place.provider(), Some(after)));
    let change = change.unwrap_or_default();
    Ok(HttpResponse::Ok().json(json!({
        "usable": judged.provider.is_some(),
        "findings": findings(&judged.remarks, &source),
        "added": change.added,
        "removed": change.removed,
    })))
}

/// `GET …/preview`: the form of the draft, else of what is in force.
pub async fn preview(
    state: Data<State>,
    who: SignedIn,
    request: HttpRequest,
    key: Path<String>,
) -> Result<HttpResponse, WebError> {
    let place = Place::of(&state, &who, &key).await?;
    let (services, environment) = (&state.services, &who.environment);
    let draft = find_draft(services, &who.admin, &environment.id, place.provider()).await?;
    let source = draft.as_deref().unwrap_or_else(|| place.text());
    let provider = edited(&services.catalog, place.provider(), source).provider.ok_or_else(not_found)?;
    preview::definition(&state, &request, environment, place.integration.display_name.as_deref(), &provider)
}
