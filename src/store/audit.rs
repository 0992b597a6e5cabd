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
    LIST = "SELECT * FROM audit WHERE ($1 = '' OR environment_id = $1 OR environment_id IS NULL) \
        AND ($2 = '' OR actor = $2) AND ($3 = '' OR action = $3) AND created_at >= $4 AND created_at < $5 \
        AND number < $6 ORDER BY number DESC LIMIT $7";
    OF_SUBJECT = "SELECT * FROM audit WHERE environment_id = $1 AND subject = $2 AND action LIKE 'connection.%' \
        ORDER BY number DESC LIMIT $3";
    ACTORS = "SELECT DISTINCT actor FROM audit ORDER BY actor";
    ACTIONS = "SELECT DISTINCT action FROM audit ORDER BY action";
}

/// One entry.
#[derive(Clone, Debug)]
pub struct AuditRow {
    /// Its place in the order of all entries; 0 before it is stored.
    pub number: i64,
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

/// Which entries.
#[derive(Clone, Debug)]
pub struct AuditFilter {
    /// Those of an environment and of the instance; none is all.
    pub environment: Option<EnvironmentId>,
    /// Those of somebody; empty is everybody.
    pub actor: String,
    /// Those of one kind; empty is all.
    pub action: String,
    /// From here on.
    pub since: Timestamp,
    /// Before then.
    pub until: Timestamp,
    /// Those before an entry.
    pub before: i64,
}

/// The newest entries.
pub async fn list(db: &Db, filter: &AuditFilter, limit: i64) -> Result<Vec<AuditRow>, StoreError> {
    query(LIST)
        .bind(filter.environment.as_ref().map_or("", EnvironmentId::as_str))
        .bind(&filter.actor)
        .bind(&filter.action)
        .bind(filter.since.0)
        .bind(filter.until.0)
        .bind(filter.before)
        .bind(limit)
        .fetch_all(db, read)
        .await
}

/// Everybody who did something; who was removed, too.
pub async fn actors(db: &Db) -> Result<Vec<String>, StoreError> {
    query(ACTORS).fetch_all(db, |row| Reader::new("audit", row).text("actor")).await
}

/// Everything that was done.
pub async fn actions(db: &Db) -> Result<Vec<String>, StoreError> {
    query(ACTIONS).fetch_all(db, |row| Reader::new("audit", row).text("action")).await
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
        number: row.number("number")?,
        id: AuditId::from_stored(row.text("id")?),
        environment_id: row.optional_text("environment_id")?.map(EnvironmentId::from_stored),
        actor: row.text("actor")?,
        action: row.text("action")?,
        subject: row.text("subject")?,
        detail: row.text("detail")?,
        created_at: row.moment("created_at")?,
    })
}
