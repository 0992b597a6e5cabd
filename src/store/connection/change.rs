//! What a connection's owner changes of it without new credentials: metadata, tags, whose it is, where its webhooks go.
//!
//! The version stays as it is: a refresh that is under way touches other columns.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::fold;
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId},
    store::{
        StoreError, Tx,
        query::query,
        row::{Reader, Row, json_text},
        statements,
    },
};

statements! {
    // Answers what stands there and holds the row until the transaction ends, so that two merges are both kept.
    HOLD = "UPDATE connection SET updated_at = $4 WHERE environment_id = $1 AND connection_id = $2 \
        AND integration_id = (SELECT i.id FROM integration i WHERE i.environment_id = $1 AND i.unique_key = $3 \
            AND i.deleted_at IS NULL) \
        AND deleted_at IS NULL AND exchange_until IS NULL RETURNING id, metadata";
    SET_METADATA = "UPDATE connection SET metadata = $1 WHERE id = $2";
    CHANGE = "UPDATE connection SET tags = CASE WHEN $1 = 1 THEN $2 ELSE tags END, \
        search_tags = CASE WHEN $1 = 1 THEN $10 ELSE search_tags END, \
        webhook_url_override = CASE WHEN $3 = 1 THEN $4 ELSE webhook_url_override END, \
        end_user_id = CASE WHEN $5 = 1 THEN (SELECT u.id FROM end_user u WHERE u.environment_id = $6 AND u.external_id = $7) \
            ELSE end_user_id END, \
        updated_at = $8 WHERE id = $9 AND environment_id = $6 AND deleted_at IS NULL AND exchange_until IS NULL";
}

/// Which connections, by the protocol's names.
#[derive(Clone, Debug)]
pub struct Named {
    /// Their environment.
    pub environment: EnvironmentId,
    /// Their integration's key.
    pub integration_key: String,
    /// Their ids; each counts once, and in one order, so that two calls never wait for each other.
    pub connection_ids: BTreeSet<String>,
}

/// How metadata is changed.
#[derive(Clone, Debug)]
pub enum MetadataChange {
    /// Nothing of the old stays.
    Replace(Map<String, Value>),
    /// The given members take the place of the old ones.
    Merge(Map<String, Value>),
}

/// Changes the metadata of all of them, or of none: [`StoreError::Gone`] where one is not there.
pub async fn metadata(
    tx: &mut Tx,
    named: &Named,
    change: &MetadataChange,
    at: Timestamp,
) -> Result<(), StoreError> {
    for connection_id in &named.connection_ids {
        let held = query(HOLD)
            .bind(named.environment.as_str())
            .bind(connection_id)
            .bind(&named.integration_key)
            .bind(at.0)
            .returning_optional(tx, held)
            .await?;
        let (id, standing) = held.ok_or(StoreError::Gone)?;
        query(SET_METADATA).bind(json_text(&changed(standing, change))).bind(id.as_str()).execute(tx).await?;
    }
    Ok(())
}

fn held(row: &Row<'_>) -> Result<(ConnectionRowId, Option<Value>), StoreError> {
    let row = Reader::new("connection", row);
    Ok((ConnectionRowId::from_stored(row.text("id")?), row.optional_json("metadata")?))
}

fn changed(standing: Option<Value>, change: &MetadataChange) -> Map<String, Value> {
    match (change, standing) {
        (MetadataChange::Merge(new), Some(Value::Object(mut old))) => {
            old.extend(new.clone());
            old
        }
        (MetadataChange::Merge(new) | MetadataChange::Replace(new), _) => new.clone(),
    }
}

/// What else is changed; nothing where it is absent.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// All tags from now on.
    pub tags: Option<IndexMap<String, String>>,
    /// The only address that gets its webhooks, or none of its own.
    pub webhook_url_override: Option<Option<String>>,
    /// Whose account it is, by the application's own id; that person is stored before.
    pub end_user: Option<String>,
}

/// Changes a connection; false where it is gone.
pub async fn change(
    tx: &mut Tx,
    environment: &EnvironmentId,
    id: &ConnectionRowId,
    change: &Change,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let done = query(CHANGE)
        .bind(i64::from(change.tags.is_some()))
        .bind(change.tags.as_ref().map(json_text))
        .bind(i64::from(change.webhook_url_override.is_some()))
        .bind(change.webhook_url_override.clone().flatten())
        .bind(i64::from(change.end_user.is_some()))
        .bind(environment.as_str())
        .bind(&change.end_user)
        .bind(at.0)
        .bind(id.as_str())
        .bind(change.tags.as_ref().map(fold::tags))
        .execute(tx)
        .await?;
    Ok(done == 1)
}
