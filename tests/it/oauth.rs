//! Connecting through OAuth and its kin, by every door.

mod client_credentials;
mod client_metadata;
mod flow;
mod mcp;
mod service;
