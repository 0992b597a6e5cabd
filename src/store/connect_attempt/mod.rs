//! What happened in each attempt to connect: written in the background, read by admin.

mod list;
mod steps;

pub use list::{AttemptFilter, AttemptRow, FunnelRow, find, funnel, list, that_made};
pub use steps::{DeliveryLine, StepRow, deliveries, steps};

use super::{NamedStatement, StoreError, Tx, query::query, row::Reader, statements};
use crate::{
    clock::Timestamp,
    id::{AttemptId, EnvironmentId, FlowId, SessionId},
};

statements! {
    // A verdict of nothing leaves the one before it. Who was connected stays connected at that stage.
    UPSERT = "INSERT INTO connect_attempt (id, environment_id, session_id, integration_key, stage, outcome, code, \
        connection_id, created_at, updated_at) SELECT CAST($1 AS TEXT), s.environment_id, s.id, CAST($2 AS TEXT), \
        CAST($3 AS BIGINT), COALESCE(CAST($4 AS TEXT), 'open'), CAST($5 AS TEXT), CAST($6 AS TEXT), \
        CAST($7 AS BIGINT), CAST($8 AS BIGINT) FROM connect_session s WHERE s.id = $9 \
        ON CONFLICT (session_id, integration_key) DO UPDATE SET \
        stage = CASE WHEN excluded.stage > connect_attempt.stage THEN excluded.stage ELSE connect_attempt.stage END, \
        outcome = COALESCE(CAST($4 AS TEXT), connect_attempt.outcome), \
        code = CASE WHEN CAST($4 AS TEXT) IS NULL THEN connect_attempt.code ELSE excluded.code END, \
        connection_id = COALESCE(excluded.connection_id, connect_attempt.connection_id), \
        updated_at = excluded.updated_at";
    ADD_STEP = "INSERT INTO connect_attempt_step (session_id, integration_key, kind, code, detail, times, at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    OF_FLOW = "SELECT f.session_id, i.unique_key AS integration_key FROM flow f \
        JOIN integration i ON i.id = f.integration_id WHERE f.id = $1";
    OF_CONNECTION = "SELECT session_id, integration_key FROM connect_attempt \
        WHERE connection_id = $1 AND environment_id = $2 ORDER BY number DESC LIMIT 1";
}

/// All statements about attempts.
#[must_use]
pub fn statements() -> Vec<NamedStatement> {
    [STATEMENTS, list::STATEMENTS, steps::STATEMENTS].concat()
}

/// What an attempt has come to, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing yet.
    Open,
    /// A connection.
    Connected,
    /// A refusal.
    Refused,
}

impl Outcome {
    /// The column's text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Connected => "connected",
            Self::Refused => "refused",
        }
    }

    /// The outcome of a text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Open, Self::Connected, Self::Refused].into_iter().find(|outcome| outcome.as_str() == text)
    }
}

/// What new steps make of an attempt.
#[derive(Clone, Debug)]
pub struct AttemptWrite {
    /// The id, where it has no row yet.
    pub id: AttemptId,
    /// The session.
    pub session_id: SessionId,
    /// The integration's key; empty until one is chosen.
    pub integration_key: String,
    /// How far it has come.
    pub stage: i64,
    /// What it came to, where the steps say so, with the code of a refusal.
    pub verdict: Option<(Outcome, Option<&'static str>)>,
    /// The connection that came of it.
    pub connection_id: Option<String>,
    /// The steps.
    pub steps: Vec<StepWrite>,
}

/// A step.
#[derive(Clone, Debug)]
pub struct StepWrite {
    /// What happened.
    pub kind: &'static str,
    /// The stable code of what went wrong.
    pub code: Option<&'static str>,
    /// What else is known.
    pub detail: Option<String>,
    /// How often in a row.
    pub times: i64,
    /// When, the last time.
    pub at: Timestamp,
}

/// Whose steps they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttemptKey {
    /// The session.
    pub session_id: SessionId,
    /// The integration's key.
    pub integration_key: String,
}

/// Adds steps; nothing where the session is gone.
pub async fn add(tx: &mut Tx, write: &AttemptWrite) -> Result<(), StoreError> {
    let (Some(first), Some(last)) = (write.steps.first(), write.steps.last()) else { return Ok(()) };
    let (outcome, code) =
        write.verdict.map_or((None, None), |(outcome, code)| (Some(outcome.as_str()), code));
    let changed = query(UPSERT)
        .bind(write.id.as_str())
        .bind(&write.integration_key)
        .bind(write.stage)
        .bind(outcome)
        .bind(code)
        .bind(&write.connection_id)
        .bind(first.at.0)
        .bind(last.at.0)
        .bind(write.session_id.as_str())
        .execute(&mut *tx)
        .await?;
    if changed == 0 {
        return Ok(());
    }
    for step in &write.steps {
        query(ADD_STEP)
            .bind(write.session_id.as_str())
            .bind(&write.integration_key)
            .bind(step.kind)
            .bind(step.code)
            .bind(&step.detail)
            .bind(step.times)
            .bind(step.at.0)
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}

/// The attempt of a flow.
pub async fn of_flow(tx: &mut Tx, flow: &FlowId) -> Result<Option<AttemptKey>, StoreError> {
    query(OF_FLOW).bind(flow.as_str()).returning_optional(tx, |row| key(&Reader::new("flow", row))).await
}

/// The attempt that made a connection, while it is remembered.
pub async fn of_connection(
    tx: &mut Tx,
    environment: &EnvironmentId,
    connection_id: &str,
) -> Result<Option<AttemptKey>, StoreError> {
    query(OF_CONNECTION)
        .bind(connection_id)
        .bind(environment.as_str())
        .returning_optional(tx, |row| key(&Reader::new("connect_attempt", row)))
        .await
}

fn key(row: &Reader<'_>) -> Result<AttemptKey, StoreError> {
    Ok(AttemptKey {
        session_id: SessionId::from_stored(row.text("session_id")?),
        integration_key: row.text("integration_key")?,
    })
}
