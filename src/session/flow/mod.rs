//! Who starts a flow is who finishes it (security.md C): the marks by which a person who comes back is recognised.
//!
//! Owns the `state` parameter, the flow's cookie, the start ticket and how long each lives. Must not know HTTP.

mod address;
mod context;
mod cookie;
mod lifetime;
mod state_parameter;
mod ticket;

pub use address::ServiceAddress;
pub use context::FlowContext;
pub use cookie::FlowCookie;
pub use lifetime::way_back_closes;
pub use state_parameter::StateParameter;
pub use ticket::{Ticket, TicketProblem};
