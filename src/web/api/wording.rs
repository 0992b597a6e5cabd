//! `GET` and `PUT /api/v1/wording`: what an environment says in its own words. Ours alone, with the callers and scopes of
//! the settings.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use serde_json::json;

use super::{
    ApiError,
    input::wording::WordingBody,
    request::{JsonBody, invalid_body},
    settings_caller::SettingsCaller,
};
use crate::{
    admin::{
        Deed,
        wording::{self as verbs, OwnWording, Worded},
    },
    store::environment::EnvironmentRow,
    web::{error::WebError, state::State},
};

/// All texts that are the environment's own.
pub async fn show(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    let caller = SettingsCaller::reading(&state, &request).await?;
    let row = caller.environment(&state, &request, "connect_ui_settings:read").await?;
    Ok(answer(&verbs::open(&state.services, &row.id).await?))
}

/// Replaces them.
pub async fn replace(
    state: Data<State>,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let caller = SettingsCaller::changing(&state, &request).await?;
    let row = caller.environment(&state, &request, "connect_ui_settings:update").await?;
    let given = WordingBody::read(body.tree()).map_err(invalid_body)?;
    let deed = deed(&caller, &row);
    match verbs::replace(&state.services, deed, &row.id, &given.texts, given.version).await? {
        Worded::Done => Ok(answer(&verbs::open(&state.services, &row.id).await?)),
        Worded::Conflict => {
            let message = "The wording was changed by somebody else meanwhile. Read it again";
            Err(ApiError::new(StatusCode::CONFLICT, "conflict", message).into())
        }
        Worded::TooMuch => {
            let message = format!(
                "An environment has at most {} texts of its own, {} bytes together",
                verbs::MOST,
                verbs::LARGEST
            );
            Err(ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "too_many_wordings", message).into())
        }
    }
}

fn answer(own: &OwnWording) -> HttpResponse {
    let data = json!({ "texts": own.texts, "version": own.version.to_string() });
    HttpResponse::Ok().json(json!({ "data": data }))
}

fn deed(caller: &SettingsCaller, row: &EnvironmentRow) -> Deed {
    caller.deed(row, "wording.replace").unwrap_or_else(|| Deed {
        actor: "an API key".to_owned(),
        environment: Some(row.id.clone()),
        action: "wording.replace",
        subject: row.name.clone(),
        detail: String::new(),
    })
}
