//! Opening a SQLite file the way we use it: a write-ahead log, synced at checkpoints.

use sqlx::{AnyConnection, Connection, Executor};

const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; \
    PRAGMA busy_timeout = 5000; PRAGMA cache_size = -4000; PRAGMA secure_delete = ON";

/// Opens a connection.
pub(super) async fn connect(url: &str) -> Result<AnyConnection, sqlx::Error> {
    let mut connection = AnyConnection::connect(url).await?;
    connection.execute(PRAGMAS).await?;
    Ok(connection)
}
