//! Links for people: new, list, revoke. A link is shown on one page, once.

mod address;
pub mod create;
pub mod list;
mod qr;
pub mod revoke;

pub use qr::Drawing;
