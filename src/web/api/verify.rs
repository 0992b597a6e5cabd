//! `POST /connect/verify`: the application says who is signed in in the browser that opened a hosted link
//! (security.md C4, docs/adr/0015).

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use serde_json::json;

use super::{
    ApiError,
    auth::ApiCaller,
    input::verify::Verify,
    request::{JsonBody, invalid_body, no_query},
};
use crate::{
    session::verify::{self, OneTimeText, VerifyError},
    web::{error::WebError, state::State},
};

/// The handler.
pub async fn verify(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connect_sessions:write"])?;
    no_query(&request)?;
    let said = Verify::read(body.tree()).map_err(invalid_body)?;
    let challenge = OneTimeText::parse(&said.challenge).ok_or_else(|| refusal(&VerifyError::Unknown))?;
    let environment = &caller.environment;
    match verify::answer_challenge(&state.services, environment, &challenge, &said.end_user_id).await {
        Ok(answer) => {
            let url = state.public_url.join(&format!("/ui/verified?answer={}", answer.reveal()));
            Ok(HttpResponse::Ok().json(json!({ "data": { "return_url": url } })))
        }
        Err(VerifyError::Store(error)) => Err(error.into()),
        Err(error) => Err(refusal(&error).into()),
    }
}

fn refusal(error: &VerifyError) -> ApiError {
    let (status, code, message) = match error {
        VerifyError::OtherPerson => (
            StatusCode::FORBIDDEN,
            "end_user_mismatch",
            "The link is for somebody else than who is signed in: do not lead this browser back",
        ),
        VerifyError::Expired => (
            StatusCode::GONE,
            "challenge_expired",
            "The time of this challenge is over; opening the link again makes a new one",
        ),
        VerifyError::Unknown | VerifyError::Store(_) => (
            StatusCode::NOT_FOUND,
            "unknown_challenge",
            "There is no such challenge in this environment, or it was answered before",
        ),
    };
    ApiError::new(status, code, message)
}
