//! API keys: list, new, revoke. A key is shown on one page, once.

pub mod create;
pub mod list;
pub mod revoke;
mod scopes;
