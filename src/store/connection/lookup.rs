//! What a look-up found for a connection that stands already.

use crate::{
    clock::Timestamp,
    id::ConnectionRowId,
    secret::Sealed,
    store::{StoreError, Tx, query::query, row::json_text, statements},
};

statements! {
    FINISH = "UPDATE connection SET connection_config = $1, errors = $2, updated_at = $3, version = version + 1 \
        WHERE id = $4 AND version = $5 AND refresh_lease_until IS NULL AND deleted_at IS NULL";
}

/// What a look-up found.
#[derive(Clone, Debug)]
pub struct LookupOutcome {
    /// The connection.
    pub id: ConnectionRowId,
    /// The version that it was read in.
    pub version: i64,
    /// Sealed JSON map.
    pub connection_config: Sealed,
    /// What is wrong with the connection.
    pub errors: serde_json::Value,
    /// Now.
    pub at: Timestamp,
}

/// Stores it; false when somebody changed the connection meanwhile, or is about to.
pub async fn finish(tx: &mut Tx, outcome: &LookupOutcome) -> Result<bool, StoreError> {
    let done = query(FINISH)
        .bind(outcome.connection_config.as_bytes())
        .bind(json_text(&outcome.errors))
        .bind(outcome.at.0)
        .bind(outcome.id.as_str())
        .bind(outcome.version)
        .execute(tx)
        .await?;
    Ok(done == 1)
}
