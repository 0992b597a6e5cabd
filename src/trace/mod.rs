//! What happens in each attempt to connect, from the first page to the connection: noted where it happens, kept in
//! memory, written in the background (ADR 17), shown in admin under Logs.
//!
//! A step names what happened and a stable code (`code`), never a value that somebody typed. Must not know pages,
//! services or credentials: who notes a step has cleaned what it says.

mod buffer;
mod code;
mod step;
mod write;

pub use buffer::{FunnelCount, Subject, Traces};
pub use code::{Code, Party};
pub use step::{Stage, Step};
pub use write::store;
