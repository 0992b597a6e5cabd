//! API keys: recognised by their fingerprint, shown once.

use super::{
    Db, StoreError, Tx,
    query::query,
    row::{Reader, Row, json_text},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{ApiKeyId, EnvironmentId},
    secret::{Fingerprint, Scope},
};

statements! {
    FIND = "SELECT * FROM api_key WHERE key_fingerprint = $1 AND revoked_at IS NULL";
    LIST = "SELECT * FROM api_key WHERE environment_id = $1 AND revoked_at IS NULL ORDER BY created_at, id";
    // Whoever makes a key of the same environment at the same time waits here, and counts it.
    LOCK = "UPDATE environment SET updated_at = updated_at WHERE id = $1";
    COUNT = "SELECT COUNT(*) AS keys FROM api_key WHERE environment_id = $1 AND revoked_at IS NULL";
    INSERT = "INSERT INTO api_key (id, environment_id, display_name, key_fingerprint, hint, scopes, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    USED = "UPDATE api_key SET last_used_at = $1 WHERE id = $2";
    REVOKE = "UPDATE api_key SET revoked_at = $1 WHERE environment_id = $2 AND id = $3 AND revoked_at IS NULL";
}

/// An API key as it is stored: everything but the key.
#[derive(Clone, Debug)]
pub struct ApiKeyRow {
    /// Its id.
    pub id: ApiKeyId,
    /// The environment it opens.
    pub environment_id: EnvironmentId,
    /// What the admin calls it.
    pub display_name: String,
    /// Its last four characters, to tell keys apart.
    pub hint: String,
    /// What it may do (wire-protocol.md §1.3).
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    pub last_used_at: Option<Timestamp>,
}

/// A new API key.
#[derive(Debug)]
pub struct NewApiKey {
    /// Its id.
    pub id: ApiKeyId,
    /// The environment it opens.
    pub environment_id: EnvironmentId,
    /// What the admin calls it.
    pub display_name: String,
    /// The fingerprint of its lower-case text.
    pub fingerprint: Fingerprint,
    /// Its last four characters.
    pub hint: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Now.
    pub at: Timestamp,
}

/// The live key with that fingerprint.
pub async fn find(db: &Db, fingerprint: &Fingerprint) -> Result<Option<ApiKeyRow>, StoreError> {
    query(FIND).bind(fingerprint.as_bytes()).fetch_optional(db, read).await
}

/// The live keys of an environment.
pub async fn list(db: &Db, environment: &EnvironmentId) -> Result<Vec<ApiKeyRow>, StoreError> {
    query(LIST).bind(environment.as_str()).fetch_all(db, read).await
}

/// How many live keys an environment has; nobody else adds one before the transaction ends.
pub async fn count_locked(tx: &mut Tx, environment: &EnvironmentId) -> Result<usize, StoreError> {
    query(LOCK).bind(environment.as_str()).execute(tx).await?;
    let read = |row: &Row<'_>| Reader::new("api_key", row).number("keys");
    let count = query(COUNT).bind(environment.as_str()).returning_optional(tx, read).await?;
    Ok(count.and_then(|count| usize::try_from(count).ok()).unwrap_or_default())
}

/// Adds a key; [`StoreError::Conflict`] when its name or the key itself is in use.
pub async fn insert(tx: &mut Tx, new: &NewApiKey) -> Result<(), StoreError> {
    query(INSERT)
        .bind(new.id.as_str())
        .bind(new.environment_id.as_str())
        .bind(&new.display_name)
        .bind(new.fingerprint.as_bytes())
        .bind(&new.hint)
        .bind(json_text(&new.scopes))
        .bind(new.at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Notes that a key was used.
pub async fn used(tx: &mut Tx, id: &ApiKeyId, at: Timestamp) -> Result<(), StoreError> {
    query(USED).bind(at.0).bind(id.as_str()).execute(tx).await.map(drop)
}

/// Ends a key; false when there was none.
pub async fn revoke(
    tx: &mut Tx,
    environment: &EnvironmentId,
    id: &ApiKeyId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let done = query(REVOKE).bind(at.0).bind(environment.as_str()).bind(id.as_str()).execute(tx).await?;
    Ok(done == 1)
}

fn read(row: &Row<'_>) -> Result<ApiKeyRow, StoreError> {
    let row = Reader::new("api_key", row);
    Ok(ApiKeyRow {
        id: ApiKeyId::from_stored(row.text("id")?),
        environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
        display_name: row.text("display_name")?,
        hint: row.text("hint")?,
        scopes: row.json("scopes")?,
        created_at: row.moment("created_at")?,
        last_used_at: row.optional_moment("last_used_at")?,
    })
}
