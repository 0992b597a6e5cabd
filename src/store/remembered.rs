//! What was read a moment ago and cannot have changed since: nothing was written.
//!
//! Only on SQLite, where every write of the product passes through this process; another process at the same file (a
//! command of the operator) is seen after [`MOST`]. On PostgreSQL others write too, so nothing is remembered.

use std::{
    borrow::Borrow,
    hash::Hash,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use moka::sync::Cache;

use super::Db;

/// The longest time for which anything is remembered.
pub const MOST: Duration = Duration::from_secs(1);

/// Counts the commits of this process.
#[derive(Clone, Debug, Default)]
pub(super) struct Commits(Arc<AtomicU64>);

impl Commits {
    /// To be called after a commit and before its writers are told.
    pub(super) fn add(&self) {
        self.0.fetch_add(1, Ordering::Release);
    }

    pub(super) fn count(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }
}

/// Values by key, each good until the next commit.
pub struct Remembered<K, V> {
    entries: Cache<K, (u64, V)>,
}

impl<K, V> Remembered<K, V>
where
    K: Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    /// Room for so many.
    #[must_use]
    pub fn new(capacity: u64) -> Self {
        Self { entries: Cache::builder().max_capacity(capacity).time_to_live(MOST).build() }
    }

    /// What is remembered under a key.
    pub fn get<Q>(&self, db: &Db, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let commits = db.commits()?;
        self.entries.get(key).filter(|(seen, _)| *seen == commits).map(|(_, value)| value)
    }

    /// What reading gives, remembered. A commit while it is read leaves it forgotten.
    pub async fn read<E>(
        &self,
        db: &Db,
        key: K,
        reading: impl Future<Output = Result<V, E>>,
    ) -> Result<V, E> {
        let before = db.commits();
        let value = reading.await?;
        if let Some(commits) = before {
            self.entries.insert(key, (commits, value.clone()));
        }
        Ok(value)
    }
}
