//! What is right and wrong with an installation: what `doctor` says on the terminal and admin's security page shows.
//!
//! Owns the judgements and their words. Must not know pages, commands, or who asks.

mod finding;
mod key_use;
pub mod keys;
pub mod origins;
pub mod posture;

pub use finding::{Finding, Verdict, exit_status, json, text};
pub use key_use::{KeyUse, key_use};
