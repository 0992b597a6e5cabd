//! `/admin/audit`: who did what, searched, leafed through and taken away.

mod export;
mod filter;
mod list;
mod write;

pub use export::export;
pub use list::list;
