//! What the operator does besides serving, a command a file: bring the schema up, copy the database, rotate
//! keys, take over another installation.
//!
//! Owns what these commands say on the terminal, and the order of their steps. The steps themselves are the other
//! modules' verbs.

mod backup;
pub mod import_nango;
mod migrate;
pub mod rekey;

pub use backup::backup;
pub use import_nango::command as import_nango;
pub use migrate::migrate;
pub use rekey::command as rekey;

/// How a command ends; an error is printed and becomes the exit status.
pub type Outcome = Result<(), Box<dyn std::error::Error>>;
