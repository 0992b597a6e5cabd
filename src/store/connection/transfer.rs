//! A connection that comes as it is from another installation: with its age, without a session, and nobody is told.

use indexmap::IndexMap;

use super::fold;
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId, IntegrationId},
    secret::Sealed,
    store::{StoreError, Tx, query::query, row::json_text, statements},
};

statements! {
    TRANSFER = "INSERT INTO connection (id, environment_id, integration_id, connection_id, end_user_id, credentials, \
        connection_config, metadata, tags, errors, webhook_url_override, created_at, updated_at, version, \
        credentials_expire_at, installation, search_id, search_tags) \
        SELECT $1, $2, $3, $4, (SELECT id FROM end_user WHERE environment_id = $2 AND external_id = $5), $6, $7, $8, \
        $9, $15, $10, $11, $12, 1, $13, $14, $16, $17 \
        WHERE EXISTS (SELECT 1 FROM integration WHERE id = $3 AND environment_id = $2 AND deleted_at IS NULL)";
}

/// The connection as it was.
#[derive(Debug)]
pub struct TransferredConnection {
    /// The row's id.
    pub id: ConnectionRowId,
    /// The environment it belongs to.
    pub environment_id: EnvironmentId,
    /// The integration it is of.
    pub integration_id: IntegrationId,
    /// The protocol's id.
    pub connection_id: String,
    /// Whose account it is, by the application's own id; that person is stored before.
    pub end_user: Option<String>,
    /// Sealed JSON.
    pub credentials: Sealed,
    /// Sealed JSON map.
    pub connection_config: Sealed,
    /// The application's own data.
    pub metadata: Option<serde_json::Value>,
    /// Tags.
    pub tags: IndexMap<String, String>,
    /// What is wrong with it from the beginning, in the protocol's shape.
    pub errors: serde_json::Value,
    /// The only address that gets its webhooks.
    pub webhook_url_override: Option<String>,
    /// When the service stops accepting the credentials, where it said so.
    pub credentials_expire_at: Option<Timestamp>,
    /// What the service calls the installation, where it is one.
    pub installation: Option<String>,
    /// When it was made there.
    pub created_at: Timestamp,
    /// Now.
    pub at: Timestamp,
}

/// Adds it; [`StoreError::Conflict`] where its id is taken, [`StoreError::Gone`] where its integration is gone.
pub async fn insert(tx: &mut Tx, new: &TransferredConnection) -> Result<(), StoreError> {
    let done = query(TRANSFER)
        .bind(new.id.as_str())
        .bind(new.environment_id.as_str())
        .bind(new.integration_id.as_str())
        .bind(&new.connection_id)
        .bind(&new.end_user)
        .bind(new.credentials.as_bytes())
        .bind(new.connection_config.as_bytes())
        .bind(new.metadata.as_ref().map(json_text))
        .bind(json_text(&new.tags))
        .bind(&new.webhook_url_override)
        .bind(new.created_at.0)
        .bind(new.at.0)
        .bind(new.credentials_expire_at.map(|at| at.0))
        .bind(&new.installation)
        .bind(json_text(&new.errors))
        .bind(fold::fold(&new.connection_id))
        .bind(fold::tags(&new.tags))
        .execute(tx)
        .await?;
    if done == 0 { Err(StoreError::Gone) } else { Ok(()) }
}
