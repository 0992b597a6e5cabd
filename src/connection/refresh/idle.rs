//! Connections that nobody reads are refreshed once a day, so that their refresh tokens do not end unnoticed (§9.1).

use std::sync::Arc;

use futures_util::future::join_all;

use super::{FreshConnection, RefreshError, RefreshWish, fresh};
use crate::{
    clock::Timestamp,
    services::Services,
    store::{
        StoreError,
        connection::{
            self, ConnectionRow,
            refresh::{IdleConnection, IdleFilter},
        },
    },
};

/// How many are looked up at once.
const BATCH: i64 = 100;
/// How many are refreshed at once.
const AT_ONCE: usize = 8;
const DAY_MINUTES: i64 = 24 * 60;
/// Margin and the time to the next round; those that are not due after all are left alone.
const ENDS_WITHIN_MINUTES: i64 = 30;

/// Goes through all that are due; answers how many were looked at.
pub async fn refresh_idle(services: &Arc<Services>, public_origin: &str) -> Result<usize, StoreError> {
    let now = services.clock.now();
    let mut filter = IdleFilter {
        now,
        ends_before: now.plus_minutes(ENDS_WITHIN_MINUTES),
        untouched_since: now.plus_minutes(-DAY_MINUTES),
        after: None,
        limit: BATCH,
    };
    let mut seen = 0;
    loop {
        let batch = connection::refresh::idle(&services.db, &filter).await?;
        for few in batch.chunks(AT_ONCE) {
            join_all(few.iter().map(|idle| one(services, public_origin, idle))).await;
        }
        seen += batch.len();
        let is_full = i64::try_from(batch.len()) == Ok(BATCH);
        filter.after = batch.into_iter().last();
        if !is_full {
            return Ok(seen);
        }
    }
}

/// What fails is noted on the connection; what cannot even be read, in the log.
async fn one(services: &Arc<Services>, public_origin: &str, idle: &IdleConnection) {
    let row = connection::find_by_row(&services.db, &idle.environment_id, &idle.id).await;
    let outcome = match row {
        Ok(Some(row)) => look_at(services, public_origin, idle, row).await,
        Ok(None) => Ok(()),
        Err(error) => Err(error.into()),
    };
    match outcome {
        Ok(()) | Err(RefreshError::Refused { .. } | RefreshError::Gone) => {}
        Err(error) => {
            tracing::error!(connection = idle.id.as_str(), %error, "an idle connection cannot be refreshed");
        }
    }
}

async fn look_at(
    services: &Arc<Services>,
    public_origin: &str,
    idle: &IdleConnection,
    row: ConnectionRow,
) -> Result<(), RefreshError> {
    let before = row.version;
    let connection = fresh(services, public_origin, row, RefreshWish::default()).await?;
    Ok(note_ended(services, idle, before, &connection).await?)
}

/// What has ended and was left as it is cannot be renewed: the next round does not look at it.
async fn note_ended(
    services: &Services,
    idle: &IdleConnection,
    before: i64,
    connection: &FreshConnection,
) -> Result<(), StoreError> {
    let now = services.clock.now();
    let has_ended = idle.ends_at > Timestamp(0) && idle.ends_at <= now;
    if !has_ended || connection.row.version != before {
        return Ok(());
    }
    let id = idle.id.clone();
    let write = services.db.write(move |tx| {
        Box::pin(async move { connection::refresh::note_unrenewable(tx, &id, before, now).await })
    });
    write.await
}
