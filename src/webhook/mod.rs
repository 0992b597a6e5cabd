//! Auth webhooks: what is written in the transaction that made the connection. Delivery reads the outbox.

mod event;

pub use event::{AuthEvent, EventEndUser, EventFailure, Operation};
