//! What an admin works on in the definition editor: one text for each admin, kept so that the preview can show it.

use crate::{
    clock::Timestamp,
    id::{AdminId, EnvironmentId},
    store::{
        Db, StoreError, Tx,
        query::query,
        row::{Reader, Row},
        statements,
    },
};

statements! {
    FIND = "SELECT source FROM definition_draft WHERE environment_id = $1 AND provider = $2 AND admin_id = $3";
    KEEP = "INSERT INTO definition_draft (environment_id, provider, admin_id, source, updated_at) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (environment_id, provider, admin_id) \
        DO UPDATE SET source = excluded.source, updated_at = excluded.updated_at";
    DROP = "DELETE FROM definition_draft WHERE environment_id = $1 AND provider = $2 AND admin_id = $3";
}

/// Whose draft it is.
#[derive(Clone, Debug)]
pub struct DraftKey {
    /// The environment.
    pub environment: EnvironmentId,
    /// The provider.
    pub provider: String,
    /// The admin.
    pub admin: AdminId,
}

/// The text that somebody works on.
pub async fn find(db: &Db, key: &DraftKey) -> Result<Option<String>, StoreError> {
    let read = |row: &Row<'_>| Reader::new("definition_draft", row).text("source");
    query(FIND)
        .bind(key.environment.as_str())
        .bind(&key.provider)
        .bind(key.admin.as_str())
        .fetch_optional(db, read)
        .await
}

/// Keeps a text.
pub async fn keep(tx: &mut Tx, key: &DraftKey, source: &str, at: Timestamp) -> Result<(), StoreError> {
    query(KEEP)
        .bind(key.environment.as_str())
        .bind(&key.provider)
        .bind(key.admin.as_str())
        .bind(source)
        .bind(at.0)
        .execute(tx)
        .await
        .map(drop)
}

/// Forgets it.
pub async fn drop_draft(tx: &mut Tx, key: &DraftKey) -> Result<(), StoreError> {
    query(DROP)
        .bind(key.environment.as_str())
        .bind(&key.provider)
        .bind(key.admin.as_str())
        .execute(tx)
        .await
        .map(drop)
}
