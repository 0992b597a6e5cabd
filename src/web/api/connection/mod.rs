//! `/connections` (wire-protocol.md §5).

mod change;
mod delete;
mod import;
mod legacy;
mod list;
mod metadata;
mod one;
pub mod view;

pub use change::change;
pub use delete::delete;
pub use import::import;
pub use legacy::{
    import as import_flat, merge_metadata as merge_legacy_metadata,
    replace_metadata as replace_legacy_metadata,
};
pub use list::list;
pub use metadata::{merge as merge_metadata, replace as replace_metadata};
pub use one::one;
