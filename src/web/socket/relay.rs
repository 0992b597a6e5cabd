//! Beside the requests: results from other processes, and the end of flows whose time is over.
//!
//! A process hears of a result at once over the database's own channel; what that loses it finds in the rows.

use std::{future::pending, time::Duration};

use actix_web::web::Data;

use crate::{
    store::{
        StoreError,
        flow::{self, EndedFlow},
        relay::{Heard, RelayListener},
    },
    web::{oauth, state::State},
};

/// How often the rows are read while somebody waits.
const LOOK: Duration = Duration::from_secs(5);
/// How far back they are read: longer than a write takes from its clock to its commit.
const LOOK_BACK_MILLIS: i64 = 60 * 1000;
/// How often flows are ended whose time is over.
const SWEEP: Duration = Duration::from_secs(30);
/// How long an unreachable database is left alone.
const PAUSE: Duration = Duration::from_secs(1);

/// Runs as long as the server.
pub async fn relay(state: Data<State>, mut listener: Option<RelayListener>) {
    let mut look = tokio::time::interval(LOOK);
    let mut sweep = tokio::time::interval(SWEEP);
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
            _ = sweep.tick() => end_overdue(&state).await,
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

/// Nobody waits for ever: a flow whose time is over ends, and its socket hears so.
pub async fn end_overdue(state: &State) -> Result<(), StoreError> {
    let now = state.services.clock.now();
    let write = state.services.db.write(move |tx| Box::pin(async move { flow::end_overdue(tx, now).await }));
    let ended: Vec<EndedFlow> = write.await?;
    for ended in ended {
        oauth::report(state, &ended.into()).await;
    }
    Ok(())
}
