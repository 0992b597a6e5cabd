//! The outbox: webhooks are written in the transaction of what they tell, and spread over their addresses later.

use super::{
    Db, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId, WebhookId},
};

statements! {
    INSERT = "INSERT INTO webhook_outbox (id, environment_id, connection_row, url_override, body, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    NEW = "SELECT id, environment_id, connection_row, url_override, body FROM webhook_outbox \
        WHERE spread_at IS NULL ORDER BY number LIMIT $1";
    SPREAD = "UPDATE webhook_outbox SET spread_at = $1 WHERE id = $2 AND spread_at IS NULL";
    DROP_OLD = "DELETE FROM webhook_outbox WHERE created_at < $1 AND spread_at IS NOT NULL AND NOT EXISTS \
        (SELECT 1 FROM webhook_delivery d WHERE d.webhook_id = webhook_outbox.id AND d.state = 'waiting')";
}

/// A webhook that waits for its delivery.
#[derive(Debug)]
pub struct NewWebhook {
    /// Its id.
    pub id: WebhookId,
    /// The environment.
    pub environment_id: EnvironmentId,
    /// The connection it tells of.
    pub connection_row: Option<ConnectionRowId>,
    /// The only address that gets it, instead of the environment's.
    pub url_override: Option<String>,
    /// The exact body (wire-protocol.md §6.3).
    pub body: String,
    /// Now.
    pub at: Timestamp,
}

/// A webhook that no address has been given yet.
#[derive(Debug)]
pub struct UnspreadWebhook {
    /// Its id.
    pub id: WebhookId,
    /// The environment.
    pub environment_id: EnvironmentId,
    /// The connection it tells of.
    pub connection_row: Option<ConnectionRowId>,
    /// The only address that gets it, instead of the environment's.
    pub url_override: Option<String>,
    /// The exact body.
    pub body: String,
}

/// Adds a webhook.
pub async fn insert(tx: &mut Tx, new: &NewWebhook) -> Result<(), StoreError> {
    query(INSERT)
        .bind(new.id.as_str())
        .bind(new.environment_id.as_str())
        .bind(new.connection_row.as_ref().map(ConnectionRowId::as_str))
        .bind(&new.url_override)
        .bind(&new.body)
        .bind(new.at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// The oldest that were not spread yet.
pub async fn unspread(db: &Db, limit: i64) -> Result<Vec<UnspreadWebhook>, StoreError> {
    query(NEW).bind(limit).fetch_all(db, read).await
}

/// Marks one as spread; false when another process was first.
pub async fn mark_spread(tx: &mut Tx, id: &WebhookId, at: Timestamp) -> Result<bool, StoreError> {
    Ok(query(SPREAD).bind(at.0).bind(id.as_str()).execute(tx).await? == 1)
}

/// Forgets what was written before a moment, with its deliveries, unless one of them is still waited for.
pub(super) async fn purge(tx: &mut Tx, before: Timestamp) -> Result<(), StoreError> {
    query(DROP_OLD).bind(before.0).execute(tx).await?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<UnspreadWebhook, StoreError> {
    let row = Reader::new("webhook_outbox", row);
    Ok(UnspreadWebhook {
        id: WebhookId::from_stored(row.text("id")?),
        environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
        connection_row: row.optional_text("connection_row")?.map(ConnectionRowId::from_stored),
        url_override: row.optional_text("url_override")?,
        body: row.text("body")?,
    })
}
