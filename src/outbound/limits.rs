//! How long, how large, how many at once.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::Duration,
};

use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};

use super::{error::OutboundError, stream::RequestBody};

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
    /// Calls that pass through, under way at once.
    pub streams: usize,
    /// Calls that pass through, under way at once to one host.
    pub streams_per_host: usize,
    /// Of a call that passes through: how long its answer may take to begin, and then to go on.
    pub idle: Duration,
    /// How long an answer may take to begin while the body is still on its way.
    pub upload: Duration,
    /// How long a connection is kept for the next call.
    pub pool_idle: Duration,
    /// How long a checked address is good; then the name is looked up and checked again.
    pub look_up_again: Duration,
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
            streams: 1_024,
            streams_per_host: 256,
            idle: Duration::from_mins(2),
            upload: Duration::from_hours(1),
            pool_idle: Duration::from_secs(30),
            look_up_again: Duration::from_secs(10),
        }
    }
}

impl Limits {
    /// How long an answer may take to begin.
    pub(super) const fn patience(&self, body: &RequestBody) -> Duration {
        match body {
            RequestBody::Empty | RequestBody::Whole(_) => self.idle,
            RequestBody::Passing(_) => self.upload,
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
    pub(super) fn new(concurrent: usize, per_host: usize, wait: Duration) -> Self {
        Self { all: Arc::new(Semaphore::new(concurrent)), per_host, wait, hosts: Mutex::default() }
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
