//! `TWO_STEP` (provider-format.md §2.5): what was typed logs in, in one request or several, and the login brings a token.
//!
//! Owns the way from typed fields to a token, and its renewal. [`call`] makes the requests by the definition's recipe,
//! [`answer`] reads them, [`assertion`] proves what a password does not. Must not know where tokens are kept.

mod answer;
mod assertion;
mod call;
mod cookies;
mod lifetime;
mod login;
mod recipe;
mod renew;
mod signature;
mod values;
mod xml;

pub use login::log_in;
pub use recipe::owner_fields;
pub(super) use renew::renew;
