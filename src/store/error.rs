//! What can go wrong between us and the database.

/// A failure of the store. Its text is for the log, never for a user.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database does not answer, or every connection is in use for too long.
    #[error("the database does not answer")]
    Unavailable(#[source] sqlx::Error),
    /// A row with that key exists.
    #[error("a row with that key exists")]
    Conflict,
    /// What the write builds on was ended or deleted meanwhile.
    #[error("the session or the integration is gone")]
    Gone,
    /// A row does not hold what its table promises.
    #[error("{table}.{column} of row {row} cannot be read: {reason}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's id, where it is known.
        row: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The schema could not be brought up to date.
    #[error("the database could not be migrated")]
    Migration(#[source] sqlx::migrate::MigrateError),
    /// Anything else that the database says.
    #[error("the database refused a statement")]
    Database(#[source] sqlx::Error),
    /// The write that this one shared a commit with failed; nothing was stored.
    #[error("the write could not be committed: {0}")]
    NotCommitted(String),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(database) if database.is_unique_violation() => Self::Conflict,
            // Class 57 of SQLSTATE: the server is stopping or starting.
            sqlx::Error::Database(database) if database.code().is_some_and(|code| code.starts_with("57")) => {
                Self::Unavailable(error)
            }
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::Protocol(_) => Self::Unavailable(error),
            _ => Self::Database(error),
        }
    }
}
