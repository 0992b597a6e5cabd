//! `/integrations` (wire-protocol.md §3.1 to §3.7).

mod change;
mod create;
mod quickstart;
mod read;
mod settings;
mod view;

pub use change::{delete, patch};
pub use create::create;
pub use quickstart::quickstart;
pub use read::{list, one};
