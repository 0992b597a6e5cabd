//! `/admin/sign-in` and `/admin/sign-out`.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Form, Query},
};
use askama::Template;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use super::{
    page::{Frame, draw, see_other},
    session,
    words::Wait,
};
use crate::{
    admin::{self, SignIn},
    web::{error::WebError, state::State},
};

#[derive(Template)]
#[template(path = "admin/sign_in.html")]
struct SignInPage {
    frame: Frame,
    name: String,
    return_to: String,
    problem: Option<String>,
    signed_out: bool,
}

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct SignInQuery {
    #[serde(default, rename = "return")]
    return_to: String,
    #[serde(default)]
    done: String,
}

/// The form.
#[derive(Deserialize)]
pub struct SignInForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default, rename = "return")]
    return_to: String,
}

/// `GET`: the form; who is signed in already moves on.
pub async fn show(
    state: Data<State>,
    request: HttpRequest,
    query: Query<SignInQuery>,
) -> Result<HttpResponse, WebError> {
    let query = query.into_inner();
    let return_to = session::return_path(&query.return_to);
    if session::signed_in(&state, &request).await?.is_some() {
        return Ok(see_other(&return_to));
    }
    let page = SignInPage {
        frame: Frame::outside(&state),
        name: String::new(),
        return_to,
        problem: None,
        signed_out: query.done == "signed-out",
    };
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: a cookie and the page asked for, or the form again.
pub async fn submit(
    state: Data<State>,
    request: HttpRequest,
    form: Form<SignInForm>,
) -> Result<HttpResponse, WebError> {
    let SignInForm { name, password, return_to } = form.into_inner();
    let return_to = session::return_path(&return_to);
    let caller = session::caller(&state, &request);
    let outcome = admin::sign_in(&state.services, &state.throttle, &caller, &name, password.into()).await?;
    let again = |status, problem| {
        let page = SignInPage {
            frame: Frame::outside(&state),
            name: name.clone(),
            return_to: return_to.clone(),
            problem: Some(problem),
            signed_out: false,
        };
        draw(&state, status, &page)
    };
    match outcome {
        SignIn::Done(secret) => {
            // The session that this browser had before ends with the sign-in.
            if let Some(earlier) = session::secret(&state, &request) {
                admin::sign_out(&state.services, &earlier).await?;
            }
            let mut response = see_other(&return_to);
            // A cookie's text is always a header's.
            let _ = response.add_cookie(&session::cookie(&state, &secret));
            Ok(response)
        }
        SignIn::NeedsCode(secret) => {
            let back = utf8_percent_encode(&return_to, NON_ALPHANUMERIC);
            let mut response = see_other(&format!("/admin/sign-in/code?return={back}"));
            // A cookie's text is always a header's.
            let _ = response.add_cookie(&session::cookie(&state, &secret));
            Ok(response)
        }
        SignIn::Wrong => again(
            StatusCode::UNPROCESSABLE_ENTITY,
            "Name and password do not belong together. Check both, upper and lower case count.".to_owned(),
        ),
        SignIn::Refused(refused) => {
            let wait = Wait::until(refused.until, state.services.clock.now());
            let problem = format!("Too many sign-ins failed. Try again in {wait}.");
            let mut response = again(StatusCode::TOO_MANY_REQUESTS, problem)?;
            response.headers_mut().insert(header::RETRY_AFTER, wait.seconds().into());
            Ok(response)
        }
    }
}

/// `POST /admin/sign-out`.
pub async fn sign_out(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    if let Some(secret) = session::secret(&state, &request) {
        admin::sign_out(&state.services, &secret).await?;
    }
    let mut response = see_other("/admin/sign-in?done=signed-out");
    // A cookie's text is always a header's.
    let _ = response.add_cookie(&session::removal(&state));
    Ok(response)
}
