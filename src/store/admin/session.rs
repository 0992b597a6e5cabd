//! Sessions of admins: found by the fingerprint of their secret, listed and ended by their id.

use super::{AdminRow, Db, Fingerprint, Reader, Row, StoreError, Timestamp, Tx, query, read, statements};
use crate::id::{AdminId, AdminSessionId};

statements! {
    INSERT_SESSION = "INSERT INTO admin_session (fingerprint, id, admin_id, user_agent, awaits_code, created_at, \
        last_seen_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $6, $7)";
    FIND_SESSION = "SELECT a.*, s.id AS session_id, s.user_agent, s.awaits_code, s.created_at AS began_at, s.last_seen_at, \
        s.expires_at, p.requires_totp FROM admin_session s \
        JOIN admin a ON a.id = s.admin_id JOIN admin_policy p ON p.id = 1 WHERE s.fingerprint = $1";
    LIST_SESSIONS = "SELECT a.*, s.id AS session_id, s.user_agent, s.awaits_code, s.created_at AS began_at, s.last_seen_at, \
        s.expires_at, p.requires_totp FROM admin_session s \
        JOIN admin a ON a.id = s.admin_id JOIN admin_policy p ON p.id = 1 \
        WHERE s.admin_id = $1 AND s.awaits_code = 0 AND s.expires_at > $2 AND s.last_seen_at > $3 \
        ORDER BY s.last_seen_at DESC, s.id";
    TOUCH_SESSION = "UPDATE admin_session SET last_seen_at = $1 WHERE fingerprint = $2";
    DROP_ENDED_SESSIONS = "DELETE FROM admin_session WHERE expires_at <= $1";
    DELETE_SESSION = "DELETE FROM admin_session WHERE fingerprint = $1";
    DELETE_SESSIONS_OF = "DELETE FROM admin_session WHERE admin_id = $1";
    DELETE_ONE = "DELETE FROM admin_session WHERE admin_id = $1 AND id = $2";
    DELETE_OTHERS = "DELETE FROM admin_session WHERE admin_id = $1 AND id <> $2";
}

/// A session that begins.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Its secret's fingerprint.
    pub fingerprint: Fingerprint,
    /// By which it is listed.
    pub id: AdminSessionId,
    /// What the browser calls itself.
    pub user_agent: String,
    /// Whether the code is still missing: such a session opens no page but the one that asks for it.
    pub awaits_code: bool,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
}

/// A session as it is stored.
#[derive(Clone, Debug)]
pub struct AdminSessionRow {
    /// Who is signed in.
    pub admin: AdminRow,
    /// Which session.
    pub id: AdminSessionId,
    /// What the browser calls itself.
    pub user_agent: String,
    /// Whether the code is still missing.
    pub awaits_code: bool,
    /// Since when.
    pub began_at: Timestamp,
    /// When the session was last used, to the minute.
    pub last_seen_at: Timestamp,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
    /// Whether everybody must have a second factor.
    pub requires_totp: bool,
}

/// Adds a session, and clears away those that have ended.
pub async fn insert_session(
    tx: &mut Tx,
    new: &NewSession,
    admin: &AdminId,
    at: Timestamp,
) -> Result<(), StoreError> {
    query(DROP_ENDED_SESSIONS).bind(at.0).execute(&mut *tx).await?;
    query(INSERT_SESSION)
        .bind(new.fingerprint.as_bytes())
        .bind(new.id.as_str())
        .bind(admin.as_str())
        .bind(&new.user_agent)
        .bind(i64::from(new.awaits_code))
        .bind(at.0)
        .bind(new.expires_at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// The session of a cookie, ended or not.
pub async fn find_session(db: &Db, token: &Fingerprint) -> Result<Option<AdminSessionRow>, StoreError> {
    query(FIND_SESSION).bind(token.as_bytes()).fetch_optional(db, read_session).await
}

/// The live sessions of an account: those that end after `now` and were seen after `idle_since`.
pub async fn list_sessions(
    db: &Db,
    admin: &AdminId,
    now: Timestamp,
    idle_since: Timestamp,
) -> Result<Vec<AdminSessionRow>, StoreError> {
    query(LIST_SESSIONS).bind(admin.as_str()).bind(now.0).bind(idle_since.0).fetch_all(db, read_session).await
}

/// Notes that a session was used.
pub async fn touch_session(tx: &mut Tx, token: &Fingerprint, at: Timestamp) -> Result<(), StoreError> {
    query(TOUCH_SESSION).bind(at.0).bind(token.as_bytes()).execute(tx).await?;
    Ok(())
}

/// Ends a session; false when it is not there any more.
pub async fn delete_session(tx: &mut Tx, token: &Fingerprint) -> Result<bool, StoreError> {
    Ok(query(DELETE_SESSION).bind(token.as_bytes()).execute(tx).await? == 1)
}

/// Ends all sessions of an account.
pub async fn delete_sessions_of(tx: &mut Tx, admin: &AdminId) -> Result<(), StoreError> {
    query(DELETE_SESSIONS_OF).bind(admin.as_str()).execute(tx).await?;
    Ok(())
}

/// Ends one session of an account; false when it is not one of its sessions.
pub async fn delete_one(tx: &mut Tx, admin: &AdminId, id: &AdminSessionId) -> Result<bool, StoreError> {
    Ok(query(DELETE_ONE).bind(admin.as_str()).bind(id.as_str()).execute(tx).await? == 1)
}

/// Ends all sessions of an account but one; false when there was no other.
pub async fn delete_others(tx: &mut Tx, admin: &AdminId, kept: &AdminSessionId) -> Result<bool, StoreError> {
    Ok(query(DELETE_OTHERS).bind(admin.as_str()).bind(kept.as_str()).execute(tx).await? > 0)
}

fn read_session(row: &Row<'_>) -> Result<AdminSessionRow, StoreError> {
    let reader = Reader::new("admin_session", row);
    Ok(AdminSessionRow {
        admin: read(row)?,
        id: AdminSessionId::from_stored(reader.text("session_id")?),
        user_agent: reader.text("user_agent")?,
        awaits_code: reader.flag("awaits_code")?,
        began_at: reader.moment("began_at")?,
        last_seen_at: reader.moment("last_seen_at")?,
        expires_at: reader.moment("expires_at")?,
        requires_totp: reader.flag("requires_totp")?,
    })
}
