//! The domain verbs of a connection: establish, read, delete. Knows no HTTP.

mod check;
mod establish;
mod integration_secrets;
mod open;

pub use check::{CheckGate, check};
pub use establish::{Attempt, Established, establish, record_refusal};
pub use integration_secrets::{open_credential, open_custom, seal_credential, seal_custom};
pub use open::{OpenedConnection, open};
