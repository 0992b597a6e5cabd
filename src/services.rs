//! What the domain verbs work with. Built once in `app.rs`, passed down by reference.

use crate::{
    clock::{Clock, Random},
    connection::{CheckGate, LookupGate, RefreshGate},
    metrics::Metrics,
    outbound::OutboundClient,
    provider::Catalog,
    secret::Keyring,
    store::Db,
    trace::Traces,
};

/// The parts that every domain verb may need, and no more.
pub struct Services {
    /// The database.
    pub db: Db,
    /// What opens sealed columns.
    pub keyring: Keyring,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub random: Random,
    /// The provider definitions.
    pub catalog: Catalog,
    /// The way out.
    pub outbound: OutboundClient,
    /// Who checks credentials, and how many at once.
    pub checks: CheckGate,
    /// Which connections are being refreshed.
    pub refreshes: RefreshGate,
    /// Which connections are being looked up.
    pub lookups: LookupGate,
    /// What is counted.
    pub metrics: Metrics,
    /// What happens in each attempt to connect.
    pub traces: Traces,
}
