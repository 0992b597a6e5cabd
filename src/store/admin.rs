//! Admin accounts, their sessions, and the one-time set-up link.

use super::{
    Db, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{clock::Timestamp, id::AdminId, secret::Fingerprint};

statements! {
    COUNT = "SELECT COUNT(*) AS admins FROM admin";
    FIND_BY_NAME = "SELECT * FROM admin WHERE name = $1";
    INSERT = "INSERT INTO admin (id, name, password_hash, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)";
    SET_PASSWORD = "UPDATE admin SET password_hash = $1, updated_at = $2 WHERE id = $3 AND password_hash = $4";
    INSERT_SESSION = "INSERT INTO admin_session (fingerprint, admin_id, created_at, last_seen_at, expires_at) \
        VALUES ($1, $2, $3, $3, $4)";
    FIND_SESSION = "SELECT a.id, a.name, a.password_hash, s.last_seen_at, s.expires_at FROM admin_session s \
        JOIN admin a ON a.id = s.admin_id WHERE s.fingerprint = $1";
    TOUCH_SESSION = "UPDATE admin_session SET last_seen_at = $1 WHERE fingerprint = $2";
    DROP_ENDED_SESSIONS = "DELETE FROM admin_session WHERE expires_at <= $1";
    DELETE_SESSION = "DELETE FROM admin_session WHERE fingerprint = $1";
    DELETE_SESSIONS_OF = "DELETE FROM admin_session WHERE admin_id = $1";
    INSERT_SETUP = "INSERT INTO setup_link (fingerprint, created_at, expires_at) VALUES ($1, $2, $3)";
    DROP_SETUPS = "DELETE FROM setup_link WHERE used_at IS NULL";
    FIND_SETUP = "SELECT expires_at FROM setup_link WHERE fingerprint = $1 AND used_at IS NULL AND expires_at > $2 \
        AND NOT EXISTS (SELECT 1 FROM admin)";
    USE_SETUP = "UPDATE setup_link SET used_at = $1 WHERE fingerprint = $2 AND used_at IS NULL AND expires_at > $1 \
        AND NOT EXISTS (SELECT 1 FROM admin)";
}

/// An admin account as it is stored.
#[derive(Clone)]
pub struct AdminRow {
    /// Its id.
    pub id: AdminId,
    /// The name to sign in with.
    pub name: String,
    /// The password's argon2 hash, in the PHC string format.
    pub password_hash: String,
}

impl std::fmt::Debug for AdminRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AdminRow").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A signed-in admin.
#[derive(Clone, Debug)]
pub struct AdminSessionRow {
    /// Who is signed in.
    pub admin: AdminRow,
    /// When the session was last used, to the minute.
    pub last_seen_at: Timestamp,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
}

/// How many admin accounts there are.
pub async fn count(db: &Db) -> Result<i64, StoreError> {
    query(COUNT).fetch_one(db, |row| Reader::new("admin", row).number("admins")).await
}

/// The account of that name.
pub async fn find_by_name(db: &Db, name: &str) -> Result<Option<AdminRow>, StoreError> {
    query(FIND_BY_NAME).bind(name).fetch_optional(db, read).await
}

/// Adds an account; [`StoreError::Conflict`] when its name is in use.
pub async fn insert(tx: &mut Tx, row: &AdminRow, at: Timestamp) -> Result<(), StoreError> {
    query(INSERT)
        .bind(row.id.as_str())
        .bind(&row.name)
        .bind(&row.password_hash)
        .bind(at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Replaces the password of an account by the hash of another; false when `was` is not its password any more.
pub async fn replace_password(
    tx: &mut Tx,
    was: &AdminRow,
    hash: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = query(SET_PASSWORD)
        .bind(hash)
        .bind(at.0)
        .bind(was.id.as_str())
        .bind(&was.password_hash)
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// Adds a session, and clears away those that have ended.
pub async fn insert_session(
    tx: &mut Tx,
    token: &Fingerprint,
    admin: &AdminId,
    at: Timestamp,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    query(DROP_ENDED_SESSIONS).bind(at.0).execute(&mut *tx).await?;
    query(INSERT_SESSION)
        .bind(token.as_bytes())
        .bind(admin.as_str())
        .bind(at.0)
        .bind(expires_at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// The session of a cookie, ended or not.
pub async fn find_session(db: &Db, token: &Fingerprint) -> Result<Option<AdminSessionRow>, StoreError> {
    let read = |row: &Row<'_>| {
        let reader = Reader::new("admin_session", row);
        Ok(AdminSessionRow {
            admin: read(row)?,
            last_seen_at: reader.moment("last_seen_at")?,
            expires_at: reader.moment("expires_at")?,
        })
    };
    query(FIND_SESSION).bind(token.as_bytes()).fetch_optional(db, read).await
}

/// Notes that a session was used.
pub async fn touch_session(tx: &mut Tx, token: &Fingerprint, at: Timestamp) -> Result<(), StoreError> {
    query(TOUCH_SESSION).bind(at.0).bind(token.as_bytes()).execute(tx).await?;
    Ok(())
}

/// Ends a session.
pub async fn delete_session(tx: &mut Tx, token: &Fingerprint) -> Result<(), StoreError> {
    query(DELETE_SESSION).bind(token.as_bytes()).execute(tx).await?;
    Ok(())
}

/// Ends all sessions of an account.
pub async fn delete_sessions_of(tx: &mut Tx, admin: &AdminId) -> Result<(), StoreError> {
    query(DELETE_SESSIONS_OF).bind(admin.as_str()).execute(tx).await?;
    Ok(())
}

/// Makes this the only set-up link.
pub async fn replace_setup_link(
    tx: &mut Tx,
    token: &Fingerprint,
    at: Timestamp,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    query(DROP_SETUPS).execute(&mut *tx).await?;
    query(INSERT_SETUP).bind(token.as_bytes()).bind(at.0).bind(expires_at.0).execute(tx).await?;
    Ok(())
}

/// Whether a set-up link can still be used.
pub async fn setup_link_is_open(db: &Db, token: &Fingerprint, now: Timestamp) -> Result<bool, StoreError> {
    let row = query(FIND_SETUP).bind(token.as_bytes()).bind(now.0).fetch_optional(db, |_| Ok(())).await?;
    Ok(row.is_some())
}

/// Uses a set-up link up; false when it was used or had ended.
pub async fn use_setup_link(tx: &mut Tx, token: &Fingerprint, at: Timestamp) -> Result<bool, StoreError> {
    let done = query(USE_SETUP).bind(at.0).bind(token.as_bytes()).execute(tx).await?;
    Ok(done == 1)
}

fn read(row: &Row<'_>) -> Result<AdminRow, StoreError> {
    let row = Reader::new("admin", row);
    Ok(AdminRow {
        id: AdminId::from_stored(row.text("id")?),
        name: row.text("name")?,
        password_hash: row.text("password_hash")?,
    })
}
