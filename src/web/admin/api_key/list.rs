//! `/admin/api-keys`.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;
use serde::Deserialize;

use super::scopes::{EVERYTHING, GROUPS, Group};
use crate::{
    secret::Scope,
    store::api_key,
    web::{
        admin::{
            page::{Entry, Frame, Spot, draw},
            session::SignedIn,
            words,
        },
        error::WebError,
        state::State,
    },
};

/// The page, with the form of a new key below the list.
#[derive(Template)]
#[template(path = "admin/api_key/list.html")]
pub struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
    groups: &'static [Group],
    /// The name of the new key.
    pub name: Entry,
    /// What the new key may do.
    pub chosen: Vec<Scope>,
    /// What is wrong with that.
    pub scope_problem: Option<String>,
}

struct Row {
    name: String,
    hint: String,
    scopes: String,
    created: String,
    used: String,
    revoke_url: String,
}

impl ListPage {
    /// What is stored, with an empty form.
    pub async fn new(state: &State, who: &SignedIn) -> Result<Self, WebError> {
        let keys = api_key::list(&state.services.db, &who.environment.id).await?;
        let rows = keys.into_iter().map(|row| Row {
            name: row.display_name,
            hint: row.hint,
            scopes: scopes_text(&row.scopes),
            created: words::moment(row.created_at),
            used: row.last_used_at.map_or_else(|| "Not yet".to_owned(), words::moment),
            revoke_url: format!("/admin/api-keys/{}/revoke", row.id),
        });
        Ok(Self {
            frame: Frame::inside(state, who, Spot::ApiKeys),
            rows: rows.collect(),
            groups: GROUPS,
            name: Entry::default(),
            chosen: vec![Scope::everything()],
            scope_problem: None,
        })
    }

    fn wrong(&self) -> bool {
        self.name.problem.is_some() || self.scope_problem.is_some()
    }

    fn has(&self, scope: &str) -> bool {
        self.chosen.iter().any(|chosen| chosen.as_str() == scope)
    }
}

fn scopes_text(scopes: &[Scope]) -> String {
    if scopes.iter().any(|scope| scope.as_str() == EVERYTHING) {
        return "Everything".to_owned();
    }
    scopes
        .iter()
        .map(|scope| scope.as_str().trim_start_matches("environment:"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// The handler.
pub async fn list(
    state: Data<State>,
    who: SignedIn,
    query: Query<DoneQuery>,
) -> Result<HttpResponse, WebError> {
    let mut page = ListPage::new(&state, &who).await?;
    let notice = (query.done == "revoked").then_some("The key is revoked. It opens nothing any more.");
    page.frame = page.frame.with_notice(notice);
    draw(&state, StatusCode::OK, &page)
}
