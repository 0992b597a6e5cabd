//! What can go wrong between us and the database.

/// What a driver says.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// A failure of the store. Its text is for the log, never for a user.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database does not answer, or every connection is in use for too long.
    #[error("the database does not answer")]
    Unavailable(#[source] Cause),
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
    #[error("the database could not be migrated: {0}")]
    Migration(#[source] sqlx::migrate::MigrateError),
    /// A newer version of the program was here before.
    #[error(
        "its schema is at migration {migration}, which {} wrote and this version {} does not know. Start that version \
         again, or restore the backup that was made before the upgrade (docs/operations.md, \"Going back\")",
        .written_by.as_ref().map_or_else(|| "a newer version".to_owned(), |version| format!("version {version}")),
        env!("CARGO_PKG_VERSION")
    )]
    TooNew {
        /// The newest migration that is unknown here.
        migration: i64,
        /// The version that wrote it, where it said so.
        written_by: Option<String>,
    },
    /// The schema is older than what this version works with.
    #[error(
        "its schema is older than this version's: {0} migrations are missing. Run `connect-ui migrate` first"
    )]
    TooOld(usize),
    /// A copy of the file could not be made, or cannot be read.
    #[error("the backup {} is not usable: {reason}", .path.display())]
    Backup {
        /// Where it should stand.
        path: std::path::PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// Anything else that the database says.
    #[error("the database refused a statement")]
    Database(#[source] Cause),
    /// The write that this one shared a commit with failed; nothing was stored.
    #[error("the write could not be committed: {0}")]
    NotCommitted(String),
}

impl StoreError {
    pub(super) fn unavailable(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Unavailable(Box::new(cause))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};
        let Some(failure) = error.sqlite_error() else { return Self::Database(Box::new(error)) };
        match (failure.code, failure.extended_code) {
            (_, SQLITE_CONSTRAINT_UNIQUE | SQLITE_CONSTRAINT_PRIMARYKEY) => Self::Conflict,
            (rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::CannotOpen, _) => {
                Self::unavailable(error)
            }
            _ => Self::Database(Box::new(error)),
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(database) if database.is_unique_violation() => Self::Conflict,
            // Class 57 of SQLSTATE: the server is stopping or starting.
            sqlx::Error::Database(database) if database.code().is_some_and(|code| code.starts_with("57")) => {
                Self::unavailable(error)
            }
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::Protocol(_) => Self::unavailable(error),
            _ => Self::Database(Box::new(error)),
        }
    }
}
