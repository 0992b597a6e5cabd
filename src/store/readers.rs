//! Where reads go: on PostgreSQL the pool, on SQLite a few connections of our own.
//!
//! A pool pings a connection each time it comes back, which on SQLite, where a statement takes microseconds and each
//! call crosses a thread, would double the cost of a page.

use std::{
    ops::{Deref, DerefMut},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use sqlx::{AnyConnection, AnyPool, pool::PoolConnection};
use tokio::sync::{Mutex, MutexGuard};

use super::{StoreError, db::ACQUIRE_TIMEOUT, sqlite};

/// The connections to read from.
#[derive(Clone)]
pub(super) enum Readers {
    /// Connections to one file.
    Own(Arc<OwnReaders>),
    /// A pool to a server.
    Pool(AnyPool),
}

pub(super) struct OwnReaders {
    connections: Vec<Mutex<Option<AnyConnection>>>,
    next: AtomicUsize,
}

/// A connection to read from.
pub(super) enum Reader<'a> {
    /// One of a few, locked.
    Own(MutexGuard<'a, Option<AnyConnection>>),
    /// One of a pool.
    Pool(Box<PoolConnection<sqlx::Any>>),
}

impl Readers {
    /// As many as there are cores: each has a thread of its own.
    pub(super) async fn sqlite(url: &str) -> Result<Self, StoreError> {
        let count = std::thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 8));
        let mut connections = Vec::with_capacity(count);
        for _ in 0..count {
            connections.push(Mutex::new(Some(sqlite::connect(url).await?)));
        }
        Ok(Self::Own(Arc::new(OwnReaders { connections, next: AtomicUsize::new(0) })))
    }

    pub(super) async fn acquire(&self) -> Result<Reader<'_>, StoreError> {
        match self {
            Self::Own(own) => own.acquire().await,
            Self::Pool(pool) => Ok(Reader::Pool(Box::new(pool.acquire().await?))),
        }
    }

    /// Ends all connections.
    pub(super) async fn close(&self) {
        match self {
            Self::Own(own) => {
                for connection in &own.connections {
                    if let Some(connection) = connection.lock().await.take() {
                        drop(sqlx::Connection::close(connection).await);
                    }
                }
            }
            Self::Pool(pool) => pool.close().await,
        }
    }
}

impl OwnReaders {
    /// The first free one, else the next in turn.
    async fn acquire(&self) -> Result<Reader<'_>, StoreError> {
        let start = self.next.fetch_add(1, Ordering::Relaxed);
        let count = self.connections.len();
        let free = (0..count).find_map(|step| self.connections[(start + step) % count].try_lock().ok());
        let guard = match free {
            Some(guard) => guard,
            None => tokio::time::timeout(ACQUIRE_TIMEOUT, self.connections[start % count].lock())
                .await
                .map_err(|_| StoreError::Unavailable(sqlx::Error::PoolTimedOut))?,
        };
        if guard.is_some() {
            Ok(Reader::Own(guard))
        } else {
            Err(StoreError::Unavailable(sqlx::Error::PoolClosed))
        }
    }
}

impl Deref for Reader<'_> {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        match self {
            Self::Own(guard) => guard.as_ref().expect("checked when it was acquired"),
            Self::Pool(connection) => connection,
        }
    }
}

impl DerefMut for Reader<'_> {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        match self {
            Self::Own(guard) => guard.as_mut().expect("checked when it was acquired"),
            Self::Pool(connection) => connection,
        }
    }
}
