//! Spans that have ended and wait to be sent.

use std::sync::{Mutex, PoisonError};

/// The most that wait; a collector that is away must not fill the memory.
const MOST: usize = 4096;

/// A span that has ended.
#[derive(Clone, Debug)]
pub(super) struct Ended {
    pub name: &'static str,
    pub trace: [u8; 16],
    pub id: [u8; 8],
    pub parent: Option<[u8; 8]>,
    /// Nanoseconds since 1970.
    pub started: u128,
    pub until: u128,
    pub fields: Vec<(&'static str, String)>,
}

/// Those that wait, and how many found no place.
#[derive(Debug, Default)]
pub(super) struct Spans(Mutex<(Vec<Ended>, usize)>);

impl Spans {
    pub(super) fn push(&self, span: Ended) {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if inner.0.len() < MOST {
            inner.0.push(span);
        } else {
            inner.1 += 1;
        }
    }

    pub(super) fn take(&self) -> (Vec<Ended>, usize) {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
