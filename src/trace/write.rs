//! Writing what was noted: many attempts share a transaction, and nobody waits for it.

use super::{Stage, Subject, buffer::Noted};
use crate::{
    id::AttemptId,
    services::Services,
    store::{
        StoreError, Tx,
        connect_attempt::{self, AttemptKey, AttemptWrite, StepWrite},
    },
};

/// How many attempts share a transaction, so that no other write waits for long.
const GROUP: usize = 100;

/// Writes everything that waits. What cannot be written is lost, and counted.
pub async fn store(services: &Services) {
    let mut waiting = services.traces.take().into_iter().peekable();
    while waiting.peek().is_some() {
        let group: Vec<_> =
            waiting.by_ref().take(GROUP).map(|entry| (AttemptId::random(&services.random), entry)).collect();
        let steps = group.iter().map(|(_, (_, steps))| steps.len()).sum();
        let written = services.db.write_aside(move |tx| {
            Box::pin(async move {
                for (id, (subject, steps)) in group {
                    write(tx, id, subject, &steps).await?;
                }
                Ok(())
            })
        });
        if let Err(error) = written.await {
            services.traces.lost(steps);
            tracing::warn!(%error, steps, "what happened in attempts could not be written");
        }
    }
}

async fn write(tx: &mut Tx, id: AttemptId, subject: Subject, steps: &[Noted]) -> Result<(), StoreError> {
    let Some(key) = key(tx, subject).await? else { return Ok(()) };
    connect_attempt::add(tx, &attempt(id, key, steps)).await
}

async fn key(tx: &mut Tx, subject: Subject) -> Result<Option<AttemptKey>, StoreError> {
    match subject {
        Subject::Session(session_id) => Ok(Some(AttemptKey { session_id, integration_key: String::new() })),
        Subject::Integration(session_id, integration_key) => {
            Ok(Some(AttemptKey { session_id, integration_key }))
        }
        Subject::Flow(flow) => connect_attempt::of_flow(tx, &flow).await,
        Subject::Connection(environment, id) => connect_attempt::of_connection(tx, &environment, &id).await,
    }
}

fn attempt(id: AttemptId, key: AttemptKey, steps: &[Noted]) -> AttemptWrite {
    let stage = steps.iter().map(|noted| noted.step.stage()).max().unwrap_or(Stage::Opened);
    AttemptWrite {
        id,
        session_id: key.session_id,
        integration_key: key.integration_key,
        stage: stage as i64,
        verdict: steps.iter().rev().find_map(|noted| noted.step.verdict()),
        connection_id: steps.iter().rev().find_map(|noted| noted.step.connection_id()).map(str::to_owned),
        steps: steps.iter().map(step).collect(),
    }
}

fn step(noted: &Noted) -> StepWrite {
    StepWrite {
        kind: noted.step.kind(),
        code: noted.step.code().map(super::Code::as_str),
        detail: noted.step.detail(),
        times: noted.times,
        at: noted.at,
    }
}
