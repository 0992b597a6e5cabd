//! Numbers for Prometheus: counted where things happen, told on a listener of their own. Labels are few and our own:
//! route patterns, outcomes, keys of integrations; never a person, a connection or an address.

mod counted;
mod text;

pub use counted::{HttpRequest, Metrics};
pub use text::{Gauges, text};
