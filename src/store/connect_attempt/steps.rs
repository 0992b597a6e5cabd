//! One attempt's time line: its own steps, and what was sent to the owner's backend of its connection.

use crate::{
    clock::Timestamp,
    id::{EnvironmentId, SessionId},
    store::{Db, StoreError, query::query, row::Reader, statements, webhook_delivery::DeliveryState},
};

statements! {
    // What happened before an integration was chosen belongs to each of the session's attempts.
    STEPS = "SELECT kind, code, detail, times, at FROM connect_attempt_step WHERE session_id = $1 \
        AND integration_key IN ('', $2) ORDER BY at, number LIMIT $3";
    DELIVERIES = "SELECT d.state, d.attempts, d.last_status, d.last_error, d.created_at, d.finished_at \
        FROM webhook_delivery d JOIN connection c ON c.id = d.connection_row \
        WHERE d.environment_id = $1 AND c.environment_id = $1 AND c.connection_id = $2 ORDER BY d.number LIMIT $3";
}

/// The most that one time line shows of either.
const MOST: i64 = 500;

/// A step.
#[derive(Clone, Debug)]
pub struct StepRow {
    /// What happened.
    pub kind: String,
    /// The stable code of what went wrong.
    pub code: Option<String>,
    /// What else is known.
    pub detail: Option<String>,
    /// How often in a row.
    pub times: i64,
    /// When, the last time.
    pub at: Timestamp,
}

/// A webhook of the attempt's connection, on its way to one address.
#[derive(Clone, Debug)]
pub struct DeliveryLine {
    /// How far it has come.
    pub state: DeliveryState,
    /// How often it was tried.
    pub attempts: i64,
    /// What the address answered last.
    pub last_status: Option<i64>,
    /// Why there was no success.
    pub last_error: Option<String>,
    /// When what it tells happened.
    pub created_at: Timestamp,
    /// When it arrived, or was given up.
    pub finished_at: Option<Timestamp>,
}

/// The steps, the first one first.
pub async fn steps(db: &Db, session: &SessionId, integration_key: &str) -> Result<Vec<StepRow>, StoreError> {
    query(STEPS)
        .bind(session.as_str())
        .bind(integration_key)
        .bind(MOST)
        .fetch_all(db, |row| {
            let row = Reader::new("connect_attempt_step", row);
            Ok(StepRow {
                kind: row.text("kind")?,
                code: row.optional_text("code")?,
                detail: row.optional_text("detail")?,
                times: row.number("times")?,
                at: row.moment("at")?,
            })
        })
        .await
}

/// What was sent of a connection.
pub async fn deliveries(
    db: &Db,
    environment: &EnvironmentId,
    connection_id: &str,
) -> Result<Vec<DeliveryLine>, StoreError> {
    query(DELIVERIES)
        .bind(environment.as_str())
        .bind(connection_id)
        .bind(MOST)
        .fetch_all(db, |row| {
            let row = Reader::new("webhook_delivery", row);
            Ok(DeliveryLine {
                state: DeliveryState::parse(&row.text("state")?).unwrap_or(DeliveryState::GivenUp),
                attempts: row.number("attempts")?,
                last_status: row.optional_number("last_status")?,
                last_error: row.optional_text("last_error")?,
                created_at: row.moment("created_at")?,
                finished_at: row.optional_moment("finished_at")?,
            })
        })
        .await
}
