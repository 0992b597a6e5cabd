//! Flows that leave for another site and come back, by every door, and what is done with the tokens they bring.

mod attacks;
mod client_credentials;
mod client_metadata;
mod database;
mod ending;
mod exchange;
mod faults;
mod flow;
mod installations;
mod mcp;
mod processes;
mod refresh;
mod service;
mod statements;
mod webhooks;
