//! Flows that leave for another site and come back, by every door, and what is done with the tokens they bring.

mod attacks;
mod client_credentials;
mod client_metadata;
mod database;
mod ending;
mod faults;
mod flow;
mod installations;
mod mcp;
mod processes;
mod refresh;
pub mod service;
mod statements;
mod two_step;
mod webhooks;
