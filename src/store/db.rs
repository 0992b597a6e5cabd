//! The database: one pool to read from, one way to write.

use std::sync::{Arc, Once};

use futures_util::future::BoxFuture;
use sqlx::{Executor as _, SqlSafeStr as _};

use super::{
    StoreError,
    postgres::{Connections, Lease},
    query::query,
    readers::Readers,
    remembered::Commits,
    schema,
    sqlite::{self, Location},
    watch::{Watch, Watchers},
    writer::GroupedWriter,
};

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

/// A running transaction.
pub struct Tx {
    pub(super) place: Place,
    pub(super) watchers: Watchers,
}

/// Where a transaction runs.
pub(super) enum Place {
    Sqlite(rusqlite::Connection),
    Postgres(Lease),
}

/// How busy the database is.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// The open connections of the pool, and how many of them do nothing.
    pub pool: Option<(u64, u64)>,
    /// The writes that wait for the one writer.
    pub writer_queue: Option<u64>,
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    pub(super) backend: Backend,
    pub(super) watchers: Watchers,
}

#[derive(Clone)]
pub(super) enum Backend {
    Sqlite(File),
    Postgres(Server),
}

/// Reads and transactions share the connections.
#[derive(Clone)]
pub(super) struct Server {
    pub(super) connections: Connections,
    /// This process' own, and the changes of others that it was told of.
    commits: Commits,
}

/// One writing connection with grouped commits, for SQLite has one writer at a time anyway; and some to read.
#[derive(Clone)]
pub(super) struct File {
    pub(super) readers: Arc<Readers>,
    writer: GroupedWriter,
    commits: Commits,
}

impl Db {
    /// Connects and brings the schema up to date.
    pub async fn open(url: &DatabaseUrl) -> Result<Self, StoreError> {
        let migrated = schema::migrate(url).await?;
        if let Some(backup) = &migrated.backup {
            tracing::info!(backup = %backup.display(), "the database was copied before its schema was changed");
        }
        Self::connect(url).await
    }

    /// Connects to a database whose schema is ours already, and leaves the schema alone.
    pub async fn open_as_it_is(url: &DatabaseUrl) -> Result<Self, StoreError> {
        schema::status(url).await?.must_be_ours()?;
        Self::connect(url).await
    }

    async fn connect(url: &DatabaseUrl) -> Result<Self, StoreError> {
        install_drivers();
        let watchers = Watchers::default();
        let backend = match url {
            DatabaseUrl::Sqlite(url) => Backend::Sqlite(File::open(url, &watchers)?),
            DatabaseUrl::Postgres(url) => Backend::Postgres(Server::open(url).await?),
        };
        Ok(Self { backend, watchers })
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
        self.write_with(work, false).await
    }

    /// The same for rows that nobody remembers (ADR 19): what was read a moment ago stays good.
    pub async fn write_aside<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'tx> FnOnce(&'tx mut Tx) -> BoxFuture<'tx, Result<T, StoreError>> + Send + 'static,
    {
        self.write_with(work, true).await
    }

    async fn write_with<T, F>(&self, work: F, aside: bool) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'tx> FnOnce(&'tx mut Tx) -> BoxFuture<'tx, Result<T, StoreError>> + Send + 'static,
    {
        match &self.backend {
            Backend::Sqlite(file) => file.writer.write(work, aside).await,
            Backend::Postgres(server) => {
                let place = Place::Postgres(server.connections.begin().await?);
                let mut tx = Tx { place, watchers: self.watchers.clone() };
                let outcome = work(&mut tx).await;
                if let Place::Postgres(lease) = tx.place {
                    match &outcome {
                        Ok(_) => server.commit(lease, aside).await?,
                        Err(_) => lease.roll_back().await,
                    }
                }
                outcome
            }
        }
    }

    /// How many commits were made, where no other process makes any.
    pub(super) fn all_commits(&self) -> Option<u64> {
        match &self.backend {
            Backend::Sqlite(file) => Some(file.commits.count()),
            Backend::Postgres(_) => None,
        }
    }

    /// How many commits this process has made, and of how many others it was told.
    pub(super) fn own_commits(&self) -> u64 {
        match &self.backend {
            Backend::Sqlite(File { commits, .. }) | Backend::Postgres(Server { commits, .. }) => {
                commits.count()
            }
        }
    }

    /// Another process has changed something, and told so.
    pub(super) fn was_told_of_a_change(&self) {
        if let Backend::Postgres(server) = &self.backend {
            server.commits.add();
        }
    }

    /// Sees the statements that run from now on; for tests.
    #[must_use]
    pub fn watch(&self) -> Watch {
        self.watchers.watch()
    }

    /// How busy it is.
    #[must_use]
    pub fn load(&self) -> Load {
        match &self.backend {
            Backend::Sqlite(file) => Load { pool: None, writer_queue: Some(file.writer.waiting() as u64) },
            Backend::Postgres(server) => Load { pool: Some(server.connections.count()), writer_queue: None },
        }
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        query("SELECT 1").fetch_one(self, |_| Ok(())).await
    }

    /// Ends all connections, after what is written is written.
    pub async fn close(&self) {
        match &self.backend {
            Backend::Sqlite(file) => {
                file.writer.stop().await;
                file.readers.close();
            }
            Backend::Postgres(server) => server.connections.close().await,
        }
    }

    /// Prepares a statement without running it.
    pub async fn prepare(&self, sql: &'static str) -> Result<(), StoreError> {
        match &self.backend {
            Backend::Sqlite(file) => {
                file.readers.by_key(|connection| Ok(connection.prepare(sql).map(drop)?))
            }
            Backend::Postgres(server) => {
                let mut lease = server.connections.take().await?;
                lease.connection()?.prepare(sqlx::AssertSqlSafe(sql).into_sql_str()).await?;
                Ok(())
            }
        }
    }
}

impl File {
    fn open(url: &str, watchers: &Watchers) -> Result<Self, StoreError> {
        let location = Location::of(url);
        let commits = Commits::default();
        let writer = GroupedWriter::start(location.clone(), watchers.clone(), commits.clone())?;
        Ok(Self { readers: Arc::new(Readers::open(&location)?), writer, commits })
    }
}

impl Server {
    async fn open(url: &str) -> Result<Self, StoreError> {
        Ok(Self { connections: Connections::open(url).await?, commits: Commits::default() })
    }

    /// Counts the commit also when it fails: whether it was made is then not certain.
    async fn commit(&self, lease: Lease, aside: bool) -> Result<(), StoreError> {
        let outcome = lease.commit().await;
        if !aside {
            self.commits.add();
        }
        outcome
    }
}

/// What sqlx needs once in a process.
pub(super) fn install_drivers() {
    static DRIVERS: Once = Once::new();
    DRIVERS.call_once(sqlx::any::install_default_drivers);
}
