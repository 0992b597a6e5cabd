//! Beside the requests: results from other processes.
//!
//! A process hears of a result at once over the database's own channel; what that loses it finds in the rows.

use std::{future::pending, time::Duration};

use actix_web::web::Data;

use crate::{
    store::{
        StoreError, flow,
        relay::{Heard, RelayListener},
    },
    web::{oauth, state::State},
};

/// How often the rows are read while somebody waits.
const LOOK: Duration = Duration::from_secs(5);
/// How far back they are read: longer than a write takes from its clock to its commit.
const LOOK_BACK_MILLIS: i64 = 60 * 1000;
/// How long an unreachable database is left alone.
const PAUSE: Duration = Duration::from_secs(1);

/// Runs as long as the server.
pub async fn relay(state: Data<State>, mut listener: Option<RelayListener>) {
    let mut look = tokio::time::interval(LOOK);
    loop {
        let outcome = tokio::select! {
            heard = next(&mut listener) => match heard {
                Ok(Heard::Text(relayed)) => {
                    state.sockets.tell_text(&relayed.socket, relayed.text);
                    Ok(())
                }
                Ok(Heard::Interrupted) => look_for_ends(&state).await,
                Err(error) => {
                    tokio::time::sleep(PAUSE).await;
                    Err(error)
                }
            },
            _ = look.tick(), if listener.is_some() => look_for_ends(&state).await,
        };
        if let Err(error) = outcome {
            tracing::warn!(%error, "results of flows cannot be passed on just now");
        }
    }
}

async fn next(listener: &mut Option<RelayListener>) -> Result<Heard, StoreError> {
    match listener {
        Some(listener) => listener.next().await,
        None => pending().await,
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
