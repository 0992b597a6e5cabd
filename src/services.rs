//! What the domain verbs work with. Built once in `app.rs`, passed down by reference.

use std::sync::Arc;

use crate::{
    clock::{Clock, Random},
    connection::{CheckGate, LookupGate, RefreshGate},
    id::EnvironmentId,
    metrics::Metrics,
    outbound::OutboundClient,
    provider::{Catalog, Overrides, Provider},
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
    /// The definitions that environments have put in the place of those.
    pub overrides: Overrides,
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

impl Services {
    /// The definition of a provider that holds in an environment: its own, else the catalogue's.
    #[must_use]
    pub fn definition(&self, environment: &EnvironmentId, provider: &str) -> Option<Arc<Provider>> {
        match self.overrides.get(environment, provider) {
            Some(own) => own.provider,
            None => self.catalog.get(provider).cloned(),
        }
    }

    /// Which revision of an environment's own definition holds; 0 where it is the catalogue's.
    #[must_use]
    pub fn definition_revision(&self, environment: &EnvironmentId, provider: &str) -> i64 {
        self.overrides.get(environment, provider).map_or(0, |own| own.revision)
    }
}
