//! Everything that speaks HTTP. The only users of `actix_web` are here, in `app.rs` and in the demo.

pub mod admin;
pub mod api;
pub mod asset;
pub mod body_deadline;
pub mod code_words;
pub mod connect;
pub mod cors;
mod default_dress;
pub mod drain;
pub mod edge;
mod error;
mod guard;
mod health;
pub mod key_use;
mod last_grants;
pub mod logo;
mod logo_table;
pub mod metrics;
pub mod oauth;
mod openapi;
pub mod policy_report;
mod problem_dress;
mod problem_page;
pub mod proxy;
pub mod rate_limit;
mod replicas;
pub mod routes;
pub mod socket;
pub mod state;
mod static_files;
pub mod tr;

pub use default_dress::default_settings;
pub use error::WebError;
pub use health::INSTALLATION_HEADER;
