//! The JSON surface: the public protocol of wire-protocol.md.
//!
//! Owns routing, reading and answering. Must not know how anything is stored, sealed or tried.

mod auth;
mod connect_session;
mod error;
mod host_rule;
pub mod input;
mod integration;
mod request;

use actix_web::web::{ServiceConfig, delete, get, patch, post, resource, route};

pub use error::{ApiError, Detail};

/// The addresses of the protocol.
pub fn configure(config: &mut ServiceConfig) {
    config
        .app_data(request::payload_config())
        .service(
            resource("/connect/sessions")
                .route(post().to(connect_session::create))
                .default_service(route().to(wrong_method)),
        )
        .service(
            resource("/integrations")
                .route(get().to(integration::list))
                .route(post().to(integration::create))
                .default_service(route().to(wrong_method)),
        )
        .service(
            resource("/integrations/{key}")
                .route(get().to(integration::one))
                .route(patch().to(integration::patch))
                .route(delete().to(integration::delete))
                .default_service(route().to(wrong_method)),
        );
}

async fn wrong_method() -> actix_web::HttpResponse {
    actix_web::HttpResponse::MethodNotAllowed().finish()
}
