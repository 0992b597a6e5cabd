//! Results from other processes on the same database, for the sockets of this one.
//!
//! A process hears of a result at once over the database's own channel; what that loses it finds in the rows.

use std::time::Duration;

use crate::{
    admin::definition,
    store::{
        StoreError, flow,
        relay::{Heard, RelayListener},
    },
    web::{oauth, replicas, state::State},
};

/// How often the rows are read while somebody waits.
const LOOK: Duration = Duration::from_secs(3);
/// How far back they are read: longer than a write takes from its clock to its commit.
const LOOK_BACK_MILLIS: i64 = 60 * 1000;
/// How long an unreachable database is left alone.
const PAUSE: Duration = Duration::from_secs(1);

/// Runs as long as the server.
pub async fn relay(state: &State, listener: RelayListener) {
    tokio::join!(hear(state, listener), look(state), replicas::tell(state));
}

async fn hear(state: &State, mut listener: RelayListener) {
    loop {
        let outcome = match listener.next().await {
            Ok(Heard::Text(relayed)) => {
                state.sockets.tell_text(&relayed.socket, relayed.text);
                Ok(())
            }
            Ok(Heard::Counts(text)) => {
                replicas::hear(state, &text);
                Ok(())
            }
            Ok(Heard::Definitions) => definition::reload(&state.services).await,
            Ok(Heard::Interrupted) => match definition::reload(&state.services).await {
                Ok(()) => look_for_ends(state).await,
                Err(error) => Err(error),
            },
            Err(error) => Err(error),
        };
        if let Err(error) = outcome {
            tracing::warn!(%error, "results of other processes cannot be heard just now");
            tokio::time::sleep(PAUSE).await;
        }
    }
}

async fn look(state: &State) {
    let mut look = tokio::time::interval(LOOK);
    loop {
        look.tick().await;
        if let Err(error) = look_for_ends(state).await {
            tracing::warn!(%error, "results of other processes cannot be read just now");
        }
    }
}

/// Tells the sockets of this process what the rows say.
async fn look_for_ends(state: &State) -> Result<(), StoreError> {
    if state.sockets.waiting().is_empty() {
        return Ok(());
    }
    let since = state.services.clock.now().plus_millis(-LOOK_BACK_MILLIS);
    for ended in flow::ended_since(&state.services.db, since).await? {
        oauth::report_here(state, &ended.into());
    }
    Ok(())
}
