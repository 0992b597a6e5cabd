//! How many calls went out, by what came of them. An outcome is a class of status or the kind of an error, never a host.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use reqwest::StatusCode;

use super::{OutboundClient, OutboundError};

/// The counts since the start.
#[derive(Debug, Default)]
pub(super) struct Tally(Mutex<BTreeMap<&'static str, u64>>);

impl Tally {
    /// Counts a call; the name of its outcome.
    pub(super) fn note(&self, outcome: Result<StatusCode, OutboundError>) -> &'static str {
        let outcome = match &outcome {
            Ok(status) => class(*status),
            Err(error) => error.code(),
        };
        *self.lock().entry(outcome).or_default() += 1;
        outcome
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<&'static str, u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OutboundClient {
    /// How many calls were made, by what came of them.
    #[must_use]
    pub fn calls(&self) -> Vec<(&'static str, u64)> {
        self.0.tally.lock().iter().map(|(outcome, count)| (*outcome, *count)).collect()
    }
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}
