//! The log of deliveries, and sending one of them again.

use super::DeliveryState;
use crate::{
    clock::Timestamp,
    id::{DeliveryId, EnvironmentId, WebhookId},
    store::{
        Db, StoreError, Tx,
        query::query,
        row::{Reader, Row},
        statements,
    },
};

statements! {
    // A condition that is not asked for is met by everything.
    LIST = "SELECT d.number, d.id, d.webhook_id, d.url, d.state, d.attempts, d.next_attempt_at, d.last_status, \
        d.last_error, d.created_at, d.finished_at, w.body, c.connection_id FROM webhook_delivery d \
        JOIN webhook_outbox w ON w.id = d.webhook_id LEFT JOIN connection c ON c.id = d.connection_row \
        WHERE d.environment_id = $1 AND (CAST($2 AS TEXT) IS NULL OR d.state = $2) \
        AND (CAST($3 AS TEXT) IS NULL OR c.connection_id = $3) \
        AND (CAST($4 AS BIGINT) IS NULL OR d.number < $4) ORDER BY d.number DESC LIMIT $5";
    FIND = "SELECT d.number, d.id, d.webhook_id, d.url, d.state, d.attempts, d.next_attempt_at, d.last_status, \
        d.last_error, d.created_at, d.finished_at, w.body, c.connection_id FROM webhook_delivery d \
        JOIN webhook_outbox w ON w.id = d.webhook_id LEFT JOIN connection c ON c.id = d.connection_row \
        WHERE d.environment_id = $1 AND d.id = $2";
    REPLAY = "UPDATE webhook_delivery SET state = 'waiting', attempts = 0, next_attempt_at = $1, finished_at = NULL \
        WHERE environment_id = $2 AND id = $3 AND state <> 'waiting'";
    HURRY = "UPDATE webhook_delivery SET next_attempt_at = $1 WHERE environment_id = $2 AND id = $3 \
        AND state = 'waiting' AND lease_until IS NULL";
}

/// Which deliveries are listed.
#[derive(Debug, Default)]
pub struct DeliveryFilter {
    /// Only those that have come so far.
    pub state: Option<DeliveryState>,
    /// Only those that tell of this connection (the protocol's id).
    pub connection_id: Option<String>,
    /// Only those older than this number, for the next page.
    pub before: Option<i64>,
    /// How many at most.
    pub limit: i64,
}

/// A delivery as the log shows it.
#[derive(Clone, Debug)]
pub struct DeliveryRow {
    /// Counts all deliveries, for paging.
    pub number: i64,
    /// Its id.
    pub id: DeliveryId,
    /// What is delivered.
    pub webhook_id: WebhookId,
    /// To where.
    pub url: String,
    /// How far it has come.
    pub state: DeliveryState,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried again, where it waits.
    pub next_attempt_at: Timestamp,
    /// What the address answered last.
    pub last_status: Option<i64>,
    /// Why there was no success.
    pub last_error: Option<String>,
    /// When it happened.
    pub created_at: Timestamp,
    /// When it arrived, or was given up.
    pub finished_at: Option<Timestamp>,
    /// The exact body.
    pub body: String,
    /// The connection it tells of.
    pub connection_id: Option<String>,
}

/// The newest first.
pub async fn list(
    db: &Db,
    environment: &EnvironmentId,
    filter: &DeliveryFilter,
) -> Result<Vec<DeliveryRow>, StoreError> {
    query(LIST)
        .bind(environment.as_str())
        .bind(filter.state.map(DeliveryState::as_str))
        .bind(filter.connection_id.as_deref())
        .bind(filter.before)
        .bind(filter.limit)
        .fetch_all(db, read)
        .await
}

/// One delivery.
pub async fn find(
    db: &Db,
    environment: &EnvironmentId,
    id: &DeliveryId,
) -> Result<Option<DeliveryRow>, StoreError> {
    query(FIND).bind(environment.as_str()).bind(id.as_str()).fetch_optional(db, read).await
}

/// Sends one again, or at once where it waits; false where there is none, or it is on its way just now.
pub async fn replay(
    tx: &mut Tx,
    environment: &EnvironmentId,
    id: &DeliveryId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    for statement in [REPLAY, HURRY] {
        let done = query(statement).bind(now.0).bind(environment.as_str()).bind(id.as_str()).execute(tx);
        if done.await? == 1 {
            return Ok(true);
        }
    }
    Ok(false)
}

fn read(row: &Row<'_>) -> Result<DeliveryRow, StoreError> {
    let row = Reader::new("webhook_delivery", row);
    Ok(DeliveryRow {
        number: row.number("number")?,
        id: DeliveryId::from_stored(row.text("id")?),
        webhook_id: WebhookId::from_stored(row.text("webhook_id")?),
        url: row.text("url")?,
        state: DeliveryState::parse(&row.text("state")?).unwrap_or(DeliveryState::GivenUp),
        attempts: row.number("attempts")?,
        next_attempt_at: row.moment("next_attempt_at")?,
        last_status: row.optional_number("last_status")?,
        last_error: row.optional_text("last_error")?,
        created_at: row.moment("created_at")?,
        finished_at: row.optional_moment("finished_at")?,
        body: row.text("body")?,
        connection_id: row.optional_text("connection_id")?,
    })
}
