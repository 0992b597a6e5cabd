//! What an environment says in its own words: one row with all its texts. Must not know what they say.

use super::{
    Db, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{clock::Timestamp, id::EnvironmentId};

statements! {
    FIND = "SELECT texts, version FROM wording WHERE environment_id = $1";
    INSERT = "INSERT INTO wording (environment_id, texts, version, updated_at) VALUES ($1, $2, 1, $3) \
        ON CONFLICT (environment_id) DO NOTHING";
    UPDATE = "UPDATE wording SET texts = $1, version = version + 1, updated_at = $2 \
        WHERE environment_id = $3 AND version = $4";
}

/// An environment's wording as it is stored.
#[derive(Clone, Debug, Default)]
pub struct WordingRow {
    /// Texts by language and key, as JSON text; nothing where nothing was ever worded.
    pub texts: Option<String>,
    /// Counts its changes, for compare-and-swap; 0 where it is not stored yet.
    pub version: i64,
}

/// An environment's wording.
pub async fn find(db: &Db, environment: &EnvironmentId) -> Result<WordingRow, StoreError> {
    Ok(query(FIND).bind(environment.as_str()).fetch_optional(db, read).await?.unwrap_or_default())
}

/// Stores all texts; false when somebody else changed them since.
pub async fn set(
    tx: &mut Tx,
    environment: &EnvironmentId,
    texts: &str,
    version: i64,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let done = if version == 0 {
        query(INSERT).bind(environment.as_str()).bind(texts).bind(at.0).execute(tx).await?
    } else {
        query(UPDATE).bind(texts).bind(at.0).bind(environment.as_str()).bind(version).execute(tx).await?
    };
    Ok(done == 1)
}

fn read(row: &Row<'_>) -> Result<WordingRow, StoreError> {
    let row = Reader::new("wording", row);
    Ok(WordingRow { texts: Some(row.text("texts")?), version: row.number("version")? })
}
