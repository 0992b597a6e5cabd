//! Flows: one row for each attempt to connect, the only truth about it (wire-protocol.md §4, security.md C).
//!
//! An attempt without a redirect starts finished. One with a redirect goes
//! `prepared → departed → returned → connected | refused`; each arrow is one statement that changes exactly one row,
//! or says that the row was not in that state any more.

mod claim;
mod ended;
mod view;

pub use claim::{ClaimedFlow, ReturnCheck, check, claim};
pub use ended::{EndedFlow, ended_since};
pub use view::{FlowView, ResultView, find, find_result};

use super::{
    StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{CapabilityId, EnvironmentId, FlowId, IntegrationId, SessionId},
    secret::{Fingerprint, Sealed},
};

statements! {
    INSERT = "INSERT INTO flow (id, environment_id, session_id, integration_id, state, page_id, departures, \
        state_fingerprint, cookie_fingerprint, context, socket_id, connection_id, is_pending, error_code, error_detail, \
        created_at, expires_at, finished_at, attempt) \
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19 \
        WHERE EXISTS (SELECT 1 FROM connect_session WHERE id = $3 AND ended_at IS NULL)";
    DEPART_AGAIN = "UPDATE flow SET state = 'departed', departures = departures + 1, state_fingerprint = $1, \
        cookie_fingerprint = $2, context = $3, expires_at = $4, error_code = NULL, error_detail = NULL \
        WHERE id = $5 AND session_id = $6 AND departures = $7 AND state IN ('prepared', 'departed')";
    CONNECT = "UPDATE flow SET state = 'connected', connection_id = $1, is_pending = $2, finished_at = $3, \
        context = NULL WHERE id = $4 AND state = 'returned'";
    REFUSE = "UPDATE flow SET state = 'refused', error_code = $1, error_detail = $2, finished_at = $3, context = NULL \
        WHERE id = $4 AND state IN ('prepared', 'departed', 'returned')";
    OVERDUE = "UPDATE flow SET state = 'refused', error_code = 'flow_expired', finished_at = $1, context = NULL \
        WHERE state IN ('departed', 'returned') AND expires_at < $1 RETURNING id, socket_id, \
        (SELECT i.unique_key FROM integration i WHERE i.id = flow.integration_id) AS unique_key";
    OF_ATTEMPT = "SELECT id FROM flow WHERE attempt = $1";
}

/// All statements about flows.
#[must_use]
pub fn statements() -> Vec<super::NamedStatement> {
    [STATEMENTS, claim::STATEMENTS, ended::STATEMENTS, view::STATEMENTS].concat()
}

/// Where an attempt stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlowState {
    /// What was typed is accepted; the button to the service was not pressed yet.
    Prepared,
    /// The person is at the service.
    Departed,
    /// The person came back; the code is being exchanged.
    Returned,
    /// It ended with a connection of this protocol id.
    Connected {
        /// The connection's id.
        connection_id: String,
        /// Whether the service must still say something before it can be used.
        is_pending: bool,
    },
    /// It ended with a refusal.
    Refused {
        /// The stable code.
        error_code: String,
        /// What the service said, shortened and cleaned; text for people, never markup.
        detail: Option<String>,
    },
}

impl FlowState {
    /// The column's text.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Departed => "departed",
            Self::Returned => "returned",
            Self::Connected { .. } => "connected",
            Self::Refused { .. } => "refused",
        }
    }
}

/// What a departure leaves behind: who comes back is recognised by it.
#[derive(Clone, Debug)]
pub struct Departure {
    /// Of the `state` in the service's address.
    pub state: Fingerprint,
    /// Of the cookie of the browser that left.
    pub cookie: Fingerprint,
    /// What is needed to finish (`flow.context`), sealed.
    pub context: Sealed,
    /// When the way back closes.
    pub expires_at: Timestamp,
}

/// An attempt as it is first stored.
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
    /// Where it stands.
    pub state: FlowState,
    /// The page whose button began it.
    pub page_id: Option<CapabilityId>,
    /// The SDK's socket that waits for its end.
    pub socket_id: Option<String>,
    /// What its departure left behind.
    pub departure: Option<Departure>,
    /// What is to be kept until the departure, sealed (`flow.context`).
    pub prepared: Option<Sealed>,
    /// The fingerprint of the form that was sent: the same one makes no second attempt.
    pub sent: Option<Fingerprint>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Adds an attempt; [`StoreError::Gone`] when the session was ended, [`StoreError::Conflict`] when it exists.
pub async fn insert(tx: &mut Tx, row: &FlowRow) -> Result<(), StoreError> {
    let departure = row.departure.as_ref();
    let (connection_id, is_pending) = match &row.state {
        FlowState::Connected { connection_id, is_pending } => (Some(connection_id), *is_pending),
        _ => (None, false),
    };
    let (error_code, detail) = match &row.state {
        FlowState::Refused { error_code, detail } => (Some(error_code), detail.as_ref()),
        _ => (None, None),
    };
    let is_over = connection_id.is_some() || error_code.is_some();
    let context = departure.map(|departure| &departure.context).or(row.prepared.as_ref());
    let done = query(INSERT)
        .bind(row.id.as_str())
        .bind(row.environment_id.as_str())
        .bind(row.session_id.as_str())
        .bind(row.integration_id.as_str())
        .bind(row.state.as_str())
        .bind(row.page_id.as_ref().map(CapabilityId::as_str))
        .bind(i64::from(departure.is_some()))
        .bind(departure.map(|departure| departure.state.as_bytes()))
        .bind(departure.map(|departure| departure.cookie.as_bytes()))
        .bind(context.map(Sealed::as_bytes))
        .bind(&row.socket_id)
        .bind(connection_id)
        .bind(i64::from(is_pending))
        .bind(error_code)
        .bind(detail)
        .bind(row.created_at.0)
        .bind(departure.map_or(row.created_at.0, |departure| departure.expires_at.0))
        .bind(is_over.then_some(row.created_at.0))
        .bind(row.sent.as_ref().map(Fingerprint::as_bytes))
        .execute(tx)
        .await?;
    if done == 1 { Ok(()) } else { Err(StoreError::Gone) }
}

/// Leaves for the service, for the first time or again; false when this departure was used or the attempt is over.
pub async fn depart_again(
    tx: &mut Tx,
    id: &FlowId,
    session: &SessionId,
    departures: i64,
    departure: &Departure,
) -> Result<bool, StoreError> {
    let done = query(DEPART_AGAIN)
        .bind(departure.state.as_bytes())
        .bind(departure.cookie.as_bytes())
        .bind(departure.context.as_bytes())
        .bind(departure.expires_at.0)
        .bind(id.as_str())
        .bind(session.as_str())
        .bind(departures)
        .execute(tx)
        .await?;
    Ok(done == 1)
}

/// The attempt that a sent form has made.
pub async fn of_sent_form(db: &super::Db, sent: &Fingerprint) -> Result<Option<FlowId>, StoreError> {
    let read = |row: &Row<'_>| Ok(FlowId::from_stored(Reader::new("flow", row).text("id")?));
    query(OF_ATTEMPT).bind(sent.as_bytes()).fetch_optional(db, read).await
}

/// `returned → connected`; false when it was over before.
pub async fn connect(
    tx: &mut Tx,
    id: &FlowId,
    connection_id: &str,
    is_pending: bool,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let done = query(CONNECT)
        .bind(connection_id)
        .bind(i64::from(is_pending))
        .bind(at.0)
        .bind(id.as_str())
        .execute(tx)
        .await?;
    Ok(done == 1)
}

/// Ends an attempt that is under way; false when it was over before.
pub async fn refuse(
    tx: &mut Tx,
    id: &FlowId,
    error_code: &str,
    detail: Option<&str>,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let done = query(REFUSE).bind(error_code).bind(detail).bind(at.0).bind(id.as_str()).execute(tx).await?;
    Ok(done == 1)
}

/// An attempt that was ended because its time was over.
#[derive(Clone, Debug)]
pub struct OverdueFlow {
    /// Its id.
    pub id: FlowId,
    /// The SDK's socket that waits for its end.
    pub socket_id: Option<String>,
    /// The integration's key.
    pub integration_key: String,
}

/// Ends the attempts whose time is over.
pub async fn end_overdue(tx: &mut Tx, now: Timestamp) -> Result<Vec<OverdueFlow>, StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("flow", row);
        Ok(OverdueFlow {
            id: FlowId::from_stored(row.text("id")?),
            socket_id: row.optional_text("socket_id")?,
            integration_key: row.text("unique_key")?,
        })
    };
    query(OVERDUE).bind(now.0).returning_all(tx, read).await
}
