//! The JSON protocol over HTTP.
#![expect(clippy::unwrap_used, reason = "a test that stops has said enough")]

mod account;
mod connect;
mod connect_links;
mod cors;
mod end_users;
mod erasure;
mod import;
mod integrations;
mod limits;
mod openapi;
mod refusals;
mod secrets;
mod sessions;
mod settings;
mod tenant_walk;
mod tenants;
