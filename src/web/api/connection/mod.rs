//! `/connections` (wire-protocol.md §5).

mod delete;
mod import;
mod legacy;
mod list;
mod one;
pub mod view;

pub use delete::delete;
pub use import::import;
pub use legacy::import as import_flat;
pub use list::list;
pub use one::one;
