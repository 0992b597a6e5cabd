//! In one process, all who want the same connection refreshed wait for one attempt and get its outcome.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::{OnceCell, RwLock};

use super::{RefreshProblem, RefreshWish};
use crate::{clock::Timestamp, id::ConnectionRowId, recent::Recent};

type Outcome = Result<(), RefreshProblem>;
type UnderWay = HashMap<Key, Arc<OnceCell<Outcome>>>;
/// Who wants something else waits by the row, as other processes do.
type Key = (ConnectionRowId, RefreshWish);

/// How long an answer of a service about a token is good.
const ANSWER_MILLIS: i64 = 60_000;
/// How many answers are remembered.
const ANSWERS: usize = 10_000;

/// The attempts that are under way in this process, and what services said of tokens a moment ago.
#[derive(Debug)]
pub struct RefreshGate {
    under_way: Mutex<UnderWay>,
    /// Held by each attempt, to wait for all of them.
    running: Arc<RwLock<()>>,
    /// Which version of a connection was asked about, and when.
    answers: Recent<ConnectionRowId, (i64, Timestamp)>,
}

impl Default for RefreshGate {
    fn default() -> Self {
        Self { under_way: Mutex::default(), running: Arc::default(), answers: Recent::new(ANSWERS) }
    }
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

    /// Remembers that the service did not call this token ended.
    pub(super) fn note_holds(&self, id: &ConnectionRowId, version: i64, at: Timestamp) {
        self.answers.insert(id.clone(), (version, at));
    }

    /// Whether the service was asked about this very token a moment ago.
    pub(super) fn holds(&self, id: &ConnectionRowId, version: i64, now: Timestamp) -> bool {
        let answer = self.answers.get(id);
        answer.is_some_and(|(asked, at)| asked == version && now.0.saturating_sub(at.0) < ANSWER_MILLIS)
    }

    /// Waits until nothing is under way.
    pub async fn settle(&self) {
        let _all = self.running.write().await;
    }

    fn all(&self) -> MutexGuard<'_, UnderWay> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Random;

    #[test]
    fn an_answer_is_good_for_a_minute_and_for_the_token_it_was_about() {
        let gate = RefreshGate::default();
        let random = Random::seeded(1);
        let (one, other) = (ConnectionRowId::random(&random), ConnectionRowId::random(&random));
        assert!(!gate.holds(&one, 1, Timestamp(0)));
        gate.note_holds(&one, 1, Timestamp(0));
        let asked = |id, version, at| gate.holds(id, version, Timestamp(at));
        assert!(asked(&one, 1, 0) && asked(&one, 1, 59_999));
        assert!(!asked(&one, 1, 60_000) && !asked(&one, 2, 0) && !asked(&other, 1, 0));
    }
}
