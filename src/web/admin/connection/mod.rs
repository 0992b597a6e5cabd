//! Connections: list, one, what can be done with one. Shows no secret but behind the password, in `reveal`.

pub mod delete;
pub mod edit;
pub mod erase;
mod facts;
mod health;
mod history;
pub mod list;
pub mod reconnect;
pub mod refresh;
pub mod reveal;
pub mod show;
mod sieve;
mod values;

use indexmap::IndexMap;

use crate::{
    id::ConnectionRowId,
    session,
    store::{
        connect_session::EndUser,
        connection::{self, ConnectionRow},
    },
    web::{
        admin::{not_found::not_found, session::SignedIn},
        error::WebError,
        state::State,
    },
};

/// The address of a connection's page. It goes by the row, since the protocol's id may hold anything.
fn path(id: &ConnectionRowId) -> String {
    format!("/admin/connections/{id}")
}

async fn find(state: &State, who: &SignedIn, id: String) -> Result<ConnectionRow, WebError> {
    if id.contains('\0') {
        return Err(not_found());
    }
    let id = ConnectionRowId::from_stored(id);
    connection::find_by_row(&state.services.db, &who.environment.id, &id).await?.ok_or_else(not_found)
}

/// The same where its owner's backend has taken it over: before that nobody uses it.
async fn find_settled(state: &State, who: &SignedIn, id: String) -> Result<ConnectionRow, WebError> {
    let row = find(state, who, id).await?;
    if row.exchange_until.is_none() { Ok(row) } else { Err(not_found()) }
}

/// Whose account it is.
fn person(row: &ConnectionRow) -> Option<String> {
    person_of(row.end_user.as_ref().map(|(user, _)| user), &row.tags)
}

/// E-mail address, else name, else the application's own id; from the tags where the session named its end user by them.
fn person_of(end_user: Option<&EndUser>, tags: &IndexMap<String, String>) -> Option<String> {
    match end_user {
        Some(user) => {
            user.email.clone().or_else(|| user.display_name.clone()).or_else(|| Some(user.id.clone()))
        }
        None => session::person_of_tags(tags),
    }
}
