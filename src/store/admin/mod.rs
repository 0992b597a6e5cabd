//! Admin accounts with their role, their sessions, and the one-time set-up link; beside them invitations, the second
//! factor, and what is true for all.

pub mod invitation;
pub mod people;
mod role;
pub mod session;
pub mod totp;

use super::{
    Db, NamedStatement, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{
    clock::Timestamp,
    id::AdminId,
    secret::{Fingerprint, Sealed},
};

pub use role::Role;

/// Every statement about people.
#[must_use]
pub fn statements() -> Vec<NamedStatement> {
    [STATEMENTS, session::STATEMENTS, people::STATEMENTS, invitation::STATEMENTS, totp::STATEMENTS].concat()
}

statements! {
    COUNT = "SELECT COUNT(*) AS admins FROM admin";
    FIND_BY_NAME = "SELECT * FROM admin WHERE name = $1";
    INSERT = "INSERT INTO admin (id, name, password_hash, role, email, created_at, updated_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $6)";
    SET_PASSWORD = "UPDATE admin SET password_hash = $1, updated_at = $2 WHERE id = $3 AND password_hash = $4";
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
    /// What they may do.
    pub role: Role,
    /// Where they were invited, in small letters.
    pub email: Option<String>,
    /// The secret of the second factor, from the moment it is asked for.
    pub totp_secret: Option<Sealed>,
    /// Whether a code has shown that they have it.
    pub totp_confirmed: bool,
    /// Goes up with each change of the role: who changes it names the one they saw.
    pub version: i64,
}

impl AdminRow {
    /// An account that is not stored yet.
    #[must_use]
    pub const fn new(id: AdminId, name: String, password_hash: String, role: Role) -> Self {
        Self {
            id,
            name,
            password_hash,
            role,
            email: None,
            totp_secret: None,
            totp_confirmed: false,
            version: 1,
        }
    }

    /// Whether a code is asked for after the password.
    #[must_use]
    pub const fn has_totp(&self) -> bool {
        self.totp_confirmed && self.totp_secret.is_some()
    }
}

impl std::fmt::Debug for AdminRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AdminRow").field("name", &self.name).finish_non_exhaustive()
    }
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
        .bind(row.role.as_str())
        .bind(row.email.as_deref())
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
        role: Role::parse(&row.text("role")?).ok_or_else(|| row.corrupt("role", "there is no such role"))?,
        email: row.optional_text("email")?,
        totp_secret: row.optional_sealed("totp_secret")?,
        totp_confirmed: row.flag("totp_confirmed")?,
        version: row.number("version")?,
    })
}
