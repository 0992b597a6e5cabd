//! The JSON surface: the public protocol of wire-protocol.md.

mod error;
pub mod input;

use actix_web::web::ServiceConfig;

pub use error::{ApiError, Detail};

/// The addresses of the protocol.
pub fn configure(_config: &mut ServiceConfig) {}
