//! Seeing which statements run, so that a test can promise "this page is one statement".
//!
//! A part of the database's handle, not a global: two databases do not see each other. Without a [`Watch`] it costs one
//! atomic read a statement. What holds a transaction together (`BEGIN`, savepoints, `COMMIT`) is not seen.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicUsize, Ordering},
};

/// Shared by everything that runs statements on one database.
#[derive(Clone, Debug, Default)]
pub(super) struct Watchers(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    watching: AtomicUsize,
    seen: Mutex<Vec<&'static str>>,
}

/// Sees every statement that runs while it lives.
#[derive(Debug)]
pub struct Watch {
    watchers: Watchers,
    start: usize,
}

impl Watchers {
    pub(super) fn saw(&self, sql: &'static str) {
        if self.0.watching.load(Ordering::Relaxed) > 0 {
            self.seen().push(sql);
        }
    }

    pub(super) fn watch(&self) -> Watch {
        let seen = self.seen();
        self.0.watching.fetch_add(1, Ordering::Relaxed);
        Watch { watchers: self.clone(), start: seen.len() }
    }

    fn seen(&self) -> MutexGuard<'_, Vec<&'static str>> {
        self.0.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watch {
    /// The statements that ran so far, in order.
    #[must_use]
    pub fn statements(&self) -> Vec<&'static str> {
        self.watchers.seen()[self.start..].to_vec()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let mut seen = self.watchers.seen();
        if self.watchers.0.watching.fetch_sub(1, Ordering::Relaxed) == 1 {
            seen.clear();
        }
    }
}
