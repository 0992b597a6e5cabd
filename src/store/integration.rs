//! Integrations: a provider, configured in an environment under a key of its own.

use std::collections::HashMap;

use super::{
    Db, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{EnvironmentId, IntegrationId},
    secret::Sealed,
};

statements! {
    LIST = "SELECT * FROM integration WHERE environment_id = $1 AND deleted_at IS NULL \
        ORDER BY provider, created_at, number";
    FIND = "SELECT * FROM integration WHERE environment_id = $1 AND unique_key = $2 AND deleted_at IS NULL";
    INSERT = "INSERT INTO integration (id, environment_id, unique_key, provider, display_name, credentials, custom, \
        forward_webhooks, created_at, updated_at, version, own_callback) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 1, $10)";
    UPDATE = "UPDATE integration SET unique_key = $1, display_name = $2, credentials = $3, custom = $4, \
        forward_webhooks = $5, updated_at = $6, own_callback = $9, version = version + 1 \
        WHERE id = $7 AND version = $8 \
        AND deleted_at IS NULL";
    DELETE = "UPDATE integration SET deleted_at = $1, updated_at = $1, credentials = NULL, custom = NULL WHERE id = $2 AND deleted_at IS NULL";
    DELETE_CONNECTIONS = "UPDATE connection SET deleted_at = $1, updated_at = $1, credentials = $3, \
        connection_config = $3, metadata = NULL WHERE integration_id = $2 AND deleted_at IS NULL";
    // Counted in the index of each, without a look at the rows.
    CONNECTION_COUNTS = "SELECT i.id AS integration_id, (SELECT COUNT(*) FROM connection c WHERE c.integration_id = i.id \
        AND c.deleted_at IS NULL) AS connections FROM integration i WHERE i.environment_id = $1 AND i.deleted_at IS NULL";
    COUNT_CONNECTIONS = "SELECT COUNT(*) AS connections FROM connection WHERE integration_id = $1 AND deleted_at IS NULL";
}

/// What stands in place of wiped secrets.
const NOTHING: &[u8] = &[];

/// An integration as it is stored.
#[derive(Clone, Debug)]
pub struct IntegrationRow {
    /// Its row id.
    pub id: IntegrationId,
    /// The environment it belongs to.
    pub environment_id: EnvironmentId,
    /// Its key in the protocol.
    pub unique_key: String,
    /// The provider's key.
    pub provider: String,
    /// Its own name, where it has one.
    pub display_name: Option<String>,
    /// The owner's client credentials, sealed JSON (`integration.credentials`).
    pub credentials: Option<Sealed>,
    /// The owner's further settings, sealed JSON map (`integration.custom`).
    pub custom: Option<Sealed>,
    /// Whether incoming webhooks are passed on.
    pub forward_webhooks: bool,
    /// Whether services send people back to an address of this integration's own (security.md C6).
    pub own_callback: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Counts its changes.
    pub version: i64,
}

/// All integrations of an environment, by provider, then age.
pub async fn list(db: &Db, environment: &EnvironmentId) -> Result<Vec<IntegrationRow>, StoreError> {
    query(LIST).bind(environment.as_str()).fetch_all(db, read).await
}

/// The integration with that key.
pub async fn find(
    db: &Db,
    environment: &EnvironmentId,
    unique_key: &str,
) -> Result<Option<IntegrationRow>, StoreError> {
    query(FIND).bind(environment.as_str()).bind(unique_key).fetch_optional(db, read).await
}

/// Adds an integration; [`StoreError::Conflict`] when its key is in use.
pub async fn insert(tx: &mut Tx, new: &IntegrationRow) -> Result<(), StoreError> {
    query(INSERT)
        .bind(new.id.as_str())
        .bind(new.environment_id.as_str())
        .bind(&new.unique_key)
        .bind(&new.provider)
        .bind(&new.display_name)
        .bind(new.credentials.as_ref().map(Sealed::as_bytes))
        .bind(new.custom.as_ref().map(Sealed::as_bytes))
        .bind(i64::from(new.forward_webhooks))
        .bind(new.created_at.0)
        .bind(i64::from(new.own_callback))
        .execute(tx)
        .await?;
    Ok(())
}

/// Stores an integration's changed values; false when somebody else changed it since `version`.
pub async fn update(tx: &mut Tx, row: &IntegrationRow) -> Result<bool, StoreError> {
    let done = query(UPDATE)
        .bind(&row.unique_key)
        .bind(&row.display_name)
        .bind(row.credentials.as_ref().map(Sealed::as_bytes))
        .bind(row.custom.as_ref().map(Sealed::as_bytes))
        .bind(i64::from(row.forward_webhooks))
        .bind(row.updated_at.0)
        .bind(row.id.as_str())
        .bind(row.version)
        .bind(i64::from(row.own_callback))
        .execute(tx)
        .await?;
    Ok(done == 1)
}

/// Deletes an integration and its connections, and wipes the secrets of all (security.md H6); false when it was deleted before.
pub async fn delete(tx: &mut Tx, id: &IntegrationId, at: Timestamp) -> Result<bool, StoreError> {
    let done = query(DELETE).bind(at.0).bind(id.as_str()).execute(&mut *tx).await?;
    query(DELETE_CONNECTIONS).bind(at.0).bind(id.as_str()).bind(NOTHING).execute(tx).await?;
    Ok(done == 1)
}

/// How many live connections an integration has.
pub async fn count_connections(db: &Db, id: &IntegrationId) -> Result<i64, StoreError> {
    let read = |row: &Row<'_>| Reader::new("connection", row).number("connections");
    query(COUNT_CONNECTIONS).bind(id.as_str()).fetch_one(db, read).await
}

/// How many live connections each integration of an environment has, by the integration's row id.
pub async fn connection_counts(
    db: &Db,
    environment: &EnvironmentId,
) -> Result<HashMap<String, i64>, StoreError> {
    let read = |row: &Row<'_>| {
        let reader = Reader::new("connection", row);
        Ok((reader.text("integration_id")?, reader.number("connections")?))
    };
    let counts = query(CONNECTION_COUNTS).bind(environment.as_str()).fetch_all(db, read).await?;
    Ok(counts.into_iter().collect())
}

fn read(row: &Row<'_>) -> Result<IntegrationRow, StoreError> {
    let row = Reader::new("integration", row);
    Ok(IntegrationRow {
        id: IntegrationId::from_stored(row.text("id")?),
        environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
        unique_key: row.text("unique_key")?,
        provider: row.text("provider")?,
        display_name: row.optional_text("display_name")?,
        credentials: row.optional_sealed("credentials")?,
        custom: row.optional_sealed("custom")?,
        forward_webhooks: row.flag("forward_webhooks")?,
        own_callback: row.flag("own_callback")?,
        created_at: row.moment("created_at")?,
        updated_at: row.moment("updated_at")?,
        version: row.number("version")?,
    })
}
