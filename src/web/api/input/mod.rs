//! JSON bodies and query strings into typed values, with the issue list of wire-protocol.md Appendix A.
//!
//! Owns what a request may look like and how a bad one is described. Must not know actix, the database, or
//! whether what a request names exists: that is the handlers' part.
//!
//! [`json`] and [`query`] turn bytes into a tree; [`object`] and [`field`] read the tree strictly and collect
//! every issue; the other files each hold one typed input built on them.

pub mod account;
pub mod auth_query;
pub mod connect_link;
pub mod connect_session;
pub mod connect_ui;
pub mod connection_change;
pub mod connections;
pub mod credentials;
pub mod end_user;
pub mod exchange;
pub mod field;
pub mod import_connection;
pub mod include;
pub mod integration;
pub mod integration_credentials;
pub mod issue;
pub mod json;
pub mod key;
pub mod link;
pub mod object;
pub mod providers;
pub mod query;
mod query_key;
mod query_tree;
pub mod reconnect;
pub mod session_settings;
pub mod signed;
pub mod tags;
pub mod telemetry;
pub mod text;
pub mod theme;
pub mod two_step;
pub mod ui_settings;
pub mod verify;
pub mod webhook_deliveries;
pub mod webhook_settings;
pub mod wording;

#[cfg(test)]
mod tests;
