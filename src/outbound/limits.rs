//! How long, how large, how many at once.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::Duration,
};

use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};

use super::error::OutboundError;

/// The limits of every call.
#[derive(Clone, Debug)]
pub struct Limits {
    /// To connect, TLS included.
    pub connect: Duration,
    /// For the whole call, redirects and body included.
    pub total: Duration,
    /// Bytes of body.
    pub body_bytes: usize,
    /// Redirects followed.
    pub redirects: u8,
    /// Calls under way at once.
    pub concurrent: usize,
    /// Calls under way at once to one host.
    pub concurrent_per_host: usize,
    /// How long a call waits for its turn.
    pub wait: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(15),
            body_bytes: 1_000_000,
            redirects: 3,
            concurrent: 128,
            concurrent_per_host: 32,
            wait: Duration::from_secs(2),
        }
    }
}

/// Hands out the right to call. Waiting is short: a full house is an answer.
#[derive(Debug)]
pub(super) struct Gate {
    all: Arc<Semaphore>,
    per_host: usize,
    wait: Duration,
    hosts: Mutex<HashMap<String, Weak<Semaphore>>>,
}

/// Held while a call is under way.
pub(super) struct Permit {
    _all: OwnedSemaphorePermit,
    _host: OwnedSemaphorePermit,
}

impl Gate {
    pub(super) fn new(limits: &Limits) -> Self {
        let all = Arc::new(Semaphore::new(limits.concurrent));
        Self { all, per_host: limits.concurrent_per_host, wait: limits.wait, hosts: Mutex::default() }
    }

    pub(super) async fn enter(&self, host: &str) -> Result<Permit, OutboundError> {
        let turn = async {
            // the host's turn first: a slow host must not hold places that others could use
            let host = self.host(host).acquire_owned().await?;
            Ok::<_, AcquireError>(Permit { _host: host, _all: Arc::clone(&self.all).acquire_owned().await? })
        };
        match tokio::time::timeout(self.wait, turn).await {
            Ok(Ok(permit)) => Ok(permit),
            Ok(Err(_)) | Err(_) => Err(OutboundError::Busy),
        }
    }

    /// The host's semaphore; those that nobody holds any more are forgotten.
    fn host(&self, host: &str) -> Arc<Semaphore> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(semaphore) = hosts.get(host).and_then(Weak::upgrade) {
            return semaphore;
        }
        hosts.retain(|_, semaphore| semaphore.strong_count() > 0);
        let semaphore = Arc::new(Semaphore::new(self.per_host));
        hosts.insert(host.to_owned(), Arc::downgrade(&semaphore));
        semaphore
    }
}
