//! `/admin/account`: one's own password.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Form, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{
    own::SessionLine,
    page::{Frame, Spot, draw, see_other},
    session::{self, SignedIn},
    words::Wait,
};
use crate::{
    admin::{ChangePassword, NewPassword, change_password, sessions_of},
    store::admin::people,
    web::{error::WebError, state::State},
};

#[derive(Template)]
#[template(path = "admin/account.html")]
struct AccountPage {
    frame: Frame,
    name: String,
    current_problem: Option<String>,
    new_problem: Option<String>,
    has_two_step: bool,
    sessions: Vec<SessionLine>,
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

async fn page(state: &State, who: &SignedIn) -> Result<AccountPage, WebError> {
    let row = people::find(&state.services.db, &who.admin.id).await?;
    let sessions = sessions_of(&state.services, &who.admin.id).await?;
    Ok(AccountPage {
        frame: Frame::inside(state, who, Spot::Account),
        name: who.admin.name.clone(),
        current_problem: None,
        new_problem: None,
        has_two_step: row.is_some_and(|row| row.has_totp()),
        sessions: sessions.iter().map(|row| SessionLine::of(row, &who.session.id)).collect(),
    })
}

/// `GET`: the form.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    query: Query<DoneQuery>,
) -> Result<HttpResponse, WebError> {
    let mut page = page(&state, &who).await?;
    let changed = "Your password is changed. Other browsers that were signed in with it are signed out.";
    page.frame = page.frame.with_notice(match query.done.as_str() {
        "password" => Some(changed),
        "sessions" => Some("Ended. Whoever was signed in there has to sign in again."),
        "two-step-off" => Some("The second step is off."),
        _ => None,
    });
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
    let mut page = page(&state, &who).await?;
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
