//! The JSON surface: the public protocol of wire-protocol.md.
//!
//! Owns routing, reading and answering. Must not know how anything is stored, sealed or tried.

mod auth;
mod check_failure;
mod connect;
mod connect_session;
mod connection;
mod content_type;
mod error;
mod host_rule;
pub mod input;
mod integration;
mod provider;
mod request;
mod session;
mod signed;
mod telemetry;
mod two_step;
mod ui_settings;
mod webhook;

use actix_web::{
    HttpResponse, Resource,
    web::{ServiceConfig, delete, get, patch, post, put, resource, route},
};

pub use auth::ApiCaller;
pub use content_type::only_json;
pub use error::{ApiError, Detail};

/// The addresses of the protocol.
pub fn configure(config: &mut ServiceConfig) {
    config
        .app_data(request::payload_config())
        .service(at("/connect/sessions").route(post().to(connect_session::create)))
        .service(at("/connect/session").route(get().to(session::show)).route(delete().to(session::end)))
        .service(at("/connect/telemetry").route(post().to(telemetry::report)))
        .service(at("/integrations").route(get().to(integration::list)).route(post().to(integration::create)))
        .service(
            at("/integrations/{key}")
                .route(get().to(integration::one))
                .route(patch().to(integration::patch))
                .route(delete().to(integration::delete)),
        )
        .service(at("/providers").route(get().to(provider::list)))
        .service(at("/providers/{provider}").route(get().to(provider::one)))
        .service(at("/api-auth/api-key/{key}").route(post().to(connect::api_key)))
        .service(at("/api-auth/basic/{key}").route(post().to(connect::basic)))
        .service(at("/oauth2/auth/{key}").route(post().to(connect::client_credentials)))
        .service(at("/auth/two-step/{key}").route(post().to(two_step::connect)))
        .service(at("/auth/oauth-outbound/{key}").route(post().to(connect::outbound)))
        .configure(signed::configure)
        .service(at("/webhook/{environment}/{key}").route(post().to(webhook::receive)))
        .service(at("/auth/unauthenticated/{key}").route(post().to(connect::unauthenticated)))
        .service(at("/connections").route(get().to(connection::list)))
        .service(
            at("/connections/{id}").route(get().to(connection::one)).route(delete().to(connection::delete)),
        )
        .service(
            at("/api/v1/connect-ui-settings")
                .route(get().to(ui_settings::show))
                .route(put().to(ui_settings::replace)),
        );
}

/// A known address; other methods than its own are told so.
fn at(path: &str) -> Resource {
    resource(path).default_service(route().to(HttpResponse::MethodNotAllowed))
}
