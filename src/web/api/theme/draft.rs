//! Working on a draft: no page changes.

use actix_web::{HttpRequest, HttpResponse, web::Data};

use super::{conflict, place::ThemePlace};
use crate::{
    admin::{
        perform,
        theme::{find_file, judge_logos},
    },
    store::theme,
    theme::ThemeDocument,
    web::{
        api::{
            input::{
                issue::{Fault, Issue, Issues},
                theme::{ThemeDraftBody, VersionBody},
            },
            request::{JsonBody, invalid_body},
        },
        error::WebError,
        state::State,
    },
};

/// Replaces the draft.
pub async fn replace(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let place = ThemePlace::changing(&state, &request).await?;
    let given = ThemeDraftBody::read(body.tree()).map_err(invalid_body)?;
    check_files(&state, &given.theme).await?;
    let mut document = given.theme;
    let worn = place.open.layers(&document).worn();
    judge_logos(&state.services, &mut document, &worn).await?;
    store(&state, place, &given.version, Some(document.to_json().to_string()), "theme.draft").await
}

/// Drops the draft.
pub async fn discard(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let place = ThemePlace::changing(&state, &request).await?;
    let given = VersionBody::read(body.tree()).map_err(invalid_body)?;
    store(&state, place, &given.version, None, "theme.discard").await
}

async fn store(
    state: &State,
    place: ThemePlace,
    version: &str,
    text: Option<String>,
    action: &'static str,
) -> Result<HttpResponse, WebError> {
    let stands = version == place.version();
    let (key, at, own) = (place.open.key.clone(), state.services.clock.now(), place.open.row.version);
    let saved = stands
        && perform(&state.services, place.deed(action), move |tx| {
            Box::pin(async move { theme::set_draft(tx, &key, text.as_deref(), own, at).await })
        })
        .await?;
    if !saved {
        return Err(conflict().into());
    }
    Ok(place.again(state).await?.answer())
}

/// A page must not point at what nobody has uploaded.
async fn check_files(state: &State, document: &ThemeDocument) -> Result<(), WebError> {
    let mut issues: Vec<Issue> = Vec::new();
    for file in document.files() {
        if find_file(&state.services, file).await?.is_none() {
            let message =
                format!("Nobody has uploaded the file {file}: send it to /api/v1/theme/files first");
            issues.push(Fault::custom(message).at(["theme"]));
        }
    }
    Issues::non_empty(issues).map_or(Ok(()), |issues| Err(invalid_body(issues).into()))
}
