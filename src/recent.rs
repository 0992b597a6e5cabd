//! What was known a moment ago: a map of limited size that many threads share, and whose entries may end by themselves.
//! It owns when an entry ends; it must not know what it holds.

use std::{
    borrow::Borrow,
    convert::Infallible,
    fmt,
    hash::Hash,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use quick_cache::sync::Cache;

/// Values by key. Where room is short, those that are asked for least make way.
pub struct Recent<K, V> {
    entries: Cache<K, Arc<Entry<V>>>,
    ends: Ends,
    began: Instant,
}

struct Entry<V> {
    value: V,
    /// When it was written or used last, in milliseconds since the map began.
    touched: AtomicU64,
}

#[derive(Clone, Copy)]
enum Ends {
    Never,
    AfterWrite(Duration),
    AfterUse(Duration),
}

impl<K: Hash + Eq, V: Clone> Recent<K, V> {
    /// Entries that stay as long as there is room for so many.
    #[must_use]
    pub fn new(room: usize) -> Self {
        Self::of(room, Ends::Never)
    }

    /// Entries that end so long after they were written.
    #[must_use]
    pub fn written_within(room: usize, lifetime: Duration) -> Self {
        Self::of(room, Ends::AfterWrite(lifetime))
    }

    /// Entries that end when nobody asked for them for so long.
    #[must_use]
    pub fn used_within(room: usize, idle: Duration) -> Self {
        Self::of(room, Ends::AfterUse(idle))
    }

    fn of(room: usize, ends: Ends) -> Self {
        Self { entries: Cache::new(room), ends, began: Instant::now() }
    }

    /// What is known under a key.
    pub fn get<Q>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        self.entries.get(key).and_then(|entry| self.live(&entry))
    }

    /// Remembers a value under a key.
    pub fn insert(&self, key: K, value: V) {
        self.entries.insert(key, self.entry(value));
    }

    /// What is known under a key, or what is made for it: once, however many ask at the same time.
    pub fn get_or_make<Q>(&self, key: &Q, make: impl FnOnce() -> V) -> V
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ToOwned<Owned = K> + ?Sized,
    {
        if let Some(known) = self.get(key) {
            return known;
        }
        self.entries.remove_if(key, |entry| self.live(entry).is_none());
        let known = self.entries.get_or_insert_with(key, || Ok::<_, Infallible>(self.entry(make())));
        let Ok(entry) = known;
        entry.value.clone()
    }

    fn entry(&self, value: V) -> Arc<Entry<V>> {
        Arc::new(Entry { value, touched: AtomicU64::new(self.now()) })
    }

    fn live(&self, entry: &Entry<V>) -> Option<V> {
        let lifetime = match self.ends {
            Ends::Never => return Some(entry.value.clone()),
            Ends::AfterWrite(lifetime) | Ends::AfterUse(lifetime) => lifetime,
        };
        let now = self.now();
        let age = Duration::from_millis(now.saturating_sub(entry.touched.load(Ordering::Relaxed)));
        if age >= lifetime {
            return None;
        }
        if matches!(self.ends, Ends::AfterUse(_)) {
            entry.touched.store(now, Ordering::Relaxed);
        }
        Some(entry.value.clone())
    }

    fn now(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

impl<K, V> fmt::Debug for Recent<K, V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Recent")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_made_once_and_found_again() {
        let recent: Recent<String, u32> = Recent::new(10);
        assert_eq!(recent.get("one"), None);
        assert_eq!(recent.get_or_make("one", || 1), 1);
        assert_eq!(recent.get_or_make("one", || 2), 1);
        recent.insert("one".to_owned(), 3);
        assert_eq!(recent.get("one"), Some(3));
    }

    #[test]
    fn what_may_not_live_is_made_anew() {
        for recent in [
            Recent::<String, u32>::written_within(10, Duration::ZERO),
            Recent::<String, u32>::used_within(10, Duration::ZERO),
        ] {
            recent.insert("one".to_owned(), 1);
            assert_eq!(recent.get("one"), None);
            assert_eq!(recent.get_or_make("one", || 2), 2);
        }
    }

    #[test]
    fn there_is_room_for_no_more_than_was_said() {
        let recent: Recent<u32, u32> = Recent::new(100);
        for key in 0..10_000 {
            recent.insert(key, key);
        }
        let kept = (0..10_000).filter(|key| recent.get(key).is_some()).count();
        assert!((50..=100).contains(&kept), "{kept}");
    }
}
