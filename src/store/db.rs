//! The database: one pool to read from, one way to write.

use std::{sync::Once, time::Duration};

use futures_util::future::BoxFuture;
use sqlx::{AnyConnection, AnyPool, Executor, SqlSafeStr as _, any::AnyPoolOptions};

use super::{
    StoreError,
    migrations::migrator,
    readers::{Reader, Readers},
    sqlite,
    writer::GroupedWriter,
};

/// How long a request waits for a connection before it is told that the database does not answer.
pub(super) const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
const POSTGRES_CONNECTIONS: u32 = 16;

/// Where the database is, `sqlite://…` or `postgres://…`. May hold a password: never printed.
#[derive(Clone)]
pub enum DatabaseUrl {
    /// A file; created when it is missing.
    Sqlite(String),
    /// A server.
    Postgres(String),
}

/// Why a database address is refused.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("an address of the form sqlite://path/to/file or postgres://user:password@host/database")]
pub struct DatabaseUrlProblem;

impl DatabaseUrl {
    /// The same database, with every commit on the disk before it is answered for. SQLite leaves that to the next
    /// checkpoint otherwise: what was answered for survives the end of the process, and not of the machine.
    /// PostgreSQL always does, unless its own settings say otherwise.
    #[must_use]
    pub fn with_synced_commits(self) -> Self {
        match self {
            Self::Sqlite(url) => Self::Sqlite(sqlite::with_synced_commits(&url)),
            Self::Postgres(url) => Self::Postgres(url),
        }
    }
}

impl std::str::FromStr for DatabaseUrl {
    type Err = DatabaseUrlProblem;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Ok(Self::Postgres(text.to_owned()))
        } else if text.strip_prefix("sqlite:").is_some_and(|path| !path.trim_start_matches('/').is_empty()) {
            Ok(Self::Sqlite(text.to_owned()))
        } else {
            Err(DatabaseUrlProblem)
        }
    }
}

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Sqlite(_) => "Sqlite(…)",
            Self::Postgres(_) => "Postgres(…)",
        })
    }
}

/// The connection of one running transaction.
pub type Tx = AnyConnection;

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    readers: Readers,
    writer: Writer,
}

#[derive(Clone)]
enum Writer {
    /// One connection with grouped commits: SQLite has one writer at a time anyway.
    Grouped(GroupedWriter),
    /// A transaction each, from the pool.
    Pool(AnyPool),
}

impl Db {
    /// Connects and brings the schema up to date.
    pub async fn open(url: &DatabaseUrl) -> Result<Self, StoreError> {
        static DRIVERS: Once = Once::new();
        DRIVERS.call_once(sqlx::any::install_default_drivers);
        match url {
            DatabaseUrl::Sqlite(url) => Self::open_sqlite(url).await,
            DatabaseUrl::Postgres(url) => Self::open_postgres(url).await,
        }
    }

    async fn open_sqlite(url: &str) -> Result<Self, StoreError> {
        let separator = if url.contains('?') { '&' } else { '?' };
        let url = format!("{url}{separator}mode=rwc");
        sqlite::create(&url);
        let mut writer = sqlite::connect(&url).await?;
        migrator(true).run(&mut writer).await.map_err(StoreError::Migration)?;
        let readers = Readers::sqlite(&url).await?;
        Ok(Self { readers, writer: Writer::Grouped(GroupedWriter::start(url, writer)) })
    }

    async fn open_postgres(url: &str) -> Result<Self, StoreError> {
        let pool = AnyPoolOptions::new()
            .max_connections(POSTGRES_CONNECTIONS)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect(url)
            .await?;
        migrator(false).run(&pool).await.map_err(StoreError::Migration)?;
        Ok(Self { readers: Readers::Pool(pool.clone()), writer: Writer::Pool(pool) })
    }

    /// A connection to read from.
    pub(super) async fn reader(&self) -> Result<Reader<'_>, StoreError> {
        self.readers.acquire().await
    }

    /// Runs a write as one transaction: all of it is stored, or nothing.
    ///
    /// On SQLite several waiting writes share one commit; each has its own savepoint, so one that fails
    /// takes no other with it. The answer comes after the commit.
    pub async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'tx> FnOnce(&'tx mut Tx) -> BoxFuture<'tx, Result<T, StoreError>> + Send + 'static,
    {
        match &self.writer {
            Writer::Grouped(writer) => writer.write(work).await,
            Writer::Pool(pool) => {
                let mut tx = pool.begin().await?;
                let value = work(&mut tx).await?;
                tx.commit().await?;
                Ok(value)
            }
        }
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.reader().await?.execute("SELECT 1").await?;
        Ok(())
    }

    /// Ends all connections, after what is written is written.
    pub async fn close(&self) {
        if let Writer::Grouped(writer) = &self.writer {
            writer.stop().await;
        }
        self.readers.close().await;
    }

    /// Prepares a statement without running it.
    pub async fn prepare(&self, sql: &'static str) -> Result<(), StoreError> {
        self.reader().await?.prepare(sqlx::AssertSqlSafe(sql).into_sql_str()).await?;
        Ok(())
    }
}
