//! `POST /auth/two-step/{key}`: what was sent logs in before anything is stored (wire-protocol.md §4.7).

use actix_web::{
    HttpResponse,
    web::{Data, Path},
};

use super::{
    ApiError,
    auth::QuerySession,
    connect::connect_with_assertion,
    input::two_step::TwoStepBody,
    request::{JsonBody, invalid_body},
};
use crate::{
    auth::{
        TypedMode,
        problem::{DefinitionProblem, ExchangeProblem},
    },
    web::{error::WebError, state::State},
};

/// The handler.
pub async fn connect(
    state: Data<State>,
    caller: QuerySession,
    key: Path<String>,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let TwoStepBody { fields, assertion_option } = TwoStepBody::read(body.tree()).map_err(invalid_body)?;
    connect_with_assertion(&state, &caller, &key, TypedMode::TwoStep, fields, assertion_option).await
}

/// Why there was no login: always 400, also where a later step failed or a key could not be read (§13).
#[must_use]
pub fn failure(problem: &ExchangeProblem) -> ApiError {
    match problem {
        ExchangeProblem::Definition(DefinitionProblem::Missing("token_url")) => {
            ApiError::legacy("missing_token_url", format!("Nobody can log in: {problem}"))
        }
        ExchangeProblem::Definition(_)
        | ExchangeProblem::BadKey(_)
        | ExchangeProblem::BadValue(_)
        | ExchangeProblem::Header(_) => ApiError::legacy(
            "invalid_two_step_credentials",
            format!("No login could be made of these values: {problem}"),
        ),
        _ => ApiError::legacy("two_step_credentials_fetch_error", format!("The login failed: {problem}")),
    }
}
