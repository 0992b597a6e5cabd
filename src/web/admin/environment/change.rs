//! `/admin/environments/{id}`: its name.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path},
};
use askama::Template;

use super::{
    find,
    list::{NAME_PROBLEM, NameForm, TAKEN},
};
use crate::{
    admin::environment::{self, EnvironmentName},
    store::StoreError,
    web::{
        admin::{
            not_found::not_found,
            page::{Entry, Frame, Spot, draw, see_other},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

#[derive(Template)]
#[template(path = "admin/environment/change.html")]
struct ChangePage {
    frame: Frame,
    title: String,
    url: String,
    name: Entry,
    is_first: bool,
}

impl ChangePage {
    fn new(state: &State, who: &SignedIn, id: &str, name: Option<Entry>) -> Result<Self, WebError> {
        let row = find(who, id)?;
        Ok(Self {
            frame: Frame::inside(state, who, Spot::Environments),
            title: row.name.clone(),
            url: format!("/admin/environments/{}", row.id),
            name: name.unwrap_or_else(|| Entry::new(&row.name)),
            is_first: who.environments.first().is_some_and(|first| first.id == row.id),
        })
    }
}

/// `GET`.
pub async fn show(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    draw(&state, StatusCode::OK, &ChangePage::new(&state, &who, &id, None)?)
}

/// `POST`: another name.
pub async fn submit(
    state: Data<State>,
    who: SignedIn,
    id: Path<String>,
    form: Form<NameForm>,
) -> Result<HttpResponse, WebError> {
    let row = find(&who, &id)?;
    let typed = form.into_inner().name.trim().to_owned();
    let problem = match EnvironmentName::parse(&typed) {
        None => NAME_PROBLEM,
        Some(name) => {
            match environment::rename(&state.services, &who.admin.name, &row.id, &row.name, &name).await {
                Ok(true) => return Ok(see_other("/admin/environments?done=renamed")),
                Ok(false) => return Err(not_found()),
                Err(StoreError::Conflict) => TAKEN,
                Err(error) => return Err(error.into()),
            }
        }
    };
    let entry = Entry { value: typed, problem: Some(problem.to_owned()) };
    draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &ChangePage::new(&state, &who, &id, Some(entry))?)
}
