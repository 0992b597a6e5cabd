//! `/admin/people`: who may come in. For owners alone; `access` sees to that.

mod invite;
mod list;
mod policy;
mod remove;
mod show;

use actix_web::{
    Scope,
    web::{get, post, resource},
};

use super::not_found::not_found;
use crate::{
    admin::Role,
    id::AdminId,
    store::admin::{AdminRow, people},
    web::{error::WebError, state::State},
};

/// The addresses.
pub fn routes(scope: Scope) -> Scope {
    scope
        .route("/people", get().to(list::list))
        .route("/people/invite", post().to(invite::invite))
        .route("/people/policy", post().to(policy::save))
        .route("/people/invitations/{id}/withdraw", post().to(invite::withdraw))
        .service(resource("/people/{id}").route(get().to(show::show)).route(post().to(show::save)))
        .service(
            resource("/people/{id}/remove").route(get().to(remove::ask)).route(post().to(remove::remove)),
        )
        .route("/people/{id}/end-sessions", post().to(show::end_session))
        .route("/people/{id}/two-step", post().to(show::reset_two_step))
}

/// Somebody of an address.
async fn find(state: &State, id: &str) -> Result<AdminRow, WebError> {
    let id = AdminId::from_stored(id.to_owned());
    people::find(&state.services.db, &id).await?.ok_or_else(not_found)
}

/// A role in words.
const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Owner => "Owner",
        Role::Editor => "Editor",
        Role::Viewer => "Viewer",
    }
}

/// A role to choose, with what it is good for.
struct RoleChoice {
    value: &'static str,
    name: &'static str,
    hint: &'static str,
    is_chosen: bool,
}

fn choices(chosen: Role) -> Vec<RoleChoice> {
    let choice = |role: Role| RoleChoice {
        value: role.as_str(),
        name: role_name(role),
        hint: match role {
            Role::Owner => "everything, people and environments too",
            Role::Editor => "changes integrations, connections, keys, looks and settings",
            Role::Viewer => "looks at everything but people, and changes nothing",
        },
        is_chosen: role == chosen,
    };
    Role::ALL.into_iter().map(choice).collect()
}
