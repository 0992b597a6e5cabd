//! One breaker per address: after a row of failures it is left alone for a minute, then one webhook tries it.
//!
//! Of this process only: each replica finds out for itself, which costs a few attempts and no coordination.

use std::{collections::HashMap, sync::Mutex};

use crate::clock::Timestamp;

/// Failures in a row that open it.
const FAILURES: u32 = 5;
/// How long it stays open, in milliseconds.
const OPEN_MILLIS: i64 = 60_000;
/// Addresses that are remembered; those that work need no memory.
const MOST: usize = 10_000;

/// What is known of the addresses that fail.
#[derive(Debug, Default)]
pub struct Breakers(Mutex<HashMap<String, Breaker>>);

#[derive(Clone, Copy, Debug, Default)]
struct Breaker {
    failures: u32,
    open_until: Option<Timestamp>,
}

impl Breakers {
    /// Until when an address is to be left alone; nothing when it may be tried.
    #[must_use]
    pub fn open_until(&self, url: &str, now: Timestamp) -> Option<Timestamp> {
        let mut all = self.lock();
        let breaker = all.get_mut(url)?;
        let until = breaker.open_until?;
        if now < until {
            return Some(until);
        }
        // Half open: this one tries, and all others wait for what comes of it.
        breaker.open_until = Some(Timestamp(now.0 + OPEN_MILLIS));
        None
    }

    /// Notes what came of an attempt.
    pub fn note(&self, url: &str, arrived: bool, now: Timestamp) {
        let mut all = self.lock();
        if arrived {
            all.remove(url);
            return;
        }
        if all.len() >= MOST && !all.contains_key(url) {
            all.clear();
        }
        let breaker = all.entry(url.to_owned()).or_default();
        breaker.failures += 1;
        if breaker.failures >= FAILURES {
            breaker.open_until = Some(Timestamp(now.0 + OPEN_MILLIS));
        }
    }

    /// How many addresses are left alone now.
    #[must_use]
    pub fn open(&self, now: Timestamp) -> usize {
        self.lock().values().filter(|breaker| breaker.open_until.is_some_and(|until| now < until)).count()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Breaker>> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://acme.example/hook";

    #[test]
    fn five_failures_in_a_row_open_it_and_one_success_closes_it() {
        let breakers = Breakers::default();
        let at = |seconds: i64| Timestamp(seconds * 1_000);
        for _ in 0..4 {
            breakers.note(URL, false, at(0));
        }
        assert_eq!(breakers.open_until(URL, at(0)), None);
        breakers.note(URL, false, at(0));
        assert_eq!(breakers.open_until(URL, at(1)), Some(at(60)));
        assert_eq!(breakers.open_until("https://other.example/", at(1)), None);
        assert_eq!(breakers.open_until(URL, at(60)), None, "one tries");
        assert_eq!(breakers.open_until(URL, at(60)), Some(at(120)), "and the others wait for it");
        breakers.note(URL, true, at(61));
        assert_eq!(breakers.open_until(URL, at(61)), None);
    }
}
