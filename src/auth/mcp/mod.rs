//! OAuth 2 of MCP servers.

use secrecy::SecretString;
use serde_json::{Value, json};

use super::{
    ServiceContext,
    problem::ExchangeProblem,
    redirect::{Arrival, Departing, Departure, DepartureProblem, ReturnProblem, Returning},
};

/// What is kept of a request to an MCP server.
#[derive(Clone, Debug)]
pub struct PendingMcp {
    /// The PKCE verifier.
    pub code_verifier: SecretString,
}

/// Why a server does not say how to connect to it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DiscoveryProblem {
    /// Nothing is known.
    #[error("the server does not say how to connect to it")]
    NoMetadata,
}

impl PendingMcp {
    pub(super) fn to_wire(&self) -> Value {
        json!({})
    }

    pub(super) fn from_wire(_wire: &Value) -> Option<Self> {
        None
    }
}

pub(super) async fn depart(
    _cx: ServiceContext<'_>,
    _departing: Departing<'_>,
) -> Result<Departure, DepartureProblem> {
    Err(DiscoveryProblem::NoMetadata.into())
}

pub(super) async fn arrive(
    _cx: ServiceContext<'_>,
    _returning: Returning<'_>,
    _pending: &PendingMcp,
) -> Result<Arrival, ReturnProblem> {
    Err(ExchangeProblem::NotOffered.into())
}
