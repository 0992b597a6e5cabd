//! What became of a connection's credentials, for admin: a bounded list for each connection, gone with it.

use crate::{
    clock::Timestamp,
    id::ConnectionRowId,
    store::{
        Db, StoreError, Tx,
        query::query,
        row::{Reader, Row},
        statements,
    },
};

/// The most that is kept of one connection.
const KEPT: i64 = 100;
/// The longest detail that is kept.
const LONGEST: usize = 500;

statements! {
    INSERT = "INSERT INTO connection_event (connection_row, kind, detail, at) SELECT c.id, $2, $3, $4 FROM connection c \
        WHERE c.id = $1";
    TRIM = "DELETE FROM connection_event WHERE connection_row = $1 AND number < (SELECT MIN(k.number) FROM (SELECT e.number \
        FROM connection_event e WHERE e.connection_row = $1 ORDER BY e.number DESC LIMIT $2) AS k)";
    LIST = "SELECT e.number, e.connection_row AS id, e.kind, e.detail, e.at FROM connection_event e WHERE e.connection_row = $1 \
        ORDER BY e.number DESC LIMIT $2";
    DROP_OLD = "DELETE FROM connection_event WHERE at < $1";
}

/// What can happen to a connection's credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// A refresh brought new ones.
    Refreshed,
    /// The same, after refreshes had failed.
    Recovered,
    /// A refresh brought nothing.
    RefreshFailed,
    /// The account was connected anew.
    Reconnected,
    /// They were replaced by an import.
    Overridden,
}

impl EventKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Refreshed => "refreshed",
            Self::Recovered => "recovered",
            Self::RefreshFailed => "refresh_failed",
            Self::Reconnected => "reconnected",
            Self::Overridden => "overridden",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Refreshed, Self::Recovered, Self::RefreshFailed, Self::Reconnected, Self::Overridden]
            .into_iter()
            .find(|kind| kind.as_str() == text)
    }
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// Why, where there is more to say; no secret.
    pub detail: String,
    /// When.
    pub at: Timestamp,
}

/// Notes one, and forgets the oldest of many.
pub(in crate::store) async fn note(
    tx: &mut Tx,
    id: &ConnectionRowId,
    kind: EventKind,
    detail: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    let detail: String = detail.chars().filter(|c| *c != '\0').take(LONGEST).collect();
    query(INSERT).bind(id.as_str()).bind(kind.as_str()).bind(detail).bind(at.0).execute(&mut *tx).await?;
    query(TRIM).bind(id.as_str()).bind(KEPT).execute(tx).await?;
    Ok(())
}

/// The newest first.
pub async fn list(db: &Db, id: &ConnectionRowId, limit: i64) -> Result<Vec<Event>, StoreError> {
    let found = query(LIST).bind(id.as_str()).bind(limit).fetch_all(db, read).await?;
    Ok(found.into_iter().flatten().collect())
}

/// Forgets what happened before a moment.
pub(in crate::store) async fn purge(tx: &mut Tx, before: Timestamp) -> Result<(), StoreError> {
    query(DROP_OLD).bind(before.0).execute(tx).await.map(drop)
}

/// Nothing for a kind that a newer version wrote.
fn read(row: &Row<'_>) -> Result<Option<Event>, StoreError> {
    let row = Reader::new("connection_event", row);
    let Some(kind) = EventKind::parse(&row.text("kind")?) else { return Ok(None) };
    Ok(Some(Event { kind, detail: row.text("detail")?, at: row.moment("at")? }))
}
