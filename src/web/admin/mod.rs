//! Admin pages: sign-in, and one folder a resource. Every unsafe request passes `door`.

mod access;
mod account;
mod api_key;
mod audit;
mod code;
mod confirm;
mod connect_ui;
mod connection;
mod definition;
mod door;
mod environment;
mod home;
mod integration;
mod invitation;
mod log;
mod not_found;
mod origins;
mod own;
mod page;
mod person;
mod place;
mod problem;
mod proof;
mod reauthentication;
mod security;
pub mod session;
mod set_up;
mod share_link;
mod sign_in;
mod theme;
mod webhook;
mod wording;
mod words;

pub use access::{Capability, Need, ROUTES, needed};
pub use place::place;
pub use problem::problem;

use actix_web::{
    Scope,
    middleware::from_fn,
    web::{ServiceConfig, get, post, resource, scope},
};

/// The addresses of admin.
pub fn configure(config: &mut ServiceConfig) {
    let inner = links(integrations(definition::routes(connections(keys(doors(scope("/admin")))))));
    let pages = person::routes(environments(wording::routes(theme::routes(inner))))
        .route("", get().to(home::home))
        .route("/", get().to(home::home))
        .service(
            resource("/environment/connect-ui")
                .route(get().to(connect_ui::show))
                .route(post().to(connect_ui::save)),
        )
        .service(
            resource("/environment/webhooks")
                .route(get().to(webhook::show::show))
                .route(post().to(webhook::save::save)),
        )
        .route("/environment/webhooks/key", post().to(webhook::key::rotate))
        .route("/environment/webhooks/{id}/replay", post().to(webhook::replay::replay))
        .route("/environment/connect-ui/proof", get().to(proof::proof))
        .route("/logs", get().to(log::list::list))
        .route("/logs/{id}", get().to(log::show::show))
        .route("/environment/origins", get().to(origins::origins))
        .route("/security", get().to(security::security))
        .route("/audit", get().to(audit::list))
        .route("/audit/export", get().to(audit::export));
    config.service(pages.wrap(from_fn(door::door)));
}

fn doors(scope: Scope) -> Scope {
    scope
        .service(resource("/setup/{token}").route(get().to(set_up::show)).route(post().to(set_up::submit)))
        .service(resource("/sign-in").route(get().to(sign_in::show)).route(post().to(sign_in::submit)))
        .service(resource("/sign-in/code").route(get().to(code::show)).route(post().to(code::submit)))
        .service(
            resource("/invitation/{token}")
                .route(get().to(invitation::show))
                .route(post().to(invitation::submit)),
        )
        .service(
            resource("/account/two-step")
                .route(get().to(own::two_step::show))
                .route(post().to(own::two_step::confirm)),
        )
        .service(
            resource("/account/two-step/off")
                .route(get().to(own::two_step::ask_off))
                .route(post().to(own::two_step::off)),
        )
        .route("/account/sessions/end", post().to(own::sessions::end))
        .route("/sign-out", post().to(sign_in::sign_out))
        .service(resource("/account").route(get().to(account::show)).route(post().to(account::submit)))
}

fn integrations(scope: Scope) -> Scope {
    use integration::{catalogue, change, create, delete, list, preview, try_it};
    scope
        .route("/catalogue", get().to(catalogue::catalogue))
        .service(
            resource("/catalogue/{provider}").route(get().to(create::show)).route(post().to(create::submit)),
        )
        .route("/integrations", get().to(list::list))
        .service(
            resource("/integrations/{key}").route(get().to(change::show)).route(post().to(change::submit)),
        )
        .route("/integrations/{key}/preview", get().to(preview::preview))
        .route("/integrations/{key}/try", post().to(try_it::try_it))
        .service(
            resource("/integrations/{key}/delete")
                .route(get().to(delete::ask))
                .route(post().to(delete::delete)),
        )
}

fn connections(scope: Scope) -> Scope {
    use connection::{delete, edit, erase, list, reconnect, refresh, reveal, show};
    scope
        .route("/connections", get().to(list::list))
        .route("/connections/{id}", get().to(show::show))
        .service(
            resource("/connections/{id}/delete")
                .route(get().to(delete::ask))
                .route(post().to(delete::delete)),
        )
        .service(
            resource("/connections/{id}/edit").route(get().to(edit::show)).route(post().to(edit::submit)),
        )
        .service(
            resource("/connections/{id}/reveal")
                .route(get().to(reveal::ask))
                .route(post().to(reveal::reveal)),
        )
        .route("/connections/{id}/refresh", post().to(refresh::refresh))
        .route("/connections/{id}/reconnect", post().to(reconnect::reconnect))
        .service(
            resource("/connections/{id}/erase").route(get().to(erase::ask)).route(post().to(erase::perform)),
        )
}

fn links(scope: Scope) -> Scope {
    use share_link::{create, list, revoke};
    scope
        .service(resource("/connect-links").route(get().to(list::list)).route(post().to(create::create)))
        .service(
            resource("/connect-links/{id}/revoke")
                .route(get().to(revoke::ask))
                .route(post().to(revoke::revoke)),
        )
}

fn environments(scope: Scope) -> Scope {
    use environment::{change, delete, list, variables};
    scope
        .service(resource("/environments").route(get().to(list::list)).route(post().to(list::create)))
        .service(
            resource("/environments/{id}").route(get().to(change::show)).route(post().to(change::submit)),
        )
        .service(
            resource("/environments/{id}/delete")
                .route(get().to(delete::ask))
                .route(post().to(delete::delete)),
        )
        .service(
            resource("/environment/variables")
                .route(get().to(variables::show))
                .route(post().to(variables::put)),
        )
        .service(
            resource("/environment/variables/{id}/delete")
                .route(get().to(variables::ask))
                .route(post().to(variables::delete)),
        )
}

fn keys(scope: Scope) -> Scope {
    use api_key::{create, list, revoke};
    scope.service(resource("/api-keys").route(get().to(list::list)).route(post().to(create::create))).service(
        resource("/api-keys/{id}/revoke").route(get().to(revoke::ask)).route(post().to(revoke::revoke)),
    )
}
