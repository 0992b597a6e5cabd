//! `/connections` (wire-protocol.md §5).

mod list;
mod one;
pub mod view;

pub use list::list;
pub use one::{delete, one};
