//! Admin pages: one folder a resource.

use actix_web::web::ServiceConfig;

/// The addresses of admin.
pub fn configure(_config: &mut ServiceConfig) {}
