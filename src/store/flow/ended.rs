//! Attempts that are over, for the sockets that wait for them.

use super::{FlowState, view};
use crate::{
    clock::Timestamp,
    id::FlowId,
    store::{
        Db, StoreError,
        query::query,
        row::{Reader, Row},
        statements,
    },
};

statements! {
    ENDED_SINCE = "SELECT f.id, f.socket_id, f.state, f.connection_id, f.is_pending, f.error_code, f.error_detail, \
        i.unique_key FROM flow f JOIN integration i ON i.id = f.integration_id \
        WHERE f.finished_at >= $1 AND f.socket_id IS NOT NULL";
}

/// An attempt that is over.
#[derive(Clone, Debug)]
pub struct EndedFlow {
    /// Its id.
    pub id: FlowId,
    /// The SDK's socket that waits for it.
    pub socket_id: Option<String>,
    /// The integration's key.
    pub integration_key: String,
    /// How it ended: `Connected` or `Refused`.
    pub state: FlowState,
}

/// The attempts for which a socket was named and that ended since then.
pub async fn ended_since(db: &Db, since: Timestamp) -> Result<Vec<EndedFlow>, StoreError> {
    query(ENDED_SINCE).bind(since.0).fetch_all(db, read).await
}

pub(super) fn read(row: &Row<'_>) -> Result<EndedFlow, StoreError> {
    let row = Reader::new("flow", row);
    Ok(EndedFlow {
        id: FlowId::from_stored(row.text("id")?),
        socket_id: row.optional_text("socket_id")?,
        integration_key: row.text("unique_key")?,
        state: view::state(&row)?,
    })
}
