//! The connections of one end user, as he himself may see them: by the tag that names him, and by nothing else.

use super::{ConnectionRow, erasure::Person, read};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, SessionId},
    secret::Fingerprint,
    store::{
        Db, StoreError, Tx,
        query::query,
        row::{Reader, Row},
        statements,
    },
};

/// What an end user may see: that the exchange of a code is waited for is none of it.
macro_rules! owned {
    ($rest:literal) => {
        concat!(
            select!(
                "c.number IN (SELECT o.number FROM connection_tag o WHERE o.environment_id = $1 \
                 AND o.key = 'end_user_id' AND o.value = $2) AND c.environment_id || '' = $1 AND c.deleted_at IS NULL \
                 AND c.exchange_until IS NULL AND i.deleted_at IS NULL"
            ),
            $rest
        )
    };
}

statements! {
    ALL = owned!(" ORDER BY c.created_at DESC, c.number DESC LIMIT $3");
    ONE = owned!(" AND c.id = $3");
    RENAME = "UPDATE connection SET display_name = $1 WHERE id = $2 AND deleted_at IS NULL";
    KEEP = "INSERT INTO disconnect_receipt (id, session_id, sent, receipt, created_at) VALUES ($1, $2, $3, $4, $5)";
    RECEIPT = "SELECT receipt FROM disconnect_receipt WHERE session_id = $1 AND id = $2";
    OF_SENT_FORM = "SELECT id FROM disconnect_receipt WHERE session_id = $1 AND sent = $2";
}

/// The end user's connections, the newest first.
pub async fn all(db: &Db, person: &Person, limit: i64) -> Result<Vec<ConnectionRow>, StoreError> {
    let query = query(ALL).bind(person.environment.as_str()).bind(&person.end_user_id).bind(limit);
    query.fetch_all(db, read).await
}

/// One of them.
pub async fn one(
    db: &Db,
    person: &Person,
    id: &ConnectionRowId,
) -> Result<Option<ConnectionRow>, StoreError> {
    let query = query(ONE).bind(person.environment.as_str()).bind(&person.end_user_id).bind(id.as_str());
    query.fetch_optional(db, read).await
}

/// Calls a connection something, or nothing any more; false when it was deleted.
pub async fn rename(tx: &mut Tx, id: &ConnectionRowId, name: Option<&str>) -> Result<bool, StoreError> {
    Ok(query(RENAME).bind(name).bind(id.as_str()).execute(tx).await? == 1)
}

/// A receipt that a session keeps.
#[derive(Debug)]
pub struct NewReceipt {
    /// Its id.
    pub id: String,
    /// The session in which the connection was ended.
    pub session_id: SessionId,
    /// The form that was sent for it.
    pub sent: Option<Fingerprint>,
    /// What it says, as JSON text.
    pub receipt: String,
    /// Now.
    pub at: Timestamp,
}

/// Keeps a receipt; a conflict when the same form was sent before.
pub async fn keep(tx: &mut Tx, new: &NewReceipt) -> Result<(), StoreError> {
    query(KEEP)
        .bind(&new.id)
        .bind(new.session_id.as_str())
        .bind(new.sent.as_ref().map(Fingerprint::as_bytes))
        .bind(&new.receipt)
        .bind(new.at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// What a receipt of a session says.
pub async fn receipt(db: &Db, session: &SessionId, id: &str) -> Result<Option<String>, StoreError> {
    let read = |row: &Row<'_>| Reader::new("disconnect_receipt", row).text("receipt");
    query(RECEIPT).bind(session.as_str()).bind(id).fetch_optional(db, read).await
}

/// The receipt that the same form has made.
pub async fn of_sent_form(
    db: &Db,
    session: &SessionId,
    sent: &Fingerprint,
) -> Result<Option<String>, StoreError> {
    let read = |row: &Row<'_>| Reader::new("disconnect_receipt", row).text("id");
    query(OF_SENT_FORM).bind(session.as_str()).bind(sent.as_bytes()).fetch_optional(db, read).await
}
