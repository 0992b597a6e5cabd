//! Connections to read a SQLite file with: some for reads by key, some for lists, so that a long list keeps nobody
//! waiting who looks up a row.

use std::sync::{
    Mutex, MutexGuard, PoisonError, TryLockError,
    atomic::{AtomicUsize, Ordering},
};

use rusqlite::Connection;

use super::{
    StoreError,
    sqlite::{self, Location},
};

const LISTS: usize = 2;

pub(super) struct Readers {
    by_key: Shelf,
    lists: Shelf,
}

struct Shelf {
    connections: Vec<Mutex<Option<Connection>>>,
    next: AtomicUsize,
}

impl Readers {
    /// As many as there are cores: a read by key never leaves its thread.
    pub(super) fn open(location: &Location) -> Result<Self, StoreError> {
        let cores = std::thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 8));
        Ok(Self { by_key: Shelf::open(location, cores)?, lists: Shelf::open(location, LISTS)? })
    }

    /// Reads a row by its key.
    pub(super) fn by_key<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.by_key.with(work)
    }

    /// Reads many rows; blocks for as long as that takes.
    pub(super) fn list<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.lists.with(work)
    }

    /// Ends all connections.
    pub(super) fn close(&self) {
        for connection in self.by_key.connections.iter().chain(&self.lists.connections) {
            drop(connection.lock().unwrap_or_else(PoisonError::into_inner).take());
        }
    }
}

impl Shelf {
    fn open(location: &Location, count: usize) -> Result<Self, StoreError> {
        let connections: Result<_, StoreError> =
            (0..count).map(|_| Ok(Mutex::new(Some(sqlite::connect(location)?)))).collect();
        Ok(Self { connections: connections?, next: AtomicUsize::new(0) })
    }

    fn with<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let connection = self.free();
        work(connection.as_ref().ok_or_else(|| StoreError::unavailable(sqlx::Error::PoolClosed))?)
    }

    /// The first free one, else the next in turn.
    fn free(&self) -> MutexGuard<'_, Option<Connection>> {
        let count = self.connections.len();
        let start = self.next.fetch_add(1, Ordering::Relaxed);
        let free = (0..count).find_map(|step| match self.connections[(start + step) % count].try_lock() {
            Ok(guard) => Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        });
        free.unwrap_or_else(|| self.connections[start % count].lock().unwrap_or_else(PoisonError::into_inner))
    }
}
