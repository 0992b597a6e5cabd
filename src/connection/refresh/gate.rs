//! In one process, all who want the same connection refreshed wait for one attempt and get its outcome.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::{OnceCell, RwLock};

use super::{RefreshProblem, RefreshWish};
use crate::id::ConnectionRowId;

type Outcome = Result<(), RefreshProblem>;
type UnderWay = HashMap<Key, Arc<OnceCell<Outcome>>>;
/// Who wants something else waits by the row, as other processes do.
type Key = (ConnectionRowId, RefreshWish);

/// The attempts that are under way in this process.
#[derive(Debug, Default)]
pub struct RefreshGate {
    under_way: Mutex<UnderWay>,
    /// Held by each attempt, to wait for all of them.
    running: Arc<RwLock<()>>,
}

impl RefreshGate {
    /// Runs an attempt, or waits for the one that runs. What runs is a task of its own: a caller who goes away does not
    /// stop it between the service's answer and our store.
    pub(super) async fn once(
        &self,
        key: Key,
        attempt: impl Future<Output = Outcome> + Send + 'static,
    ) -> Outcome {
        let cell = Arc::clone(self.all().entry(key.clone()).or_default());
        let begin = || async {
            let running = Arc::clone(&self.running).read_owned().await;
            let task = tokio::spawn(async move {
                let _running = running;
                attempt.await
            });
            let outcome = task.await.unwrap_or(Err(RefreshProblem::Internal));
            self.all().remove(&key);
            outcome
        };
        cell.get_or_init(begin).await.clone()
    }

    /// Waits until nothing is under way.
    pub async fn settle(&self) {
        let _all = self.running.write().await;
    }

    fn all(&self) -> MutexGuard<'_, UnderWay> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
