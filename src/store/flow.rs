//! Flows: one row for each attempt to connect. An attempt without a redirect starts finished.

use super::{
    Db, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{EnvironmentId, FlowId, IntegrationId, SessionId},
    secret::Fingerprint,
};

statements! {
    INSERT = "INSERT INTO flow (id, environment_id, session_id, integration_id, state, connection_id, error_code, \
        created_at, attempt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    OF_ATTEMPT = "SELECT id FROM flow WHERE attempt = $1";
    FIND = "SELECT f.*, i.unique_key, i.provider, i.display_name FROM flow f \
        JOIN integration i ON i.id = f.integration_id WHERE f.id = $1 AND f.session_id = $2";
}

/// How an attempt ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlowState {
    /// With a connection of this protocol id.
    Connected {
        /// The connection's id.
        connection_id: String,
    },
    /// With a refusal, by its stable code.
    Refused {
        /// The stable code.
        error_code: String,
    },
}

/// An attempt as it is stored.
#[derive(Clone, Debug)]
pub struct FlowRow {
    /// Its id.
    pub id: FlowId,
    /// The environment.
    pub environment_id: EnvironmentId,
    /// The session it was made in.
    pub session_id: SessionId,
    /// The integration.
    pub integration_id: IntegrationId,
    /// How it ended.
    pub state: FlowState,
    /// When it was made.
    pub created_at: Timestamp,
}

/// An attempt with what its result page names.
#[derive(Clone, Debug)]
pub struct FlowView {
    /// The attempt.
    pub flow: FlowRow,
    /// The integration's key.
    pub integration_key: String,
    /// The provider's key.
    pub provider: String,
    /// The integration's own name.
    pub display_name: Option<String>,
}

/// Adds an attempt; a conflict when the same sent form, by its fingerprint, has made one.
pub async fn insert(tx: &mut Tx, row: &FlowRow, sent: Option<&Fingerprint>) -> Result<(), StoreError> {
    let (state, connection_id, error_code) = match &row.state {
        FlowState::Connected { connection_id } => ("connected", Some(connection_id), None),
        FlowState::Refused { error_code } => ("refused", None, Some(error_code)),
    };
    query(INSERT)
        .bind(row.id.as_str())
        .bind(row.environment_id.as_str())
        .bind(row.session_id.as_str())
        .bind(row.integration_id.as_str())
        .bind(state)
        .bind(connection_id)
        .bind(error_code)
        .bind(row.created_at.0)
        .bind(sent.map(Fingerprint::as_bytes))
        .execute(tx)
        .await?;
    Ok(())
}

/// An attempt of a session.
pub async fn find(db: &Db, session: &SessionId, id: &str) -> Result<Option<FlowView>, StoreError> {
    query(FIND).bind(id).bind(session.as_str()).fetch_optional(db, read).await
}

/// The attempt that a sent form has made.
pub async fn of_sent_form(db: &Db, sent: &Fingerprint) -> Result<Option<FlowId>, StoreError> {
    let id = |row: &Row<'_>| Ok(FlowId::from_stored(Reader::new("flow", row).text("id")?));
    query(OF_ATTEMPT).bind(sent.as_bytes()).fetch_optional(db, id).await
}

fn read(row: &Row<'_>) -> Result<FlowView, StoreError> {
    let row = Reader::new("flow", row);
    let state = match row.text("state")?.as_str() {
        "connected" => FlowState::Connected { connection_id: row.text("connection_id")? },
        "refused" => FlowState::Refused { error_code: row.text("error_code")? },
        other => return Err(row.corrupt("state", format_args!("{other:?} is no state"))),
    };
    Ok(FlowView {
        flow: FlowRow {
            id: FlowId::from_stored(row.text("id")?),
            environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
            session_id: SessionId::from_stored(row.text("session_id")?),
            integration_id: IntegrationId::from_stored(row.text("integration_id")?),
            state,
            created_at: row.moment("created_at")?,
        },
        integration_key: row.text("unique_key")?,
        provider: row.text("provider")?,
        display_name: row.optional_text("display_name")?,
    })
}
