//! The domain verbs of a connection: establish, depart and arrive, read, delete. Knows no HTTP.

mod arrive;
mod attempt;
mod check;
mod depart;
mod establish;
mod flow_context;
mod flow_start;
mod integration_secrets;
mod open;
mod prepare;

pub use check::{CheckGate, check};
pub use arrive::{ArriveError, FlowEnd, arrive};
pub use attempt::{Attempt, AttemptedIntegration};
pub use depart::{DepartError, Departed, Leaving, Start, depart};
pub use establish::{Established, Flow, establish};
pub use flow_context::FlowContext;
pub use flow_start::{first_context, redirect_uri};
pub use integration_secrets::{open_credential, open_custom, open_owner, seal_credential, seal_custom};
pub use prepare::prepare;
pub use open::{OpenedConnection, open};
