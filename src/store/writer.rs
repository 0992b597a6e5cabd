//! The one writer of SQLite: waiting writes share a commit.

use std::panic::AssertUnwindSafe;

use futures_util::{FutureExt, future::BoxFuture};
use sqlx::{AnyConnection, Connection, Executor};
use tokio::sync::{mpsc, oneshot};

use super::{StoreError, sqlite};

/// At most this many writes share a commit, so that the first of them does not wait for long.
const GROUP: usize = 64;
/// Writes beyond this many wait at their caller.
const QUEUE: usize = 1024;

/// Sends writes to the task that owns the connection.
#[derive(Clone)]
pub(super) struct GroupedWriter {
    queue: mpsc::Sender<Message>,
}

enum Message {
    Write(Box<dyn Job>),
    Stop(oneshot::Sender<()>),
}

impl GroupedWriter {
    /// Starts with an open connection; `url` is for another one, should that one fail.
    pub(super) fn start(url: String, connection: AnyConnection) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(run(Owned { url, connection: Some(connection) }, waiting));
        Self { queue }
    }

    pub(super) async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'tx> FnOnce(&'tx mut AnyConnection) -> BoxFuture<'tx, Result<T, StoreError>> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let job = TypedJob { work: Some(work), outcome: None, answer };
        let stopped = || StoreError::Unavailable(sqlx::Error::PoolClosed);
        self.queue.send(Message::Write(Box::new(job))).await.map_err(|_| stopped())?;
        answered.await.map_err(|_| stopped())?
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
    url: String,
    connection: Option<AnyConnection>,
}

async fn run(mut owned: Owned, mut waiting: mpsc::Receiver<Message>) {
    while let Some(message) = waiting.recv().await {
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
            commit_group(&mut owned, jobs).await;
        }
        if let Some(done) = stop {
            owned.close().await;
            let _ = done.send(());
            return;
        }
    }
}

impl Owned {
    async fn open(&mut self) -> Result<&mut AnyConnection, sqlx::Error> {
        if self.connection.is_none() {
            self.connection = Some(sqlite::connect(&self.url).await?);
        }
        self.connection.as_mut().ok_or(sqlx::Error::PoolClosed)
    }

    async fn close(&mut self) {
        if let Some(connection) = self.connection.take() {
            drop(connection.close().await);
        }
    }
}

async fn commit_group(owned: &mut Owned, mut jobs: Vec<Box<dyn Job>>) {
    let outcome = match owned.open().await {
        Ok(connection) => transaction(connection, &mut jobs).await,
        Err(error) => Err(error),
    };
    if outcome.is_err() {
        // Whatever state the connection is in, the next group must not inherit it.
        owned.close().await;
    }
    let failure = outcome.err().map(|error| error.to_string());
    for job in jobs {
        job.finish(failure.as_deref());
    }
}

async fn transaction(connection: &mut AnyConnection, jobs: &mut [Box<dyn Job>]) -> Result<(), sqlx::Error> {
    connection.execute("BEGIN IMMEDIATE").await?;
    let alone = jobs.len() == 1;
    for job in jobs {
        if alone {
            if !job.run(connection).await {
                connection.execute("ROLLBACK").await?;
                return Ok(());
            }
        } else {
            connection.execute("SAVEPOINT job").await?;
            if !job.run(connection).await {
                connection.execute("ROLLBACK TO job").await?;
            }
            connection.execute("RELEASE job").await?;
        }
    }
    connection.execute("COMMIT").await?;
    Ok(())
}

/// A write whose result type is forgotten, so that different ones can wait in one queue.
trait Job: Send {
    /// Runs the write; whether it may stay.
    fn run<'a>(&'a mut self, connection: &'a mut AnyConnection) -> BoxFuture<'a, bool>;
    /// Answers the caller, with its own result or with why the commit failed.
    fn finish(self: Box<Self>, failure: Option<&str>);
}

struct TypedJob<T, F> {
    work: Option<F>,
    outcome: Option<Result<T, StoreError>>,
    answer: oneshot::Sender<Result<T, StoreError>>,
}

impl<T, F> Job for TypedJob<T, F>
where
    T: Send + 'static,
    F: for<'tx> FnOnce(&'tx mut AnyConnection) -> BoxFuture<'tx, Result<T, StoreError>> + Send + 'static,
{
    fn run<'a>(&'a mut self, connection: &'a mut AnyConnection) -> BoxFuture<'a, bool> {
        async move {
            let Some(work) = self.work.take() else { return false };
            let outcome = AssertUnwindSafe(work(connection))
                .catch_unwind()
                .await
                .unwrap_or_else(|_| Err(StoreError::NotCommitted("the write panicked".to_owned())));
            let stays = outcome.is_ok();
            self.outcome = Some(outcome);
            stays
        }
        .boxed()
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
