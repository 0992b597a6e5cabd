//! When a connection's credentials were last read.

use crate::{
    clock::Timestamp,
    services::Services,
    store::connection::{self, ConnectionRow},
};

/// Notes when credentials were last read, at most once a minute, behind the answer.
pub fn note_reading(services: &Services, row: &ConnectionRow) {
    let now = services.clock.now();
    let is_recent = |last: Timestamp| last >= now.plus_minutes(-1);
    if row.last_fetched_at.is_some_and(is_recent) {
        return;
    }
    let (db, id) = (services.db.clone(), row.id.clone());
    tokio::spawn(async move {
        let write = db.write(move |tx| Box::pin(async move { connection::touch(tx, &id, now).await }));
        if let Err(error) = write.await {
            tracing::warn!(%error, "the time of a reading could not be noted");
        }
    });
}
