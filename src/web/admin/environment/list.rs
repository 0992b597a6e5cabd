//! `/admin/environments`: all of them, and a form for a new one.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Query},
};
use askama::Template;
use serde::Deserialize;

use crate::{
    admin::environment::{self, EnvironmentName, MOST},
    store,
    web::{
        admin::{
            api_key::create::CreatedPage,
            page::{Entry, Frame, Spot, draw},
            place,
            session::SignedIn,
        },
        default_settings,
        error::WebError,
        state::State,
    },
};

/// What is said of a name that is none.
pub const NAME_PROBLEM: &str = "Use small letters, digits, - and _, such as “production”";
/// What is said of a name that is in use.
pub const TAKEN: &str = "Another environment has this name. Choose another";

#[derive(Template)]
#[template(path = "admin/environment/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
    name: Entry,
}

struct Row {
    name: String,
    url: String,
    change_url: String,
    is_here: bool,
}

impl ListPage {
    fn new(state: &State, who: &SignedIn, name: Entry) -> Self {
        let row = |(index, row): (usize, &store::environment::EnvironmentRow)| Row {
            name: row.name.clone(),
            url: format!("{}/integrations", place::base(&row.id, index == 0)),
            change_url: format!("/admin/environments/{}", row.id),
            is_here: row.id == who.environment.id,
        };
        Self {
            frame: Frame::inside(state, who, Spot::Environments),
            rows: who.environments.iter().enumerate().map(row).collect(),
            name,
        }
    }
}

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// `GET`.
pub async fn list(
    state: Data<State>,
    who: SignedIn,
    query: Query<DoneQuery>,
) -> Result<HttpResponse, WebError> {
    let mut page = ListPage::new(&state, &who, Entry::default());
    page.frame = page.frame.with_notice(match query.done.as_str() {
        "renamed" => Some("The environment has its new name."),
        "deleted" => Some("The environment is deleted, and its keys open nothing any more."),
        _ => None,
    });
    draw(&state, StatusCode::OK, &page)
}

/// The form.
#[derive(Deserialize)]
pub struct NameForm {
    /// The name.
    #[serde(default)]
    pub name: String,
}

/// `POST`: a new environment; its first key is shown this one time.
pub async fn create(
    state: Data<State>,
    who: SignedIn,
    form: Form<NameForm>,
) -> Result<HttpResponse, WebError> {
    let typed = form.into_inner().name.trim().to_owned();
    let again = |problem: String| {
        let entry = Entry { value: typed.clone(), problem: Some(problem) };
        draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &ListPage::new(&state, &who, entry))
    };
    let Some(name) = EnvironmentName::parse(&typed) else { return again(NAME_PROBLEM.to_owned()) };
    if who.environments.len() >= MOST {
        return again(format!("There are {MOST} environments at most. Delete one that nobody uses"));
    }
    let made = environment::create(&state.services, &who.admin.name, &name, default_settings()).await?;
    let Some((id, key)) = made else { return again(TAKEN.to_owned()) };
    let environments = store::environment::list(&state.services.db).await?;
    let row = environments.iter().find(|row| row.id == id).cloned().unwrap_or(who.environment);
    let there = SignedIn { base: place::base(&id, false), environment: row, environments, ..who };
    let frame = Frame::inside(&state, &there, Spot::ApiKeys);
    let page = CreatedPage { frame, name: "default".to_owned(), key: key.reveal().to_owned() };
    draw(&state, StatusCode::OK, &page)
}
