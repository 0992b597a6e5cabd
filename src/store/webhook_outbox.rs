//! The outbox: webhooks are written in the transaction of what they tell.

use super::{StoreError, Tx, query::query, statements};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId, WebhookId},
};

statements! {
    INSERT = "INSERT INTO webhook_outbox (id, environment_id, connection_row, url_override, body, state, attempts, \
        next_attempt_at, created_at) VALUES ($1, $2, $3, $4, $5, 'waiting', 0, $6, $6)";
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
