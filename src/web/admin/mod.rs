//! Admin pages: sign-in, and one file a resource. Every unsafe request passes `door`.

mod client;
mod connect_ui;
mod door;
mod home;
mod page;
mod proof;
pub mod session;
mod set_up;
mod sign_in;

use actix_web::{
    middleware::from_fn,
    web::{ServiceConfig, get, post, resource, scope},
};

/// The addresses of admin.
pub fn configure(config: &mut ServiceConfig) {
    let pages = scope("/admin")
        .wrap(from_fn(door::door))
        .route("", get().to(home::home))
        .route("/", get().to(home::home))
        .service(resource("/setup/{token}").route(get().to(set_up::show)).route(post().to(set_up::submit)))
        .service(resource("/sign-in").route(get().to(sign_in::show)).route(post().to(sign_in::submit)))
        .route("/sign-out", post().to(sign_in::sign_out))
        .service(
            resource("/environment/connect-ui")
                .route(get().to(connect_ui::show))
                .route(post().to(connect_ui::save)),
        )
        .route("/environment/connect-ui/proof", get().to(proof::proof));
    config.service(pages);
}
