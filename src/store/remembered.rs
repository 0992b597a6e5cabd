//! What was read a moment ago and has not changed since: nothing was written.
//!
//! On SQLite every write of the product passes through this process; another process at the same file (a command of
//! the operator) is seen after [`MOST`]. On PostgreSQL others write too: only what they tell of is remembered (ADR 21).

use std::{
    borrow::Borrow,
    hash::Hash,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use super::Db;
use crate::recent::Recent;

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

/// Who may change what is remembered.
#[derive(Clone, Copy, Debug)]
enum Changed {
    /// Every process, and none tells the others.
    Silently,
    /// Every process, and all others are told.
    Aloud,
}

/// Values by key, each good until the next commit.
pub struct Remembered<K, V> {
    entries: Recent<K, (u64, V)>,
    changed: Changed,
}

impl<K, V> Remembered<K, V>
where
    K: Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    /// Room for so many.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self::of(Changed::Silently, capacity)
    }

    /// Room for so many of what comes from API keys alone, whose changes all processes are told.
    #[must_use]
    pub fn of_keys(capacity: usize) -> Self {
        Self::of(Changed::Aloud, capacity)
    }

    fn of(changed: Changed, capacity: usize) -> Self {
        Self { entries: Recent::written_within(capacity, MOST), changed }
    }

    fn commits(&self, db: &Db) -> Option<u64> {
        match self.changed {
            Changed::Silently => db.all_commits(),
            Changed::Aloud => Some(db.own_commits()),
        }
    }

    /// What is remembered under a key.
    pub fn get<Q>(&self, db: &Db, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let commits = self.commits(db)?;
        self.entries.get(key).filter(|(seen, _)| *seen == commits).map(|(_, value)| value)
    }

    /// What reading gives, remembered. A commit while it is read leaves it forgotten.
    pub async fn read<E>(
        &self,
        db: &Db,
        key: K,
        reading: impl Future<Output = Result<V, E>>,
    ) -> Result<V, E> {
        let before = self.commits(db);
        let value = reading.await?;
        if let Some(commits) = before {
            self.entries.insert(key, (commits, value.clone()));
        }
        Ok(value)
    }
}
