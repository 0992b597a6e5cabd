//! Invitations to admin: good once, until they end or are withdrawn.

use super::{Db, Fingerprint, Reader, Role, Row, StoreError, Timestamp, Tx, query, statements};
use crate::id::InvitationId;

statements! {
    INSERT_INVITATION = "INSERT INTO admin_invitation (id, fingerprint, email, role, created_by, created_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    LIST_INVITATIONS = "SELECT * FROM admin_invitation ORDER BY created_at, id";
    FIND_INVITATION = "SELECT * FROM admin_invitation WHERE fingerprint = $1 AND expires_at > $2";
    END_INVITATION = "DELETE FROM admin_invitation WHERE id = $1";
    USE_INVITATION = "DELETE FROM admin_invitation WHERE id = $1 AND expires_at > $2";
    REPLACE = "DELETE FROM admin_invitation WHERE email = $1";
}

/// An invitation as it is stored.
#[derive(Clone, Debug)]
pub struct InvitationRow {
    /// Its id.
    pub id: InvitationId,
    /// Whom it is for, in small letters.
    pub email: String,
    /// What they will be.
    pub role: Role,
    /// Who invites.
    pub created_by: String,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when it is good.
    pub expires_at: Timestamp,
}

/// Adds an invitation in the place of an earlier one for the same address.
pub async fn insert(tx: &mut Tx, row: &InvitationRow, token: &Fingerprint) -> Result<(), StoreError> {
    query(REPLACE).bind(&row.email).execute(&mut *tx).await?;
    query(INSERT_INVITATION)
        .bind(row.id.as_str())
        .bind(token.as_bytes())
        .bind(&row.email)
        .bind(row.role.as_str())
        .bind(&row.created_by)
        .bind(row.created_at.0)
        .bind(row.expires_at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// All of them, those that have ended too.
pub async fn list(db: &Db) -> Result<Vec<InvitationRow>, StoreError> {
    query(LIST_INVITATIONS).fetch_all(db, read_invitation).await
}

/// The one of a link, while it is good.
pub async fn find(db: &Db, token: &Fingerprint, now: Timestamp) -> Result<Option<InvitationRow>, StoreError> {
    query(FIND_INVITATION).bind(token.as_bytes()).bind(now.0).fetch_optional(db, read_invitation).await
}

/// Withdraws one; false when it is not there any more.
pub async fn withdraw(tx: &mut Tx, id: &InvitationId) -> Result<bool, StoreError> {
    Ok(query(END_INVITATION).bind(id.as_str()).execute(tx).await? == 1)
}

/// Uses one up; false when somebody was faster, or its time is over.
pub async fn use_up(tx: &mut Tx, id: &InvitationId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(query(USE_INVITATION).bind(id.as_str()).bind(now.0).execute(tx).await? == 1)
}

fn read_invitation(row: &Row<'_>) -> Result<InvitationRow, StoreError> {
    let row = Reader::new("admin_invitation", row);
    Ok(InvitationRow {
        id: InvitationId::from_stored(row.text("id")?),
        email: row.text("email")?,
        role: Role::parse(&row.text("role")?).ok_or_else(|| row.corrupt("role", "there is no such role"))?,
        created_by: row.text("created_by")?,
        created_at: row.moment("created_at")?,
        expires_at: row.moment("expires_at")?,
    })
}
