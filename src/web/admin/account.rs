//! `/admin/account`: one's own password.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Form, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{
    page::{Frame, Spot, draw, see_other},
    session::{self, SignedIn},
    words::Wait,
};
use crate::{
    admin::{ChangePassword, NewPassword, change_password},
    web::{error::WebError, state::State},
};

#[derive(Template)]
#[template(path = "admin/account.html")]
struct AccountPage {
    frame: Frame,
    name: String,
    current_problem: Option<String>,
    new_problem: Option<String>,
}

impl AccountPage {
    fn wrong(&self) -> bool {
        self.current_problem.is_some() || self.new_problem.is_some()
    }
}

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// The form.
#[derive(Deserialize)]
pub struct PasswordForm {
    #[serde(default)]
    current: String,
    #[serde(default)]
    new: String,
}

fn page(state: &State, who: &SignedIn) -> AccountPage {
    AccountPage {
        frame: Frame::inside(state, who, Spot::Account),
        name: who.admin.name.clone(),
        current_problem: None,
        new_problem: None,
    }
}

/// `GET`: the form.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    query: Query<DoneQuery>,
) -> Result<HttpResponse, WebError> {
    let mut page = page(&state, &who);
    let changed = "Your password is changed. Other browsers that were signed in with it are signed out.";
    page.frame = page.frame.with_notice((query.done == "password").then_some(changed));
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: changes the password, or says what is wrong. Passwords never come back.
pub async fn submit(
    state: Data<State>,
    request: HttpRequest,
    who: SignedIn,
    form: Form<PasswordForm>,
) -> Result<HttpResponse, WebError> {
    let PasswordForm { current, new } = form.into_inner();
    let mut page = page(&state, &who);
    let new = match NewPassword::parse(new.into(), &who.admin.name) {
        Ok(new) => new,
        Err(problem) => {
            page.new_problem = Some(problem.to_owned());
            return draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (services, throttle) = (&state.services, &state.throttle);
    let caller = session::caller(&state, &request);
    match change_password(services, throttle, &caller, &who.admin, current.into(), new).await? {
        ChangePassword::Done(secret) => {
            let mut response = see_other("/admin/account?done=password");
            // A cookie's text is always a header's.
            let _ = response.add_cookie(&session::cookie(&state, &secret));
            Ok(response)
        }
        ChangePassword::Wrong => {
            page.current_problem = Some("This is not your password. Upper and lower case count.".to_owned());
            draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        ChangePassword::Refused(refused) => {
            let wait = Wait::until(refused.until, state.services.clock.now());
            page.current_problem = Some(format!("Too many attempts failed. Try again in {wait}."));
            let mut response = draw(&state, StatusCode::TOO_MANY_REQUESTS, &page)?;
            response.headers_mut().insert(header::RETRY_AFTER, wait.seconds().into());
            Ok(response)
        }
    }
}
