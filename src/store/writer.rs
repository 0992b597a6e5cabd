//! The one writer of SQLite: waiting writes share a commit.

use std::panic::AssertUnwindSafe;

use futures_util::{FutureExt, future::BoxFuture};
use rusqlite::Connection;
use tokio::{
    runtime::Handle,
    sync::{mpsc, oneshot},
};

use super::{
    StoreError,
    db::{Place, Tx},
    remembered::Commits,
    sqlite::{self, Location},
    watch::Watchers,
};

/// At most this many writes share a commit, so that the first of them does not wait for long.
const GROUP: usize = 64;
/// Writes beyond this many wait at their caller.
const QUEUE: usize = 1024;

/// Sends writes to the thread that owns the connection.
#[derive(Clone)]
pub(super) struct GroupedWriter {
    queue: mpsc::Sender<Message>,
}

enum Message {
    Write(Box<dyn Job>),
    Stop(oneshot::Sender<()>),
}

impl GroupedWriter {
    /// Opens the file, and starts the thread that writes to it.
    pub(super) fn start(
        location: Location,
        watchers: Watchers,
        commits: Commits,
    ) -> Result<Self, StoreError> {
        let connection = sqlite::connect_to_write(&location)?;
        let (queue, waiting) = mpsc::channel(QUEUE);
        let owned =
            Owned { location, watchers, commits, runtime: Handle::current(), connection: Some(connection) };
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || run(owned, waiting))
            .map_err(StoreError::unavailable)?;
        Ok(Self { queue })
    }

    /// Runs a write; `aside` says that it changes nothing that is remembered.
    pub(super) async fn write<T, F>(&self, work: F, aside: bool) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'tx> FnOnce(&'tx mut Tx) -> BoxFuture<'tx, Result<T, StoreError>> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let job = TypedJob { work: Some(work), outcome: None, answer, aside };
        let stopped = || StoreError::unavailable(sqlx::Error::PoolClosed);
        self.queue.send(Message::Write(Box::new(job))).await.map_err(|_| stopped())?;
        answered.await.map_err(|_| stopped())?
    }

    /// How many writes wait.
    pub(super) fn waiting(&self) -> usize {
        self.queue.max_capacity() - self.queue.capacity()
    }

    /// Waits until everything sent before is written, then ends.
    pub(super) async fn stop(&self) {
        let (done, wait) = oneshot::channel();
        if self.queue.send(Message::Stop(done)).await.is_ok() {
            let _ = wait.await;
        }
    }
}

/// The writer's one connection, opened anew after a failure.
struct Owned {
    location: Location,
    watchers: Watchers,
    commits: Commits,
    /// Writes are futures, even where none of them waits.
    runtime: Handle,
    connection: Option<Connection>,
}

fn run(mut owned: Owned, mut waiting: mpsc::Receiver<Message>) {
    while let Some(message) = waiting.blocking_recv() {
        let mut jobs = Vec::new();
        let mut stop = None;
        let mut next = Some(message);
        while let Some(message) = next.take() {
            match message {
                Message::Write(job) => jobs.push(job),
                Message::Stop(done) => stop = Some(done),
            }
            if jobs.len() < GROUP && stop.is_none() {
                next = waiting.try_recv().ok();
            }
        }
        if !jobs.is_empty() {
            commit_group(&mut owned, jobs);
        }
        if let Some(done) = stop {
            drop(owned.connection.take());
            let _ = done.send(());
            return;
        }
    }
}

impl Owned {
    /// Whatever state a failed group left the connection in, the next group does not inherit it.
    fn take(&mut self) -> Result<Tx, StoreError> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => sqlite::connect_to_write(&self.location)?,
        };
        Ok(Tx { place: Place::Sqlite(connection), watchers: self.watchers.clone() })
    }

    fn keep(&mut self, tx: Tx) {
        if let Place::Sqlite(connection) = tx.place {
            self.connection = Some(connection);
        }
    }
}

fn commit_group(owned: &mut Owned, mut jobs: Vec<Box<dyn Job>>) {
    let outcome = owned.take().and_then(|mut tx| {
        transaction(&mut tx, &owned.runtime, &mut jobs)?;
        owned.keep(tx);
        Ok(())
    });
    // Also after a failure: whether a commit that failed is on the disk is not certain.
    if !jobs.iter().all(|job| job.is_aside()) {
        owned.commits.add();
    }
    let failure = outcome.err().map(|error| chain(&error));
    for job in jobs {
        job.finish(failure.as_deref());
    }
}

/// The error with its cause: several callers are told the same, and an error cannot be copied.
fn chain(error: &StoreError) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}

fn transaction(tx: &mut Tx, runtime: &Handle, jobs: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
    control(tx, "BEGIN IMMEDIATE")?;
    let alone = jobs.len() == 1;
    for job in jobs {
        if alone {
            if !runtime.block_on(job.run(tx)) {
                return control(tx, "ROLLBACK");
            }
        } else {
            control(tx, "SAVEPOINT job")?;
            if !runtime.block_on(job.run(tx)) {
                control(tx, "ROLLBACK TO job")?;
            }
            control(tx, "RELEASE job")?;
        }
    }
    control(tx, "COMMIT")
}

fn control(tx: &Tx, sql: &str) -> Result<(), StoreError> {
    match &tx.place {
        Place::Sqlite(connection) => sqlite::execute(connection, sql, &[]).map(drop),
        Place::Postgres(_) => Ok(()),
    }
}

/// A write whose result type is forgotten, so that different ones can wait in one queue.
trait Job: Send {
    /// Runs the write; whether it may stay.
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool>;
    /// Whether it changes nothing that is remembered.
    fn is_aside(&self) -> bool;
    /// Answers the caller, with its own result or with why the commit failed.
    fn finish(self: Box<Self>, failure: Option<&str>);
}

struct TypedJob<T, F> {
    work: Option<F>,
    outcome: Option<Result<T, StoreError>>,
    answer: oneshot::Sender<Result<T, StoreError>>,
    aside: bool,
}

impl<T, F> Job for TypedJob<T, F>
where
    T: Send + 'static,
    F: for<'tx> FnOnce(&'tx mut Tx) -> BoxFuture<'tx, Result<T, StoreError>> + Send + 'static,
{
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool> {
        async move {
            let Some(work) = self.work.take() else { return false };
            let outcome = AssertUnwindSafe(work(tx))
                .catch_unwind()
                .await
                .unwrap_or_else(|_| Err(StoreError::NotCommitted("the write panicked".to_owned())));
            let stays = outcome.is_ok();
            self.outcome = Some(outcome);
            stays
        }
        .boxed()
    }

    fn is_aside(&self) -> bool {
        self.aside
    }

    fn finish(self: Box<Self>, failure: Option<&str>) {
        let not_committed = |reason: &str| Err(StoreError::NotCommitted(reason.to_owned()));
        let outcome = match (self.outcome, failure) {
            (Some(Err(error)), _) => Err(error),
            (_, Some(failure)) => not_committed(failure),
            (Some(Ok(value)), None) => Ok(value),
            (None, None) => not_committed("the write did not run"),
        };
        let _ = self.answer.send(outcome);
    }
}
