//! Connections to a PostgreSQL server: one is taken for a statement or a transaction, and given back when that is done.
//! What is dropped before it was given back is closed: nobody knows what its server still has to say.
//!
//! Not sqlx's own pool, which asks the server for a sign of life before and after every use (ADR 21). Must not know
//! what the statements mean.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self, ThreadId},
    time::Duration,
};

use sqlx::{
    Connection as _, Executor as _, PgConnection,
    postgres::{PgArguments, PgConnectOptions, PgQueryResult, PgRow},
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, timeout, timeout_at},
};

use super::{StoreError, value::Value};

/// How long a request waits for a connection before it is told that the database does not answer.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
/// Open at a time.
const MOST: usize = 16;
/// More than the product has statements: each is prepared once a connection.
const PREPARED: usize = 512;
/// What was not used for this long shows a sign of life before it is used again.
const QUIET: Duration = Duration::from_secs(30);
/// How long that sign may take.
const SIGN_OF_LIFE: Duration = Duration::from_secs(1);
/// A server that moved is found again at the latest after this time.
const LIFETIME: Duration = Duration::from_mins(30);

/// All connections to one server. Cheap to clone.
#[derive(Clone)]
pub(super) struct Connections(Arc<Shared>);

struct Shared {
    options: PgConnectOptions,
    leases: Arc<Semaphore>,
    idle: Mutex<Vec<Kept>>,
}

/// An open connection.
struct Kept {
    connection: PgConnection,
    /// Whose event loop drives it: another thread would have to be woken for every answer.
    thread: ThreadId,
    opened: Instant,
    used: Instant,
}

/// A connection in use.
pub(super) struct Lease {
    kept: Option<Kept>,
    /// Whether it was open before: its server may have gone since.
    is_reused: bool,
    home: Connections,
    _permit: OwnedSemaphorePermit,
}

impl Connections {
    /// Connects once, so that a server that cannot be used is told at the start.
    pub(super) async fn open(url: &str) -> Result<Self, StoreError> {
        let options: PgConnectOptions = url.parse()?;
        let options = options.statement_cache_capacity(PREPARED);
        let leases = Arc::new(Semaphore::new(MOST));
        let connections = Self(Arc::new(Shared { options, leases, idle: Mutex::default() }));
        connections.take().await?.give_back();
        Ok(connections)
    }

    /// How many are open, and how many of them do nothing.
    pub(super) fn count(&self) -> (u64, u64) {
        let idle = self.idle().len();
        ((idle + self.leased()) as u64, idle as u64)
    }

    /// Closes what is idle; what is in use is closed when it is given back.
    pub(super) async fn close(&self) {
        self.0.leases.close();
        let idle = std::mem::take(&mut *self.idle());
        for kept in idle {
            // A server that is gone has nothing left to end.
            let _ = timeout(SIGN_OF_LIFE, kept.connection.close()).await;
        }
    }

    /// A connection for a statement or a transaction.
    pub(super) async fn take(&self) -> Result<Lease, StoreError> {
        let until = Instant::now() + ACQUIRE_TIMEOUT;
        let late = |_| StoreError::unavailable(sqlx::Error::PoolTimedOut);
        let permit = timeout_at(until, Arc::clone(&self.0.leases).acquire_owned()).await.map_err(late)?;
        let permit = permit.map_err(|_| StoreError::unavailable(sqlx::Error::PoolClosed))?;
        let reused = self.usable().await;
        let is_reused = reused.is_some();
        let kept = match reused {
            Some(kept) => kept,
            None => timeout_at(until, self.connect()).await.map_err(late)??,
        };
        Ok(Lease { kept: Some(kept), is_reused, home: self.clone(), _permit: permit })
    }

    /// A connection inside a transaction.
    pub(super) async fn begin(&self) -> Result<Lease, StoreError> {
        loop {
            let mut lease = self.take().await?;
            match lease.connection()?.execute("BEGIN").await {
                Ok(_) => return Ok(lease),
                Err(error) if lease.is_worth_another_try(&error) => self.forget_idle(),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The first row of a statement that changes nothing.
    pub(super) async fn first(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Option<PgRow>, StoreError> {
        loop {
            let mut lease = self.take().await?;
            match bound(sql, values).fetch_optional(lease.connection()?).await {
                Err(error) if lease.is_worth_another_try(&error) => self.forget_idle(),
                outcome => return lease.done(outcome),
            }
        }
    }

    /// All rows of a statement that changes nothing.
    pub(super) async fn all(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Vec<PgRow>, StoreError> {
        loop {
            let mut lease = self.take().await?;
            match bound(sql, values).fetch_all(lease.connection()?).await {
                Err(error) if lease.is_worth_another_try(&error) => self.forget_idle(),
                outcome => return lease.done(outcome),
            }
        }
    }

    /// Runs a statement that is a transaction by itself. Never tried again: nobody knows whether it was committed.
    pub(super) async fn execute(&self, sql: &'static str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let mut lease = self.take().await?;
        let outcome = bound(sql, values).execute(lease.connection()?).await;
        if outcome.as_ref().is_err_and(is_lost) {
            self.forget_idle();
        }
        lease.done(outcome.map(|result| PgQueryResult::rows_affected(&result)))
    }

    async fn connect(&self) -> Result<Kept, StoreError> {
        let connection = PgConnection::connect_with(&self.0.options).await?;
        let now = Instant::now();
        Ok(Kept { connection, thread: thread::current().id(), opened: now, used: now })
    }

    /// What is open, idle and alive.
    async fn usable(&self) -> Option<Kept> {
        while let Some(mut kept) = self.pop() {
            if kept.used.elapsed() < QUIET
                || timeout(SIGN_OF_LIFE, kept.connection.ping()).await.is_ok_and(|answer| answer.is_ok())
            {
                return Some(kept);
            }
        }
        None
    }

    /// One of this thread's; another's only where no more may be opened.
    fn pop(&self) -> Option<Kept> {
        let mut idle = self.idle();
        let now = Instant::now();
        idle.retain(|kept| now.duration_since(kept.opened) < LIFETIME);
        let mine = thread::current().id();
        let position = idle.iter().rposition(|kept| kept.thread == mine);
        let is_full = idle.len() + self.leased() > MOST;
        position
            .or_else(|| idle.len().checked_sub(1).filter(|_| is_full))
            .map(|index| idle.swap_remove(index))
    }

    /// After a server went away: none of those that wait will hear from it.
    fn forget_idle(&self) {
        self.idle().clear();
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Kept>> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn leased(&self) -> usize {
        MOST - self.0.leases.available_permits()
    }
}

impl Lease {
    /// The connection itself.
    pub(super) fn connection(&mut self) -> Result<&mut PgConnection, StoreError> {
        let kept = self.kept.as_mut();
        kept.map(|kept| &mut kept.connection).ok_or_else(|| StoreError::unavailable(sqlx::Error::PoolClosed))
    }

    /// Runs a statement in the transaction.
    pub(super) async fn execute(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<u64, StoreError> {
        Ok(bound(sql, values).execute(self.connection()?).await?.rows_affected())
    }

    /// The first row that a statement in the transaction answers with.
    pub(super) async fn first(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Option<PgRow>, StoreError> {
        Ok(bound(sql, values).fetch_optional(self.connection()?).await?)
    }

    /// All rows that a statement in the transaction answers with.
    pub(super) async fn all(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Vec<PgRow>, StoreError> {
        Ok(bound(sql, values).fetch_all(self.connection()?).await?)
    }

    /// Ends the transaction; its writes stay.
    pub(super) async fn commit(mut self) -> Result<(), StoreError> {
        let outcome = self.connection()?.execute("COMMIT").await.map(drop);
        self.done(outcome)
    }

    /// Ends the transaction; nothing of it stays.
    pub(super) async fn roll_back(mut self) {
        if let Ok(connection) = self.connection() {
            // Where this fails the connection is closed, which has the same effect.
            let outcome = connection.execute("ROLLBACK").await.map(drop);
            let _ = self.done(outcome);
        }
    }

    /// Gives the connection back, for the next to use.
    fn give_back(mut self) {
        if let Some(mut kept) = self.kept.take().filter(|_| !self.home.0.leases.is_closed()) {
            kept.used = Instant::now();
            self.home.idle().push(kept);
        }
    }

    /// Gives it back after a statement, unless the connection itself failed.
    fn done<T>(self, outcome: Result<T, sqlx::Error>) -> Result<T, StoreError> {
        match &outcome {
            Err(error) if is_lost(error) => drop(self),
            _ => self.give_back(),
        }
        Ok(outcome?)
    }

    /// A connection that was lost while it was idle says nothing about the server.
    fn is_worth_another_try(&self, error: &sqlx::Error) -> bool {
        self.is_reused && is_lost(error)
    }
}

/// Whether the connection is of no use any more. Class 57: the server ends it.
fn is_lost(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(database) => database.code().is_some_and(|code| code.starts_with("57P")),
        sqlx::Error::RowNotFound | sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => false,
        _ => true,
    }
}

fn bound<'q>(
    sql: &'static str,
    values: &'q [Value<'_>],
) -> sqlx::query::Query<'q, sqlx::Postgres, PgArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Integer(value) => query.bind(*value),
        Value::Text(value) => query.bind(value.as_deref()),
        Value::Bytes(value) => query.bind(value.as_deref()),
    })
}
