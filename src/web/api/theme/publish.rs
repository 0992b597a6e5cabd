//! Publishing a draft: pages that open from then on wear it.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};

use super::{conflict, place::ThemePlace};
use crate::{
    admin::theme::{self as verbs, PublishTheme, Published},
    theme::ThemeDocument,
    web::{
        api::{
            ApiError,
            input::theme::PublishBody,
            request::{JsonBody, invalid_body},
        },
        error::WebError,
        state::State,
    },
};

/// Publishes the draft.
pub async fn publish(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let place = ThemePlace::changing(&state, &request).await?;
    let given = PublishBody::read(body.tree()).map_err(invalid_body)?;
    let document = place.open.draft.clone();
    publish_document(&state, place, &given, document, String::new()).await
}

/// Publishes a theme over the version that is meant.
pub(super) async fn publish_document(
    state: &State,
    place: ThemePlace,
    given: &PublishBody,
    document: ThemeDocument,
    note: String,
) -> Result<HttpResponse, WebError> {
    if given.version != place.version() {
        return Err(conflict().into());
    }
    let wish = PublishTheme {
        document,
        version: place.open.row.version,
        environment_version: place.open.environment_version,
        accepts_failing: given.accepts_failing,
        note,
    };
    let (deed, environment) = (place.deed("theme.publish"), &place.environment.id);
    match verbs::publish(&state.services, deed, environment, &place.open, wish).await? {
        Published::Done => Ok(place.again(state).await?.answer()),
        Published::Conflict => Err(conflict().into()),
        Published::Failing(rows) => {
            let pairs: Vec<String> = rows.iter().map(|(mode, row)| row.in_words(*mode)).collect();
            let message =
                format!("Pairs of colours do not read: {}. Confirm with accept_failing", pairs.join("; "));
            Err(ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "theme_does_not_read", message).into())
        }
    }
}
