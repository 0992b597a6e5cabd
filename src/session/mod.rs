//! Connect sessions, the capabilities of their pages, and the attempts made in them.
//!
//! Owns who may connect what and for how long. Must not know HTTP.

mod capability;
mod create;
mod defaults;
mod exchange_code;
pub mod flow;
mod token;
pub mod verify;

pub use capability::{
    Capability, EXTENSIONS, ExtendOutcome, OpenPage, PAGE_MINUTES, TabCookie, close, extend, open_page,
};
pub use create::{CreatedSession, NewSession, SESSION_MINUTES, create};
pub use defaults::{Defaults, IntegrationDefaults, open_defaults};
pub use exchange_code::ExchangeCode;
pub use token::{SessionToken, TokenFormatProblem};
