//! Logs: each attempt to connect as a time line, and how far people come.

mod funnel;
pub mod list;
pub mod show;
mod words;

pub use words::{Verdict, verdict};

/// The page's address.
const PATH: &str = "/admin/logs";
