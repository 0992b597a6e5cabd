//! `/connections` (wire-protocol.md §5).

mod delete;
mod list;
mod one;
pub mod view;

pub use delete::delete;
pub use list::list;
pub use one::one;
