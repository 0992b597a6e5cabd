//! A connection that its owner's backend brings again: the same row and id, everything that came with it.

use indexmap::IndexMap;
use serde_json::Value;

use super::{
    fold,
    history::{self, EventKind},
};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId},
    secret::Sealed,
    store::{StoreError, Tx, query::query, row::json_text, statements},
};

statements! {
    REPLACE = "UPDATE connection SET credentials = $1, connection_config = $2, credentials_expire_at = $3, \
        installation = $4, awaits = NULL, errors = $5, tags = $6, search_tags = $16, \
        metadata = CASE WHEN $7 = 1 THEN $8 ELSE metadata END, \
        webhook_url_override = CASE WHEN $9 = 1 THEN $10 ELSE webhook_url_override END, \
        end_user_id = CASE WHEN $11 = 1 THEN (SELECT u.id FROM end_user u WHERE u.environment_id = $12 AND u.external_id = $13) \
            ELSE end_user_id END, \
        exchange_until = NULL, exchange_code = NULL, exchange_code_until = NULL, \
        last_refresh_success = NULL, last_refresh_failure = NULL, refresh_attempts = 0, refresh_exhausted = 0, \
        refresh_lease_until = NULL, unrenewable_since = NULL, updated_at = $14, version = version + 1 \
        WHERE id = $15 AND environment_id = $12 AND deleted_at IS NULL";
}

/// A connection that its owner's backend brings once more.
#[derive(Debug)]
pub struct Replacement {
    /// Its row.
    pub id: ConnectionRowId,
    /// The environment it belongs to.
    pub environment_id: EnvironmentId,
    /// Sealed JSON.
    pub credentials: Sealed,
    /// Sealed JSON map.
    pub connection_config: Sealed,
    /// When the service stops accepting the credentials, where it said so.
    pub credentials_expire_at: Option<Timestamp>,
    /// What the service calls the installation, where it is one.
    pub installation: Option<String>,
    /// What is wrong with it from the beginning, in the protocol's shape.
    pub errors: Value,
    /// Its tags.
    pub tags: IndexMap<String, String>,
    /// The application's own data, where that is replaced.
    pub metadata: Option<Value>,
    /// The only address that gets its webhooks, where that is replaced.
    pub webhook_url_override: Option<Option<String>>,
    /// Whose it is, where that is replaced.
    pub end_user: Option<String>,
    /// Now.
    pub at: Timestamp,
}

/// Replaces it; [`StoreError::Gone`] when it was deleted before.
pub async fn replace(tx: &mut Tx, new: &Replacement) -> Result<(), StoreError> {
    let done = query(REPLACE)
        .bind(new.credentials.as_bytes())
        .bind(new.connection_config.as_bytes())
        .bind(new.credentials_expire_at.map(|at| at.0))
        .bind(&new.installation)
        .bind(json_text(&new.errors))
        .bind(json_text(&new.tags))
        .bind(i64::from(new.metadata.is_some()))
        .bind(new.metadata.as_ref().map(json_text))
        .bind(i64::from(new.webhook_url_override.is_some()))
        .bind(new.webhook_url_override.clone().flatten())
        .bind(i64::from(new.end_user.is_some()))
        .bind(new.environment_id.as_str())
        .bind(&new.end_user)
        .bind(new.at.0)
        .bind(new.id.as_str())
        .bind(fold::tags(&new.tags))
        .execute(&mut *tx)
        .await?;
    if done == 0 {
        return Err(StoreError::Gone);
    }
    history::note(tx, &new.id, EventKind::Overridden, "", new.at).await
}
