//! The JSON protocol over HTTP.

mod connect;
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
mod tenants;
