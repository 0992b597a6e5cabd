//! Who may try to sign in, and how many try at once. In memory: a restart forgives, a guess a second does not help.
//! Several processes tell each other of the attempts.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;

use crate::{clock::Timestamp, secret::Fingerprint};

/// Attempts without a wait.
const FREE: u32 = 5;
const FIRST_WAIT_MILLIS: i64 = 30_000;
/// The first wait doubles at most this often: to 16 minutes.
const MOST_DOUBLINGS: u32 = 5;
/// After this long without an attempt, all is forgotten.
const FORGET_MINUTES: i64 = 60;
/// How many names and addresses are remembered before the forgotten ones are cleared away.
const SWEEP_AT: usize = 10_000;
/// Attempts that wait to be told.
const MOST_UNTOLD: usize = 1_000;
/// Each argon2 takes 19 MB and a core.
const AT_ONCE: usize = 2;

/// Failed attempts by name and by address.
pub struct Throttle {
    failures: Mutex<HashMap<Key, Failures>>,
    untold: Mutex<Vec<Attempt>>,
    hashing: Semaphore,
}

/// Too many attempts failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// When the next attempt is let through.
    pub until: Timestamp,
}

/// An attempt, as other processes hear of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    keys: Vec<Key>,
    at: i64,
    succeeded: bool,
}

/// A hash of an address, or of a name and an address. A name alone has no entry: else anybody could lock its owner out.
type Key = String;

#[derive(Clone, Copy)]
struct Failures {
    count: u32,
    last: Timestamp,
    blocked_until: Timestamp,
}

impl Throttle {
    /// Nobody has failed yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            failures: Mutex::new(HashMap::new()),
            untold: Mutex::default(),
            hashing: Semaphore::new(AT_ONCE),
        }
    }

    /// Lets an attempt through or refuses it. It counts as failed until [`Self::succeeded`]: attempts that run side
    /// by side are counted, too.
    pub fn attempt(&self, name: &str, address: Option<IpAddr>, now: Timestamp) -> Result<(), Refused> {
        let mut failures = self.lock();
        if failures.len() >= SWEEP_AT {
            failures.retain(|_, entry| entry.last.plus_minutes(FORGET_MINUTES) > now);
        }
        let keys = keys(name, address);
        let blocked = keys.iter().filter_map(|key| failures.get(key)).map(|entry| entry.blocked_until).max();
        if let Some(until) = blocked.filter(|until| *until > now) {
            return Err(Refused { until });
        }
        note(&mut failures, &keys, now);
        self.will_tell(Attempt { keys, at: now.0, succeeded: false });
        Ok(())
    }

    /// What happened here since the last call.
    pub fn untold(&self) -> Vec<Attempt> {
        std::mem::take(&mut *self.untold.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Notes what happened in another process.
    pub fn hear(&self, attempt: &Attempt) {
        let mut failures = self.lock();
        if attempt.succeeded {
            for key in &attempt.keys {
                failures.remove(key);
            }
        } else if failures.len() < SWEEP_AT {
            note(&mut failures, &attempt.keys, Timestamp(attempt.at));
        }
    }

    fn will_tell(&self, attempt: Attempt) {
        let mut untold = self.untold.lock().unwrap_or_else(PoisonError::into_inner);
        // Where there is no other process nobody takes them away.
        if untold.len() < MOST_UNTOLD {
            untold.push(attempt);
        }
    }

    /// Forgets the failures of a name and an address that have shown to be right.
    pub fn succeeded(&self, name: &str, address: Option<IpAddr>) {
        let keys = keys(name, address);
        let mut failures = self.lock();
        for key in &keys {
            failures.remove(key);
        }
        self.will_tell(Attempt { keys, at: 0, succeeded: true });
    }

    /// Runs a hash off the request threads, a few at once.
    pub(super) async fn one_at_a_time<T: Send + 'static>(
        &self,
        hash: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let _permit = self.hashing.acquire().await.ok()?;
        tokio::task::spawn_blocking(hash).await.ok()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Failures>> {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Throttle {
    fn default() -> Self {
        Self::new()
    }
}

fn keys(name: &str, address: Option<IpAddr>) -> Vec<Key> {
    // A name of any length must not fill the memory.
    let name = name.chars().take(64).collect::<String>().to_lowercase();
    let from = address.map(|address| network(address).to_string());
    let name_from = hash(&[&name, from.as_deref().unwrap_or_default()]);
    std::iter::once(name_from).chain(from.map(|from| hash(&[&from]))).collect()
}

fn hash(texts: &[&str]) -> Key {
    hex::encode(&Fingerprint::of_all(texts.iter().copied()).as_bytes()[..16])
}

fn note(failures: &mut HashMap<Key, Failures>, keys: &[Key], at: Timestamp) {
    for key in keys {
        let entry = failures.entry(key.clone()).or_insert(Failures { count: 0, last: at, blocked_until: at });
        if entry.last.plus_minutes(FORGET_MINUTES) <= at {
            entry.count = 0;
        }
        entry.count += 1;
        entry.last = entry.last.max(at);
        entry.blocked_until = entry.blocked_until.max(at.plus_millis(wait(entry.count)));
    }
}

/// One customer has a whole /64 of IPv6.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

fn wait(count: u32) -> i64 {
    match count.checked_sub(FREE) {
        None => 0,
        Some(beyond) => FIRST_WAIT_MILLIS << beyond.min(MOST_DOUBLINGS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_attempts_are_free_and_then_waits_double() {
        let throttle = Throttle::new();
        let address = Some("192.0.2.1".parse().unwrap());
        let mut now = Timestamp(0);
        for _ in 0..5 {
            throttle.attempt("alice", address, now).unwrap();
        }
        let first = throttle.attempt("alice", address, now).unwrap_err();
        assert_eq!(first.until, Timestamp(30_000));
        // Another name from the same address is refused; the same name from elsewhere is not: nobody is locked out.
        assert!(throttle.attempt("bob", address, now).is_err());
        assert!(throttle.attempt("Alice", Some("192.0.2.9".parse().unwrap()), now).is_ok());
        assert!(throttle.attempt("bob", Some("192.0.2.9".parse().unwrap()), now).is_ok());
        now = first.until;
        throttle.attempt("alice", address, now).unwrap();
        assert_eq!(throttle.attempt("alice", address, now).unwrap_err().until, Timestamp(90_000));
        throttle.succeeded("alice", address);
        assert!(throttle.attempt("alice", address, now).is_ok());
    }
}
