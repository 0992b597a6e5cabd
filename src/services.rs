//! What the domain verbs work with. Built once in `app.rs`, passed down by reference.

use std::sync::Arc;

use crate::{
    clock::{Clock, Random},
    connection::{CheckGate, LookupGate, RefreshGate},
    id::EnvironmentId,
    metrics::Metrics,
    outbound::OutboundClient,
    provider::{Catalog, Override, Overrides, Provider, edited},
    secret::Keyring,
    store::{
        Db, StoreError,
        definition::{self, InForce},
    },
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

    /// Reads all overrides that are in force: at the start, after each change, and when one is told of.
    pub async fn reload_definitions(&self) -> Result<(), StoreError> {
        let _turn = self.overrides.turn().await;
        let rows = definition::all(&self.db).await?;
        self.overrides.set(rows.into_iter().map(|row| {
            let known = self.overrides.get(&row.environment, &row.provider);
            let own = known.filter(|own| own.revision == row.revision).unwrap_or_else(|| self.judged(&row));
            (row.environment, row.provider, own)
        }));
        Ok(())
    }

    fn judged(&self, row: &InForce) -> Override {
        let provider = edited(&self.catalog, &row.provider, &row.source).provider;
        if provider.is_none() {
            let (environment, provider) = (row.environment.as_str(), row.provider.as_str());
            tracing::error!(environment, provider, "an environment's own definition cannot be used");
        }
        Override { revision: row.revision, provider }
    }
}
