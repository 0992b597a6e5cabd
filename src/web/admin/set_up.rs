//! `/admin/setup/{token}`: the first account, through the one-time link.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path},
};
use askama::Template;
use secrecy::SecretString;
use serde::Deserialize;

use super::{
    page::{Entry, Frame, draw, see_other},
    session,
};
use crate::{
    admin::{self, NewAccount, SetUp},
    web::{error::WebError, state::State},
};

#[derive(Template)]
#[template(path = "admin/set_up.html")]
struct SetUpPage {
    frame: Frame,
    name: Entry,
    password: Entry,
}

impl SetUpPage {
    fn wrong(&self) -> bool {
        self.name.problem.is_some() || self.password.problem.is_some()
    }
}

#[derive(Template)]
#[template(path = "admin/set_up_used.html")]
struct UsedPage {
    frame: Frame,
}

/// The form.
#[derive(Deserialize)]
pub struct SetUpForm {
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) password: String,
}

/// `GET`: the form, while the link is good.
pub async fn show(state: Data<State>, token: Path<String>) -> Result<HttpResponse, WebError> {
    if !admin::set_up_is_open(&state.services, &token).await? {
        return used(&state);
    }
    let page =
        SetUpPage { frame: Frame::outside(&state), name: Entry::new("admin"), password: Entry::default() };
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: makes the account and signs it in.
pub async fn submit(
    state: Data<State>,
    request: HttpRequest,
    token: Path<String>,
    form: Form<SetUpForm>,
) -> Result<HttpResponse, WebError> {
    let SetUpForm { name, password } = form.into_inner();
    let again = |name_problem: Option<&str>, password_problem: Option<&str>| {
        let page = SetUpPage {
            frame: Frame::outside(&state),
            name: Entry { value: name.clone(), problem: name_problem.map(str::to_owned) },
            password: Entry { value: String::new(), problem: password_problem.map(str::to_owned) },
        };
        draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let account = match NewAccount::parse(&name, SecretString::from(password)) {
        Ok(account) => account,
        Err(problems) => return again(problems.name, problems.password),
    };
    match admin::set_up(&state.services, &token, &session::caller(&state, &request), account).await? {
        SetUp::Done(secret) => {
            let mut response = see_other(session::HOME);
            // A cookie's text is always a header's.
            let _ = response.add_cookie(&session::cookie(&state, &secret));
            Ok(response)
        }
        SetUp::NameTaken => again(Some("Another account has this name. Choose another"), None),
        SetUp::LinkUsed => used(&state),
    }
}

fn used(state: &State) -> Result<HttpResponse, WebError> {
    draw(state, StatusCode::GONE, &UsedPage { frame: Frame::outside(state) })
}
