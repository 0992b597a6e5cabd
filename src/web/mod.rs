//! Everything that speaks HTTP. The only users of `actix_web` are here, in `app.rs` and in the demo.

pub mod admin;
pub mod api;
pub mod asset;
pub mod connect;
pub mod tr;
