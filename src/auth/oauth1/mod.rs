//! `OAUTH1`: OAuth 1.0a (RFC 5849, provider-format.md §2.8).

mod call;
mod flow;
mod header;
mod pending;
mod signature;

pub use header::{OAuth1Signer, Occasion};
pub use pending::PendingOAuth1;
pub use signature::SignatureMethod;

pub(super) use call::{SignedCall, authorization};
pub(super) use flow::{arrive, depart};
