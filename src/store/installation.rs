//! What tells this installation from others, and how its database is: whether it takes writes, what time it has.

use super::{
    Db, StoreError,
    db::Backend,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::clock::Timestamp;

statements! {
    MAKE = "INSERT INTO installation (id) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM installation) \
        ON CONFLICT DO NOTHING";
    // Processes that start together on a new database may each make one; the least counts, for all of them.
    FIND = "SELECT MIN(id) AS id FROM installation";
    WRITE = "UPDATE installation SET id = id";
}

// No statement of `statements!`: SQLite has no clock of its own.
const CLOCK: &str = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS now";

/// The installation's id, where a server has been started on it.
pub async fn find(db: &Db) -> Result<Option<String>, StoreError> {
    let read = |row: &Row<'_>| Reader::new("installation", row).optional_text("id");
    query(FIND).fetch_one(db, read).await
}

/// The installation's id; `new` where it has none yet.
pub async fn find_or_make(db: &Db, new: String) -> Result<String, StoreError> {
    if let Some(id) = find(db).await? {
        return Ok(id);
    }
    let id = new.clone();
    db.write(move |tx| Box::pin(async move { query(MAKE).bind(&id).execute(tx).await.map(drop) })).await?;
    Ok(find(db).await?.unwrap_or(new))
}

/// Writes what is there, to see whether writes are taken.
pub async fn write(db: &Db) -> Result<(), StoreError> {
    db.write(|tx| Box::pin(async move { query(WRITE).execute(tx).await.map(drop) })).await
}

/// The time of the database's server; a file has none.
pub async fn server_time(db: &Db) -> Result<Option<Timestamp>, StoreError> {
    match &db.backend {
        Backend::Sqlite(_) => Ok(None),
        Backend::Postgres(_) => {
            let read = |row: &Row<'_>| Reader::new("clock_timestamp", row).moment("now");
            query(CLOCK).fetch_optional(db, read).await
        }
    }
}
