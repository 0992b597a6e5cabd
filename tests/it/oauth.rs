//! Flows that leave for another site and come back, by every door, and what is done with the tokens they bring.

mod attacks;
mod client_credentials;
mod client_metadata;
pub mod database;
mod ending;
mod exchange;
mod faults;
pub mod flow;
mod installations;
mod lookups;
mod mcp;
mod processes;
mod refresh;
pub mod service;
mod statements;
mod two_step;
mod webhooks;
