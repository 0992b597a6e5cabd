//! Connections that nobody may use before their owner's backend has exchanged a one-time code (security.md C5).
//!
//! The code's fingerprint stays after the exchange, so that a second one is told from a code that never was.

use super::{ConnectionRow, read};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId},
    secret::Fingerprint,
    store::{
        Db, StoreError, Tx,
        query::query,
        row::{Reader, Row},
        statements,
    },
};

statements! {
    SET_CODE = "UPDATE connection SET exchange_code = $1, exchange_code_until = $2 \
        WHERE environment_id = $3 AND connection_id = $4 AND exchange_until > $5 AND deleted_at IS NULL";
    CODE_ENDS = "SELECT exchange_code_until FROM connection WHERE id = $1";
    FIND_BY_CODE = select!("c.environment_id = $1 AND c.exchange_code = $2 AND c.deleted_at IS NULL AND i.deleted_at IS NULL");
    EXCHANGE = "UPDATE connection SET exchange_until = NULL, exchange_code_until = NULL, updated_at = $1, version = version + 1 \
        WHERE id = $2 AND exchange_code = $3 AND exchange_code_until > $1 AND exchange_until > $1 AND deleted_at IS NULL";
    FIND_ABANDONED = select!("c.exchange_until < $1 AND c.deleted_at IS NULL ORDER BY c.exchange_until LIMIT 50");
    DROP = "UPDATE connection SET deleted_at = $1, updated_at = $1, version = version + 1, credentials = $3, \
        connection_config = $3, metadata = NULL WHERE id = $2 AND exchange_until IS NOT NULL AND deleted_at IS NULL";
}

/// Stores a new code in place of the one before, which ends with it; false when the connection waits for none.
pub async fn set_code(
    tx: &mut Tx,
    environment: &EnvironmentId,
    connection_id: &str,
    code: &Fingerprint,
    until: Timestamp,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let done = query(SET_CODE)
        .bind(code.as_bytes())
        .bind(until.0)
        .bind(environment.as_str())
        .bind(connection_id)
        .bind(now.0)
        .execute(tx)
        .await?;
    Ok(done == 1)
}

/// The connection of a code, exchanged or not.
pub async fn find_by_code(
    db: &Db,
    environment: &EnvironmentId,
    code: &Fingerprint,
) -> Result<Option<ConnectionRow>, StoreError> {
    query(FIND_BY_CODE).bind(environment.as_str()).bind(code.as_bytes()).fetch_optional(db, read).await
}

/// When a connection's code ends, where it has one that was not used.
pub async fn code_ends(db: &Db, id: &ConnectionRowId) -> Result<Option<Timestamp>, StoreError> {
    let read = |row: &Row<'_>| Reader::new("connection", row).optional_moment("exchange_code_until");
    Ok(query(CODE_ENDS).bind(id.as_str()).fetch_optional(db, read).await?.flatten())
}

/// Ends the wait of a connection; false when this code is not, or no longer, the one that does.
pub async fn exchange(
    tx: &mut Tx,
    id: &ConnectionRowId,
    code: &Fingerprint,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let done = query(EXCHANGE).bind(now.0).bind(id.as_str()).bind(code.as_bytes()).execute(tx).await?;
    Ok(done == 1)
}

/// Connections whose wait was over before then, the oldest first.
pub async fn find_abandoned(db: &Db, before: Timestamp) -> Result<Vec<ConnectionRow>, StoreError> {
    query(FIND_ABANDONED).bind(before.0).fetch_all(db, read).await
}

/// Deletes a connection that still waits and wipes its secrets; false when it waits no longer.
pub async fn drop_waiting(tx: &mut Tx, id: &ConnectionRowId, at: Timestamp) -> Result<bool, StoreError> {
    let done = query(DROP).bind(at.0).bind(id.as_str()).bind(super::NOTHING).execute(tx).await?;
    Ok(done == 1)
}
