//! The audit log: who did what and when, never a value.

use super::{
    Db, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{AuditId, EnvironmentId},
};

statements! {
    INSERT = "INSERT INTO audit (id, environment_id, actor, action, subject, detail, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    LIST = "SELECT * FROM audit WHERE environment_id = $1 OR environment_id IS NULL ORDER BY number DESC LIMIT $2";
    OF_SUBJECT = "SELECT * FROM audit WHERE environment_id = $1 AND subject = $2 AND action LIKE 'connection.%' \
        ORDER BY number DESC LIMIT $3";
}

/// One entry.
#[derive(Clone, Debug)]
pub struct AuditRow {
    /// Its id.
    pub id: AuditId,
    /// The environment, where the action was in one.
    pub environment_id: Option<EnvironmentId>,
    /// The admin's name, or the API key's.
    pub actor: String,
    /// What was done, `integration.create`.
    pub action: String,
    /// To what, `zendesk`.
    pub subject: String,
    /// What else is worth knowing; no secret.
    pub detail: String,
    /// When.
    pub created_at: Timestamp,
}

/// Adds an entry.
pub async fn insert(tx: &mut Tx, row: &AuditRow) -> Result<(), StoreError> {
    query(INSERT)
        .bind(row.id.as_str())
        .bind(row.environment_id.as_ref().map(EnvironmentId::as_str))
        .bind(&row.actor)
        .bind(&row.action)
        .bind(&row.subject)
        .bind(&row.detail)
        .bind(row.created_at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// The newest entries of an environment and of the instance.
pub async fn list(db: &Db, environment: &EnvironmentId, limit: i64) -> Result<Vec<AuditRow>, StoreError> {
    query(LIST).bind(environment.as_str()).bind(limit).fetch_all(db, read).await
}

/// The newest entries about one connection, by the protocol's id.
pub async fn of_subject(
    db: &Db,
    environment: &EnvironmentId,
    connection_id: &str,
    limit: i64,
) -> Result<Vec<AuditRow>, StoreError> {
    query(OF_SUBJECT).bind(environment.as_str()).bind(connection_id).bind(limit).fetch_all(db, read).await
}

fn read(row: &Row<'_>) -> Result<AuditRow, StoreError> {
    let row = Reader::new("audit", row);
    Ok(AuditRow {
        id: AuditId::from_stored(row.text("id")?),
        environment_id: row.optional_text("environment_id")?.map(EnvironmentId::from_stored),
        actor: row.text("actor")?,
        action: row.text("action")?,
        subject: row.text("subject")?,
        detail: row.text("detail")?,
        created_at: row.moment("created_at")?,
    })
}
