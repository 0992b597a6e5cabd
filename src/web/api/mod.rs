//! The JSON surface: the public protocol of wire-protocol.md.
//!
//! Owns routing, reading and answering. Must not know how anything is stored, sealed or tried.

mod account;
mod auth;
mod check_failure;
mod connect;
mod connect_link;
mod connect_session;
mod connection;
mod content_type;
mod end_user;
mod environment_variables;
mod error;
mod exchange;
mod host_rule;
pub mod input;
mod integration;
mod provider;
mod query_start;
mod reconnect_session;
mod request;
mod session;
mod settings_caller;
mod signed;
mod telemetry;
mod theme;
mod two_step;
mod ui_settings;
pub mod unbuilt;
mod verify;
mod webhook;
mod webhook_delivery;
mod webhook_settings;
mod wording;

use actix_web::{
    HttpResponse, Resource,
    web::{ServiceConfig, delete, get, patch, post, put, resource, route},
};

pub use auth::ApiCaller;
pub use content_type::{is_gated, only_json};
pub use error::{ApiError, Detail};

/// The addresses of the protocol.
pub fn configure(config: &mut ServiceConfig) {
    config
        .app_data(request::payload_config())
        .service(at("/connect/sessions").route(post().to(connect_session::create)))
        .service(at("/connect/sessions/reconnect").route(post().to(reconnect_session::create)))
        .service(at("/connect/session").route(get().to(session::show)).route(delete().to(session::end)))
        .service(at("/connect/exchange").route(post().to(exchange::exchange)))
        .service(at("/connect/verify").route(post().to(verify::verify)))
        .service(at("/connect/telemetry").route(post().to(telemetry::report)))
        .service(at("/integrations").route(get().to(integration::list)).route(post().to(integration::create)))
        // An integration may be called so: only this method is taken from it.
        .route("/integrations/quickstart", post().to(integration::quickstart))
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
        .configure(unbuilt::configure)
        .service(at("/webhook/{environment}/{key}").route(post().to(webhook::receive)))
        .service(at("/auth/unauthenticated/{key}").route(post().to(connect::unauthenticated)))
        .service(
            at("/api/v1/environments/webhook")
                .route(get().to(webhook_settings::show))
                .route(patch().to(webhook_settings::change)),
        )
        .service(at("/environment/webhook-signing-key/rotate").route(post().to(webhook_settings::rotate_key)))
        .service(at("/environments").route(post().to(account::create_environment)))
        .service(at("/environments/{id}").route(delete().to(account::delete_environment)))
        .service(
            at("/environment/api-keys")
                .route(post().to(account::create_key))
                .route(delete().to(account::delete_key)),
        )
        .service(at("/environment-variables").route(get().to(environment_variables::list)))
        .service(at("/end-users/{id}").route(delete().to(end_user::delete)))
        .service(at("/webhook-deliveries").route(get().to(webhook_delivery::list)))
        .service(at("/webhook-deliveries/{id}").route(get().to(webhook_delivery::one)))
        .service(at("/webhook-deliveries/{id}/replay").route(post().to(webhook_delivery::replay)))
        .configure(configure_themes)
        .service(
            at("/connect-links").route(get().to(connect_link::list)).route(post().to(connect_link::create)),
        )
        .service(at("/connect-links/{id}").route(delete().to(connect_link::revoke)))
        .service(at("/api/v1/wording").route(get().to(wording::show)).route(put().to(wording::replace)))
        .service(
            at("/api/v1/connect-ui-settings")
                .route(get().to(ui_settings::show))
                .route(put().to(ui_settings::replace)),
        );
}

/// An environment's themes, and that of the instance below them.
fn configure_themes(config: &mut ServiceConfig) {
    config
        .service(at("/api/v1/themes").route(get().to(theme::names)))
        .service(at("/api/v1/theme").route(get().to(theme::show)).route(delete().to(theme::delete)))
        .service(at("/api/v1/instance/theme").route(get().to(theme::show)))
        .service(
            resource(["/api/v1/theme/draft", "/api/v1/instance/theme/draft"])
                .route(put().to(theme::replace))
                .route(delete().to(theme::discard))
                .default_service(route().to(HttpResponse::MethodNotAllowed)),
        )
        .service(
            resource(["/api/v1/theme/publish", "/api/v1/instance/theme/publish"])
                .route(post().to(theme::publish))
                .default_service(route().to(HttpResponse::MethodNotAllowed)),
        )
        .service(
            resource(["/api/v1/theme/history", "/api/v1/instance/theme/history"])
                .route(get().to(theme::history))
                .default_service(route().to(HttpResponse::MethodNotAllowed)),
        )
        .service(
            resource(["/api/v1/theme/rollback", "/api/v1/instance/theme/rollback"])
                .route(post().to(theme::roll_back))
                .default_service(route().to(HttpResponse::MethodNotAllowed)),
        )
        .service(
            resource(["/api/v1/theme/files", "/api/v1/instance/theme/files"])
                .route(post().to(theme::upload))
                .default_service(route().to(HttpResponse::MethodNotAllowed)),
        );
}

/// The addresses that backends call most.
pub fn configure_connections(config: &mut ServiceConfig) {
    config
        .service(at("/connections").route(get().to(connection::list)).route(post().to(connection::import)))
        .service(
            at("/connection").route(get().to(connection::list)).route(post().to(connection::import_flat)),
        )
        .service(
            at("/connection/{id}/metadata")
                .route(post().to(connection::replace_legacy_metadata))
                .route(patch().to(connection::merge_legacy_metadata)),
        )
        .service(
            at("/connection/{id}").route(get().to(connection::one)).route(delete().to(connection::delete)),
        )
        // A connection may be called so: only these methods are taken from it.
        .route("/connections/metadata", post().to(connection::replace_metadata))
        .route("/connections/metadata", patch().to(connection::merge_metadata))
        .service(
            at("/connections/{id}")
                .route(get().to(connection::one))
                .route(patch().to(connection::change))
                .route(delete().to(connection::delete)),
        );
}

/// A known address; other methods than its own are told so.
fn at(path: &str) -> Resource {
    resource(path).default_service(route().to(HttpResponse::MethodNotAllowed))
}
