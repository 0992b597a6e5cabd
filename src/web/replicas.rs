//! What several processes count together on one PostgreSQL: requests a minute, and sign-ins to admin that failed.
//!
//! Each counts for itself and tells the others a few times a second; what is counted is named by hashes. A process that
//! hears nothing goes on with what it has counted itself: no request waits for this, or fails by it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::state::State;
use crate::{admin::Attempt, store::relay};

/// How often the others are told.
const TELLING: Duration = Duration::from_millis(200);
/// So many counts fit into a message.
const IN_A_MESSAGE: usize = 100;

/// What one process tells the others.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Counts {
    from: String,
    #[serde(default)]
    window: i64,
    #[serde(default)]
    requests: Vec<(String, u32)>,
    #[serde(default)]
    attempts: Vec<Attempt>,
}

/// Tells, as long as the server runs.
pub async fn tell(state: &State) {
    loop {
        tokio::time::sleep(TELLING).await;
        for counts in untold(state) {
            let Ok(payload) = serde_json::to_string(&counts) else { continue };
            if let Err(error) = relay::send_counts(&state.services.db, &payload).await {
                tracing::debug!(%error, "other processes could not be told what was counted");
            }
        }
    }
}

/// Takes in what another process tells.
pub fn hear(state: &State, text: &str) {
    let Ok(counts) = serde_json::from_str::<Counts>(text) else { return };
    if counts.from == state.replica {
        return;
    }
    state.rate_limiter.hear(counts.window, &counts.requests);
    for attempt in &counts.attempts {
        state.throttle.hear(attempt);
    }
}

fn untold(state: &State) -> Vec<Counts> {
    let from = || state.replica.clone();
    let (window, requests) = state.rate_limiter.untold();
    let requests = requests.chunks(IN_A_MESSAGE);
    let requests =
        requests.map(|some| Counts { from: from(), window, requests: some.to_vec(), ..Counts::default() });
    let attempts = state.throttle.untold();
    let attempts = attempts.chunks(IN_A_MESSAGE / 4);
    let attempts = attempts.map(|some| Counts { from: from(), attempts: some.to_vec(), ..Counts::default() });
    requests.chain(attempts).collect()
}
