//! What is done without being asked: old sessions are forgotten, idle connections kept fresh, overdue flows
//! ended, connections that nobody came for deleted, results passed on between processes, webhooks sent.

use std::{sync::Arc, time::Duration};

use super::WebhookSender;
use crate::{
    admin::definition,
    clock::Random,
    connection::{drop_abandoned, finish_erasures, refresh_idle},
    store::{StoreError, connection::search::index_pending, relay::RelayListener, retention},
    trace,
    web::{drain::Phase, oauth, socket, state::State},
    webhook::{self, Breakers, Courier},
};

const TIDYING: Duration = Duration::from_hours(1);
/// How often connections that nobody reads are looked through (wire-protocol.md §9.1).
const REFRESHING: Duration = Duration::from_mins(10);
/// How often connections that nobody came for are looked for.
const DROPPING: Duration = Duration::from_mins(1);
/// How long a promise of the SDK outlives its flow.
const ENDING: Duration = Duration::from_secs(10);
/// How long a stopping server waits for the answers to its webhooks.
const FINISHING: Duration = Duration::from_secs(5);
/// How long a webhook waits for the next look at the outbox.
const SENDING: Duration = Duration::from_millis(500);

/// How long a new connection is searched for without the index.
const INDEXING: Duration = Duration::from_secs(1);
/// How long the index leaves the writer to others, while it has to catch up.
const BETWEEN_LINES: Duration = Duration::from_millis(300);

/// How long what happened in attempts stays in memory.
const TRACING: Duration = Duration::from_secs(1);

/// All jobs, until the server stops.
pub async fn run(state: Arc<State>, relay: Option<RelayListener>, webhooks: WebhookSender) {
    let relaying = async {
        if let Some(listener) = relay {
            socket::relay(&state, listener).await;
        }
    };
    let sending = async {
        if webhooks == WebhookSender::Job {
            send_webhooks(&state).await;
        }
    };
    let tracing = store_traces(&state);
    let dropping = drop_unexchanged(&state);
    let others = async {
        tokio::join!(
            tidy(&state),
            refresh(&state),
            end_flows(&state),
            dropping,
            relaying,
            erase(&state),
            index(&state),
            read_definitions(&state),
            tracing
        )
    };
    // What they were doing is done by the next process; only what is sent to others is finished first.
    let others = async {
        tokio::select! {
            _ = others => {}
            () = state.drain.stopping() => {}
        }
    };
    tokio::join!(sending, others);
}

/// Forgets old sessions, once an hour.
async fn tidy(state: &State) {
    let mut hourly = tokio::time::interval(TIDYING);
    loop {
        hourly.tick().await;
        let now = state.services.clock.now();
        let purged =
            state.services.db.write(move |tx| Box::pin(async move { retention::purge(tx, now).await })).await;
        if let Err(error) = purged {
            tracing::warn!(%error, "old sessions could not be deleted");
        }
    }
}

async fn refresh(state: &State) {
    let origin = state.public_url.origin();
    loop {
        tokio::time::sleep(about(REFRESHING, &state.services.random)).await;
        if let Err(error) = refresh_idle(&state.services, origin.as_str()).await {
            tracing::warn!(%error, "idle connections could not be refreshed");
        }
    }
}

async fn end_flows(state: &State) {
    loop {
        tokio::time::sleep(about(ENDING, &state.services.random)).await;
        if let Err(error) = oauth::end_overdue(state).await {
            tracing::warn!(%error, "overdue flows could not be ended");
        }
    }
}

async fn send_webhooks(state: &State) {
    let breakers = Breakers::default();
    let mut courier = Courier::new(&state.services, &breakers);
    loop {
        let pause = match take_webhooks(state, &mut courier).await {
            Ok(true) if state.drain.phase() != Phase::Stopping => continue,
            Ok(true) => Duration::ZERO,
            Ok(false) => SENDING,
            Err(error) => {
                tracing::warn!(%error, "webhooks could not be sent");
                ENDING
            }
        };
        tokio::select! {
            () = tokio::time::sleep(about(pause, &state.services.random)) => {}
            () = state.drain.stopping() => break,
            Some(outcome) = courier.finished() => {
                if let Err(error) = outcome {
                    tracing::warn!(%error, "what came of a webhook could not be stored");
                }
            }
        }
    }
    if let Err(error) = courier.finish(FINISHING).await {
        tracing::warn!(%error, "webhooks under way could not be given back: they are sent again in half a minute");
    }
}

/// Whether there was anything to do.
async fn take_webhooks(state: &State, courier: &mut Courier<'_>) -> Result<bool, StoreError> {
    let spread = webhook::spread(&state.services).await?;
    Ok(spread + courier.take().await? > 0)
}

/// Finishes the erasures that a killed process has left.
async fn erase(state: &State) {
    let origin = state.public_url.origin();
    loop {
        tokio::time::sleep(about(DROPPING, &state.services.random)).await;
        match finish_erasures(&state.services, origin.as_str()).await {
            Ok(0) => {}
            Ok(finished) => tracing::info!(finished, "erasures that were interrupted are finished"),
            Err(error) => tracing::warn!(%error, "interrupted erasures could not be finished"),
        }
    }
}

async fn drop_unexchanged(state: &State) {
    let origin = state.public_url.origin();
    loop {
        tokio::time::sleep(about(DROPPING, &state.services.random)).await;
        match drop_abandoned(&state.services, origin.as_str()).await {
            Ok(0) => {}
            Ok(dropped) => tracing::info!(dropped, "connections whose code nobody exchanged are deleted"),
            Err(error) => tracing::warn!(%error, "connections that nobody came for could not be deleted"),
        }
    }
}

/// Lets the search's index catch up with what was written.
async fn index(state: &State) {
    loop {
        match index_pending(&state.services.db).await {
            Ok(true) => tokio::time::sleep(BETWEEN_LINES).await,
            Ok(false) => tokio::time::sleep(about(INDEXING, &state.services.random)).await,
            Err(error) => {
                tracing::warn!(%error, "the search index could not be kept");
                tokio::time::sleep(ENDING).await;
            }
        }
    }
}

/// What another process has changed is told at once; this is for what was not heard.
async fn read_definitions(state: &State) {
    loop {
        tokio::time::sleep(about(DROPPING, &state.services.random)).await;
        if let Err(error) = definition::reload(&state.services).await {
            tracing::warn!(%error, "the environments' own definitions could not be read again");
        }
    }
}

async fn store_traces(state: &State) {
    loop {
        tokio::time::sleep(about(TRACING, &state.services.random)).await;
        trace::store(&state.services).await;
    }
}

/// Processes that start together do not stay together: up to a fifth more or less.
fn about(interval: Duration, random: &Random) -> Duration {
    let [jitter] = random.bytes::<1>();
    interval.mul_f64(0.8 + 0.4 * f64::from(jitter) / 255.0)
}
