//! `/admin/sign-in/code`: the code after the password.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Form, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{
    page::{Frame, draw, see_other},
    session,
    words::Wait,
};
use crate::{
    admin::two_step::{self, CodeSignIn},
    web::{error::WebError, state::State},
};

#[derive(Template)]
#[template(path = "admin/own/code.html")]
struct CodePage {
    frame: Frame,
    return_to: String,
    problem: Option<String>,
}

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct CodeQuery {
    #[serde(default, rename = "return")]
    return_to: String,
}

/// The form.
#[derive(Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    code: String,
    #[serde(default, rename = "return")]
    return_to: String,
}

/// `GET`: the form, for who has shown a password.
pub async fn show(
    state: Data<State>,
    request: HttpRequest,
    query: Query<CodeQuery>,
) -> Result<HttpResponse, WebError> {
    let awaited = match session::secret(&state, &request) {
        Some(half) => two_step::is_awaited(&state.services, &half).await?,
        None => false,
    };
    if !awaited {
        return Ok(see_other("/admin/sign-in"));
    }
    let return_to = session::return_path(&query.return_to);
    draw(&state, StatusCode::OK, &CodePage { frame: Frame::outside(&state), return_to, problem: None })
}

/// `POST`: signs in, or asks again.
pub async fn submit(
    state: Data<State>,
    request: HttpRequest,
    form: Form<CodeForm>,
) -> Result<HttpResponse, WebError> {
    let CodeForm { code, return_to } = form.into_inner();
    let return_to = session::return_path(&return_to);
    let Some(half) = session::secret(&state, &request) else { return Ok(see_other("/admin/sign-in")) };
    let caller = session::caller(&state, &request);
    let (services, throttle) = (&state.services, &state.throttle);
    let outcome = two_step::sign_in_with_code(services, throttle, &caller, &half, &code.into()).await?;
    let again = |status, problem| {
        let return_to = return_to.clone();
        draw(&state, status, &CodePage { frame: Frame::outside(&state), return_to, problem: Some(problem) })
    };
    match outcome {
        CodeSignIn::Done(secret) => {
            let mut response = see_other(&return_to);
            // A cookie's text is always a header's.
            let _ = response.add_cookie(&session::cookie(&state, &secret));
            Ok(response)
        }
        CodeSignIn::Wrong => again(
            StatusCode::UNPROCESSABLE_ENTITY,
            "This is not the code of this moment. Each works once: wait for the next one, then type it."
                .to_owned(),
        ),
        CodeSignIn::Over => Ok(see_other("/admin/sign-in")),
        CodeSignIn::Refused(refused) => {
            let wait = Wait::until(refused.until, state.services.clock.now());
            let mut response = again(
                StatusCode::TOO_MANY_REQUESTS,
                format!("Too many attempts failed. Try again in {wait}."),
            )?;
            response.headers_mut().insert(header::RETRY_AFTER, wait.seconds().into());
            Ok(response)
        }
    }
}
