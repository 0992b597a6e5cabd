//! All accounts, their roles, and what is true for all of them.
//!
//! There is always an owner: whoever takes one away locks the policy's row first, so that two who do it at the same
//! moment see each other, and the statement itself refuses to take the last.

use super::{AdminRow, Db, Role, Row, StoreError, Timestamp, Tx, query, read, statements};
use crate::{id::AdminId, store::row::Reader};

statements! {
    LIST = "SELECT * FROM admin ORDER BY created_at, id";
    FIND = "SELECT * FROM admin WHERE id = $1";
    FIND_OF_EMAIL = "SELECT * FROM admin WHERE email = $1";
    LOCK = "UPDATE admin_policy SET version = version WHERE id = 1";
    SET_ROLE = "UPDATE admin SET role = $1, version = version + 1, updated_at = $2 WHERE id = $3 AND version = $4 \
        AND ($1 = 'owner' OR role <> 'owner' \
        OR EXISTS (SELECT 1 FROM admin o WHERE o.role = 'owner' AND o.id <> $3))";
    REMOVE = "DELETE FROM admin WHERE id = $1 AND version = $2 AND (role <> 'owner' \
        OR EXISTS (SELECT 1 FROM admin o WHERE o.role = 'owner' AND o.id <> $1))";
    POLICY = "SELECT requires_totp, version FROM admin_policy WHERE id = 1";
    SET_POLICY = "UPDATE admin_policy SET requires_totp = $1, version = version + 1 WHERE id = 1 AND version = $2";
}

/// What is true for all people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicyRow {
    /// Whether everybody must have a second factor.
    pub requires_totp: bool,
    /// Goes up with each change.
    pub version: i64,
}

/// All accounts, the oldest first.
pub async fn list(db: &Db) -> Result<Vec<AdminRow>, StoreError> {
    query(LIST).fetch_all(db, read).await
}

/// An account.
pub async fn find(db: &Db, id: &AdminId) -> Result<Option<AdminRow>, StoreError> {
    query(FIND).bind(id.as_str()).fetch_optional(db, read).await
}

/// The account that was invited at an address.
pub async fn find_by_email(db: &Db, email: &str) -> Result<Option<AdminRow>, StoreError> {
    query(FIND_OF_EMAIL).bind(email).fetch_optional(db, read).await
}

/// Changes a role; false when it is the last owner's, or when somebody changed the account since `version`.
pub async fn set_role(
    tx: &mut Tx,
    id: &AdminId,
    version: i64,
    role: Role,
    at: Timestamp,
) -> Result<bool, StoreError> {
    query(LOCK).execute(&mut *tx).await?;
    let changed =
        query(SET_ROLE).bind(role.as_str()).bind(at.0).bind(id.as_str()).bind(version).execute(tx).await?;
    Ok(changed == 1)
}

/// Removes an account with its sessions; false as for [`set_role`].
pub async fn remove(tx: &mut Tx, id: &AdminId, version: i64) -> Result<bool, StoreError> {
    query(LOCK).execute(&mut *tx).await?;
    Ok(query(REMOVE).bind(id.as_str()).bind(version).execute(tx).await? == 1)
}

/// What is true for all people.
pub async fn policy(db: &Db) -> Result<PolicyRow, StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("admin_policy", row);
        Ok(PolicyRow { requires_totp: row.flag("requires_totp")?, version: row.number("version")? })
    };
    query(POLICY).fetch_one(db, read).await
}

/// Changes it; false when somebody changed it since.
pub async fn set_policy(tx: &mut Tx, requires_totp: bool, version: i64) -> Result<bool, StoreError> {
    Ok(query(SET_POLICY).bind(i64::from(requires_totp)).bind(version).execute(tx).await? == 1)
}
