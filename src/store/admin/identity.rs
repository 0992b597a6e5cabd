//! Who an account is at an identity provider: by issuer and subject, never by an address that may change hands.

use super::{AdminRow, Db, StoreError, Timestamp, Tx, query, read, statements};
use crate::id::AdminId;

statements! {
    FIND_IDENTITY = "SELECT a.* FROM admin_identity i JOIN admin a ON a.id = i.admin_id WHERE i.issuer = $1 AND i.subject = $2";
    FIND_OF_EMAIL = "SELECT * FROM admin WHERE email = $1";
    LINK = "INSERT INTO admin_identity (issuer, subject, admin_id, created_at) VALUES ($1, $2, $3, $4)";
}

/// The account of somebody at an issuer.
pub async fn find(db: &Db, issuer: &str, subject: &str) -> Result<Option<AdminRow>, StoreError> {
    query(FIND_IDENTITY).bind(issuer).bind(subject).fetch_optional(db, read).await
}

/// The account that was invited at an address.
pub async fn find_by_email(db: &Db, email: &str) -> Result<Option<AdminRow>, StoreError> {
    query(FIND_OF_EMAIL).bind(email).fetch_optional(db, read).await
}

/// Links an account; [`StoreError::Conflict`] when the subject belongs to another.
pub async fn link(
    tx: &mut Tx,
    issuer: &str,
    subject: &str,
    admin: &AdminId,
    at: Timestamp,
) -> Result<(), StoreError> {
    query(LINK).bind(issuer).bind(subject).bind(admin.as_str()).bind(at.0).execute(tx).await?;
    Ok(())
}
