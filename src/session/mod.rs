//! Connect sessions, the capabilities of their pages, and the attempts made in them.
//!
//! Owns who may connect what and for how long. Must not know HTTP.

mod capability;
mod cookie_value;
mod create;
mod defaults;
mod draft;
mod exchange_code;
pub mod flow;
mod managed;
mod person;
mod share_link;
mod token;
pub mod verify;

pub use capability::{
    Capability, EXTENSIONS, ExtendOutcome, OpenPage, PAGE_MINUTES, close, extend, open_page,
};
pub use cookie_value::{CookieValue, OfFlow, OfTab, TabCookie};
pub use create::{CreatedSession, NewSession, SESSION_MINUTES, create};
pub use defaults::{Defaults, IntegrationDefaults, open_defaults};
pub use draft::{Draft, forget_draft, keep_draft, open_draft};
pub use exchange_code::ExchangeCode;
pub use managed::reconnecting;
pub use person::person_of_tags;
pub use share_link::{ShareLinkError, ShareLinkState, ShareLinkToken, open_share_link};
pub use token::{SessionToken, TokenFormatProblem};
