//! Webhooks: where they go, what was sent and what came of it, sending again, a new signing key.

pub mod key;
mod log;
pub mod replay;
pub mod save;
pub mod show;

pub use log::Line;

/// The page's address.
const PATH: &str = "/admin/environment/webhooks";
