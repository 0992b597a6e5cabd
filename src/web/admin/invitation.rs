//! `/admin/invitation/{token}`: who was invited chooses a name and a password.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path},
};
use askama::Template;
use secrecy::SecretString;

use super::{
    page::{Entry, Frame, draw, see_other},
    session,
    set_up::SetUpForm,
};
use crate::{
    admin::{
        NewAccount,
        invitation::{self, Accepted},
    },
    web::{error::WebError, state::State},
};

#[derive(Template)]
#[template(path = "admin/person/accept.html")]
struct AcceptPage {
    frame: Frame,
    by: String,
    role: &'static str,
    name: Entry,
    password: Entry,
}

impl AcceptPage {
    fn wrong(&self) -> bool {
        self.name.problem.is_some() || self.password.problem.is_some()
    }
}

#[derive(Template)]
#[template(path = "admin/person/over.html")]
struct OverPage {
    frame: Frame,
}

/// `GET`: the form, while the link is good. Opening it uses nothing up: mail scanners open links, too.
pub async fn show(state: Data<State>, token: Path<String>) -> Result<HttpResponse, WebError> {
    let Some(row) = invitation::open(&state.services, &token).await? else { return over(&state) };
    let page = AcceptPage {
        frame: Frame::outside(&state),
        by: row.created_by,
        role: row.role.as_str(),
        name: Entry::default(),
        password: Entry::default(),
    };
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
    let Some(row) = invitation::open(&state.services, &token).await? else { return over(&state) };
    let again = |name_problem: Option<&str>, password_problem: Option<&str>| {
        let page = AcceptPage {
            frame: Frame::outside(&state),
            by: row.created_by.clone(),
            role: row.role.as_str(),
            name: Entry { value: name.clone(), problem: name_problem.map(str::to_owned) },
            password: Entry { value: String::new(), problem: password_problem.map(str::to_owned) },
        };
        draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let account = match NewAccount::parse(&name, SecretString::from(password)) {
        Ok(account) => account,
        Err(problems) => return again(problems.name, problems.password),
    };
    let caller = session::caller(&state, &request);
    match invitation::accept(&state.services, &caller, &token, account).await? {
        Accepted::Done(secret) => {
            let mut response = see_other(session::HOME);
            // A cookie's text is always a header's.
            let _ = response.add_cookie(&session::cookie(&state, &secret));
            Ok(response)
        }
        Accepted::NameTaken => again(Some("Another account has this name. Choose another"), None),
        Accepted::LinkUsed => over(&state),
    }
}

fn over(state: &State) -> Result<HttpResponse, WebError> {
    draw(state, StatusCode::GONE, &OverPage { frame: Frame::outside(state) })
}
