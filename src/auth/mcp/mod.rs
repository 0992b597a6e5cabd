//! OAuth 2 of MCP servers: registration with servers whose addresses a definition knows, and the whole way for servers
//! that the end user names (provider-format.md §2.6, §8.4).
//!
//! What such a server says of itself is not trusted: every address it names goes through the same guard as the typed one,
//! and an answer must say that it comes from the server that was asked.

mod client_registration;
mod discovery;
mod flow;
mod pending;
mod registration;
mod server;

pub use client_registration::ClientRegistration;
pub use discovery::DiscoveryProblem;
pub use pending::PendingMcp;
pub use registration::{client_metadata_document, register_client};
pub use server::McpServer;

pub(super) use flow::{arrive, depart, refresh, revocation};
