//! `/admin/environment/variables`: names with a form below them. A value is never shown again.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path, Query},
};
use askama::Template;
use secrecy::SecretString;
use serde::Deserialize;

use crate::{
    admin::variable::{self, MOST, VariableName, VariableValue},
    store::environment_variable::{self, VariableRow},
    web::{
        admin::{
            confirm::ConfirmPage,
            not_found::not_found,
            page::{Entry, Frame, Spot, draw, see_other},
            session::SignedIn,
            words,
        },
        error::WebError,
        state::State,
    },
};

const PATH: &str = "/admin/environment/variables";

#[derive(Template)]
#[template(path = "admin/environment/variables.html")]
struct VariablesPage {
    frame: Frame,
    rows: Vec<Row>,
    name: Entry,
    value: Entry,
}

struct Row {
    name: String,
    changed: String,
    delete_url: String,
}

impl VariablesPage {
    async fn new(state: &State, who: &SignedIn) -> Result<Self, WebError> {
        let rows = environment_variable::list(&state.services.db, &who.environment.id).await?;
        let rows = rows.into_iter().map(|row| Row {
            name: row.name,
            changed: words::moment(row.updated_at),
            delete_url: format!("{PATH}/{}/delete", row.id),
        });
        Ok(Self {
            frame: Frame::inside(state, who, Spot::Variables),
            rows: rows.collect(),
            name: Entry::default(),
            value: Entry::default(),
        })
    }

    fn wrong(&self) -> bool {
        self.name.problem.is_some() || self.value.problem.is_some()
    }
}

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// `GET`.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    query: Query<DoneQuery>,
) -> Result<HttpResponse, WebError> {
    let mut page = VariablesPage::new(&state, &who).await?;
    page.frame = page.frame.with_notice(match query.done.as_str() {
        "set" => Some("The variable is stored."),
        "deleted" => Some("The variable is deleted."),
        _ => None,
    });
    draw(&state, StatusCode::OK, &page)
}

/// The form.
#[derive(Deserialize)]
pub struct VariableForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    value: String,
}

/// `POST`: stores one, in the place of the one of that name.
pub async fn put(
    state: Data<State>,
    who: SignedIn,
    form: Form<VariableForm>,
) -> Result<HttpResponse, WebError> {
    let VariableForm { name: typed, value } = form.into_inner();
    let typed = typed.trim().to_owned();
    let (name, value) = (VariableName::parse(&typed), VariableValue::parse(SecretString::from(value)));
    let mut page = VariablesPage::new(&state, &who).await?;
    let is_full = page.rows.len() >= MOST && !page.rows.iter().any(|row| row.name == typed);
    if let (Some(name), Some(value), false) = (&name, &value, is_full) {
        variable::put(&state.services, &who.admin, &who.environment.id, name, value).await?;
        return Ok(see_other("/admin/environment/variables?done=set"));
    }
    let name_problem = if is_full {
        Some(format!("An environment has {MOST} variables at most. Delete one that nobody uses"))
    } else {
        name.is_none().then(|| "Use letters, digits and _, and no digit first, such as BASE_URL".to_owned())
    };
    page.name = Entry { value: typed, problem: name_problem };
    page.value.problem = value.is_none().then(|| "Enter a value of at most 8192 bytes".to_owned());
    draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn find(state: &State, who: &SignedIn, id: &str) -> Result<VariableRow, WebError> {
    let rows = environment_variable::list(&state.services.db, &who.environment.id).await?;
    rows.into_iter().find(|row| row.id.as_str() == id).ok_or_else(not_found)
}

/// `GET`: the question before one goes.
pub async fn ask(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &id).await?;
    let page = ConfirmPage {
        frame: Frame::inside(&state, &who, Spot::Variables),
        title: format!("Delete {}?", row.name),
        text: "Your backend does not find it any more.".to_owned(),
        action: "Delete variable",
        back: PATH.to_owned(),
    };
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: the deed.
pub async fn delete(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &id).await?;
    if variable::delete(&state.services, &who.admin, row).await? {
        return Ok(see_other("/admin/environment/variables?done=deleted"));
    }
    Err(not_found())
}
