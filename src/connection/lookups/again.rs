//! A value that calls depend on and that is still missing is looked up when somebody reads the connection: it could not
//! be had before, or the connection came without it. In one process all who read it wait for one attempt.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::OnceCell;

use super::{LookedUp, ask, note, note::Note};
use crate::{
    auth::lookup,
    connection::{FreshConnection, open},
    id::ConnectionRowId,
    provider::Provider,
    secret::Place,
    services::Services,
    store::{
        StoreError,
        connection::{
            self,
            lookup::{self as store, LookupOutcome},
        },
    },
};

type Attempts = HashMap<ConnectionRowId, Arc<OnceCell<()>>>;

/// The look-ups that are under way in this process.
#[derive(Debug, Default)]
pub struct LookupGate(Mutex<Attempts>);

impl LookupGate {
    async fn once(&self, id: &ConnectionRowId, attempt: impl Future<Output = ()>) {
        let cell = {
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            // Whoever went away in the middle has left its cell behind.
            all.retain(|other, cell| other == id || Arc::strong_count(cell) > 1);
            Arc::clone(all.entry(id.clone()).or_default())
        };
        cell.get_or_init(|| attempt).await;
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.get(id).is_some_and(|known| Arc::ptr_eq(known, &cell)) {
            all.remove(id);
        }
    }
}

/// The same connection with all that calls depend on, where the service says it now. Costs nothing where nothing is
/// missing, or where it was tried a moment ago.
pub(in crate::connection) async fn ensure_looked_up(
    services: &Services,
    fresh: FreshConnection,
) -> FreshConnection {
    let Some(provider) = services.definition(&fresh.row.environment_id, &fresh.row.provider) else {
        return fresh;
    };
    let is_due = lookup::is_due(&provider, &fresh.opened.connection_config);
    if !is_due || note::is_resting(&fresh.row.errors, services.clock.now()) {
        return fresh;
    }
    let attempt = Box::pin(attempt(services, &provider, &fresh));
    services.lookups.once(&fresh.row.id, attempt).await;
    match read_again(services, &fresh).await {
        Some(again) => again,
        None => fresh,
    }
}

async fn attempt(services: &Services, provider: &Provider, fresh: &FreshConnection) {
    let (row, opened) = (&fresh.row, &fresh.opened);
    let LookedUp { connection_config, problem } =
        ask(services, provider, &opened.credential, &opened.connection_config).await;
    let errors = problem.map_or_else(
        || note::cleared(&row.errors),
        |problem| {
            let note = Note::of(services, &problem);
            tracing::warn!(connection = row.connection_id, integration = row.integration_key,
                log_id = note.log_id, %problem, "a look-up failed");
            note.among(&row.errors)
        },
    );
    let place = Place {
        column: "connection.connection_config",
        row: row.id.as_str(),
        environment: row.environment_id.as_str(),
    };
    let outcome = LookupOutcome {
        id: row.id.clone(),
        version: row.version,
        connection_config: services.keyring.seal(&services.random, place, &connection_config.to_bytes()),
        errors,
        at: services.clock.now(),
    };
    let write = services.db.write(move |tx| Box::pin(async move { store::finish(tx, &outcome).await }));
    match write.await {
        Ok(true) => {}
        // Somebody changed the connection meanwhile: whoever reads it next looks again.
        Ok(false) => tracing::info!(connection = row.connection_id, "a look-up came too late"),
        Err(error) => tracing::warn!(connection = row.connection_id, %error, "a look-up could not be stored"),
    }
}

async fn read_again(services: &Services, fresh: &FreshConnection) -> Option<FreshConnection> {
    let (row, db) = (&fresh.row, &services.db);
    let found: Result<_, StoreError> = connection::find_by_row(db, &row.environment_id, &row.id).await;
    let row = found.ok().flatten()?;
    Some(FreshConnection { opened: open(services, &row).ok()?, row })
}
