//! The domain verbs of a connection: establish, read, delete. Knows no HTTP.

mod establish;
mod open;

pub use establish::{Attempt, Established, establish, record_refusal};
pub use open::{OpenedConnection, open};
