//! Links that an admin hands out: what their openings share, and how often they were opened. The token is not stored.

use super::{
    Db, StoreError, Tx,
    connect_session::EndUser,
    query::query,
    row::{Reader, Row, json_text},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId, SessionId, ShareLinkId},
    secret::Fingerprint,
};

statements! {
    INSERT = "INSERT INTO share_link (id, environment_id, token_fingerprint, end_user, allowed_integrations, verification, \
        is_once, created_by, created_at, expires_at, reconnects) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    FIND = "SELECT * FROM share_link WHERE token_fingerprint = $1";
    FIND_BY_ID = "SELECT * FROM share_link WHERE environment_id = $1 AND id = $2";
    LIST = "SELECT * FROM share_link WHERE environment_id = $1 ORDER BY created_at DESC, id LIMIT $2";
    // An opening counts against its hour; when that is full, or the link is over, nothing changes.
    OPEN = "UPDATE share_link SET opens = opens + 1, last_opened_at = $1, \
        hour_opens = CASE WHEN hour_began_at > $2 THEN hour_opens + 1 ELSE 1 END, \
        hour_began_at = CASE WHEN hour_began_at > $2 THEN hour_began_at ELSE $1 END \
        WHERE id = $3 AND revoked_at IS NULL AND expires_at > $1 AND (is_once = 0 OR used_at IS NULL) \
        AND (hour_began_at <= $2 OR hour_opens < $4)";
    MARK_USED = "UPDATE share_link SET used_at = $1 WHERE id = $2 AND revoked_at IS NULL AND (is_once = 0 OR used_at IS NULL)";
    REVOKE = "UPDATE share_link SET revoked_at = $1 WHERE id = $2 AND environment_id = $3 AND revoked_at IS NULL";
    END_SESSIONS = "UPDATE connect_session SET ended_at = $1 WHERE share_link_id = $2 AND ended_at IS NULL AND id <> $3";
    END_OTHERS = "UPDATE connect_session SET ended_at = $1 WHERE share_link_id = $2 AND ended_at IS NULL AND id <> $3 \
        AND EXISTS (SELECT 1 FROM share_link l WHERE l.id = $2 AND l.is_once = 1)";
    DROP_OLD = "DELETE FROM share_link WHERE expires_at < $1";
}

/// A link as it is stored.
#[derive(Clone, Debug)]
pub struct ShareLinkRow {
    /// Its id.
    pub id: ShareLinkId,
    /// The environment it belongs to.
    pub environment_id: EnvironmentId,
    /// Whom it is for.
    pub end_user: EndUser,
    /// Keys of the integrations it is limited to.
    pub allowed_integrations: Option<Vec<String>>,
    /// Whether whoever opens it is asked for a code from the person's e-mail.
    pub asks_for_code: bool,
    /// Whether it is over after the first success.
    pub is_once: bool,
    /// The connection that it connects anew, where it is for that.
    pub reconnects: Option<ConnectionRowId>,
    /// The admin who made it.
    pub created_by: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When an admin ended it before that.
    pub revoked_at: Option<Timestamp>,
    /// When an account was last connected by it.
    pub used_at: Option<Timestamp>,
    /// How often it was opened.
    pub opens: i64,
    /// When it was last opened.
    pub last_opened_at: Option<Timestamp>,
}

/// Adds a link.
pub async fn insert(tx: &mut Tx, row: &ShareLinkRow, token: &Fingerprint) -> Result<(), StoreError> {
    query(INSERT)
        .bind(row.id.as_str())
        .bind(row.environment_id.as_str())
        .bind(token.as_bytes())
        .bind(json_text(&row.end_user))
        .bind(row.allowed_integrations.as_ref().map(json_text))
        .bind(if row.asks_for_code { "email_code" } else { "none" })
        .bind(i64::from(row.is_once))
        .bind(&row.created_by)
        .bind(row.created_at.0)
        .bind(row.expires_at.0)
        .bind(row.reconnects.as_ref().map(ConnectionRowId::as_str))
        .execute(tx)
        .await?;
    Ok(())
}

/// The link of a token, live or not.
pub async fn find(db: &Db, token: &Fingerprint) -> Result<Option<ShareLinkRow>, StoreError> {
    query(FIND).bind(token.as_bytes()).fetch_optional(db, read).await
}

/// A link of an environment, by its id.
pub async fn find_by_id(
    db: &Db,
    environment: &EnvironmentId,
    id: &ShareLinkId,
) -> Result<Option<ShareLinkRow>, StoreError> {
    query(FIND_BY_ID).bind(environment.as_str()).bind(id.as_str()).fetch_optional(db, read).await
}

/// The newest links of an environment.
pub async fn list(db: &Db, environment: &EnvironmentId, limit: i64) -> Result<Vec<ShareLinkRow>, StoreError> {
    query(LIST).bind(environment.as_str()).bind(limit).fetch_all(db, read).await
}

/// Counts an opening; false when the link is over, or was opened as often as it may be within an hour.
pub async fn open(tx: &mut Tx, id: &ShareLinkId, an_hour: i64, at: Timestamp) -> Result<bool, StoreError> {
    let before = at.plus_minutes(-60);
    let done = query(OPEN).bind(at.0).bind(before.0).bind(id.as_str()).bind(an_hour).execute(tx).await?;
    Ok(done == 1)
}

/// Notes a success in one of its sessions, and ends the others where the link is good for one only;
/// [`StoreError::Gone`] when it was revoked, or used by another one first.
pub async fn mark_used(
    tx: &mut Tx,
    id: &ShareLinkId,
    session: &SessionId,
    at: Timestamp,
) -> Result<(), StoreError> {
    if query(MARK_USED).bind(at.0).bind(id.as_str()).execute(&mut *tx).await? == 0 {
        return Err(StoreError::Gone);
    }
    query(END_OTHERS).bind(at.0).bind(id.as_str()).bind(session.as_str()).execute(tx).await?;
    Ok(())
}

/// Ends a link with all its sessions; false when it was ended before.
pub async fn revoke(
    tx: &mut Tx,
    environment: &EnvironmentId,
    id: &ShareLinkId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let done =
        query(REVOKE).bind(at.0).bind(id.as_str()).bind(environment.as_str()).execute(&mut *tx).await?;
    if done == 1 {
        query(END_SESSIONS).bind(at.0).bind(id.as_str()).bind("").execute(tx).await?;
    }
    Ok(done == 1)
}

/// Forgets what ended before a moment.
pub(super) async fn purge(tx: &mut Tx, before: Timestamp) -> Result<(), StoreError> {
    query(DROP_OLD).bind(before.0).execute(tx).await?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<ShareLinkRow, StoreError> {
    let row = Reader::new("share_link", row);
    Ok(ShareLinkRow {
        id: ShareLinkId::from_stored(row.text("id")?),
        environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
        end_user: row.json("end_user")?,
        allowed_integrations: row.optional_json("allowed_integrations")?,
        asks_for_code: row.text("verification")? == "email_code",
        is_once: row.flag("is_once")?,
        reconnects: row.optional_text("reconnects")?.map(ConnectionRowId::from_stored),
        created_by: row.text("created_by")?,
        created_at: row.moment("created_at")?,
        expires_at: row.moment("expires_at")?,
        revoked_at: row.optional_moment("revoked_at")?,
        used_at: row.optional_moment("used_at")?,
        opens: row.number("opens")?,
        last_opened_at: row.optional_moment("last_opened_at")?,
    })
}
