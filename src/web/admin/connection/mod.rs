//! Connections: list, one, disconnect. Shows no secret.

pub mod delete;
pub mod erase;
pub mod list;
pub mod show;
mod values;

use crate::{
    id::ConnectionRowId,
    session,
    store::connection::{self, ConnectionRow},
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
    let id = ConnectionRowId::from_stored(id);
    connection::find_by_row(&state.services.db, &who.environment.id, &id).await?.ok_or_else(not_found)
}

/// Whose account it is: e-mail address, else name, else the application's own id; from the tags where the session
/// named its end user by them.
fn person(row: &ConnectionRow) -> Option<String> {
    if let Some((user, _)) = &row.end_user {
        return user.email.clone().or_else(|| user.display_name.clone()).or_else(|| Some(user.id.clone()));
    }
    session::person_of_tags(&row.tags)
}

/// Whether it still waits for the application's backend.
const fn waits(row: &ConnectionRow) -> bool {
    row.exchange_until.is_some()
}

/// Whether nothing is wrong with it.
fn works(row: &ConnectionRow) -> bool {
    row.errors.as_array().is_none_or(Vec::is_empty)
}
