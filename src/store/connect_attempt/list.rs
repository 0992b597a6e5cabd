//! The attempts, the newest first; and how many came how far.

use indexmap::IndexMap;

use super::Outcome;
use crate::{
    clock::Timestamp,
    id::{AttemptId, EnvironmentId, SessionId},
    store::{
        Db, StoreError,
        query::query,
        row::{Reader, Row},
        statements,
    },
};

statements! {
    // A condition that is not asked for is met by everything. Who opened a page and then chose has one line, not two.
    LIST = "SELECT a.number, a.id, a.session_id, a.integration_key, a.stage, a.outcome, a.code, a.connection_id, \
        a.created_at, a.updated_at, s.tags, (SELECT i.provider FROM integration i WHERE i.unique_key = a.integration_key \
        AND i.environment_id = a.environment_id AND i.deleted_at IS NULL) AS provider FROM connect_attempt a \
        JOIN connect_session s ON s.id = a.session_id WHERE a.environment_id = $1 \
        AND (CAST($2 AS TEXT) IS NULL OR a.outcome = $2) \
        AND (CAST($3 AS TEXT) IS NULL OR a.integration_key = $3) \
        AND (CAST($4 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM connect_attempt_step t WHERE t.code = $4 \
            AND t.session_id = a.session_id AND t.integration_key = a.integration_key)) \
        AND (CAST($5 AS TEXT) IS NULL OR LOWER(s.tags) LIKE $5 ESCAPE '!') \
        AND (CAST($6 AS BIGINT) IS NULL OR a.number < $6) \
        AND (a.integration_key <> '' OR NOT EXISTS (SELECT 1 FROM connect_attempt o \
            WHERE o.session_id = a.session_id AND o.integration_key <> '')) \
        ORDER BY a.number DESC LIMIT $7";
    FIND = "SELECT a.number, a.id, a.session_id, a.integration_key, a.stage, a.outcome, a.code, a.connection_id, \
        a.created_at, a.updated_at, s.tags, (SELECT i.provider FROM integration i WHERE i.unique_key = a.integration_key \
        AND i.environment_id = a.environment_id AND i.deleted_at IS NULL) AS provider FROM connect_attempt a \
        JOIN connect_session s ON s.id = a.session_id WHERE a.environment_id = $1 AND a.id = $2";
    THAT_MADE = "SELECT a.number, a.id, a.session_id, a.integration_key, a.stage, a.outcome, a.code, a.connection_id, \
        a.created_at, a.updated_at, s.tags, (SELECT i.provider FROM integration i WHERE i.unique_key = a.integration_key \
        AND i.environment_id = a.environment_id AND i.deleted_at IS NULL) AS provider FROM connect_attempt a \
        JOIN connect_session s ON s.id = a.session_id WHERE a.environment_id = $1 AND a.connection_id = $2 \
        AND a.integration_key = $3 ORDER BY a.number DESC LIMIT $4";
    FUNNEL = "SELECT integration_key, COUNT(*) AS shown, SUM(CASE WHEN stage >= 2 THEN 1 ELSE 0 END) AS sent, \
        SUM(CASE WHEN stage >= 3 THEN 1 ELSE 0 END) AS answered, SUM(CASE WHEN stage >= 4 THEN 1 ELSE 0 END) \
        AS connected FROM connect_attempt WHERE environment_id = $1 AND integration_key <> '' AND created_at >= $2 \
        AND (CAST($3 AS TEXT) IS NULL OR integration_key = $3) \
        GROUP BY integration_key ORDER BY COUNT(*) DESC, integration_key LIMIT $4";
}

/// Which attempts are listed.
#[derive(Clone, Debug, Default)]
pub struct AttemptFilter {
    /// Only those that came to this.
    pub outcome: Option<Outcome>,
    /// Only those of this integration.
    pub integration_key: Option<String>,
    /// Only those in which this went wrong.
    pub code: Option<String>,
    /// Only those of people in whose id, e-mail address or name this stands.
    pub person: Option<String>,
    /// Only those older than this number, for the next page.
    pub before: Option<i64>,
    /// How many at most.
    pub limit: i64,
}

/// An attempt as admin sees it.
#[derive(Clone, Debug)]
pub struct AttemptRow {
    /// Counts all attempts, for paging.
    pub number: i64,
    /// Its id.
    pub id: AttemptId,
    /// The session.
    pub session_id: SessionId,
    /// The integration's key; empty where none was chosen.
    pub integration_key: String,
    /// The integration's provider, while it exists.
    pub provider: Option<String>,
    /// What it came to.
    pub outcome: Outcome,
    /// The code of the last refusal.
    pub code: Option<String>,
    /// The connection that came of it.
    pub connection_id: Option<String>,
    /// When it began.
    pub created_at: Timestamp,
    /// When something happened last.
    pub updated_at: Timestamp,
    /// The session's tags.
    pub tags: IndexMap<String, String>,
}

/// How many attempts of an integration came how far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunnelRow {
    /// The integration's key.
    pub integration_key: String,
    /// Saw the form.
    pub shown: i64,
    /// Sent it, or left for the service.
    pub sent: i64,
    /// The service accepted it, or they came back.
    pub answered: i64,
    /// Are connected.
    pub connected: i64,
}

/// The newest first.
pub async fn list(
    db: &Db,
    environment: &EnvironmentId,
    filter: &AttemptFilter,
) -> Result<Vec<AttemptRow>, StoreError> {
    query(LIST)
        .bind(environment.as_str())
        .bind(filter.outcome.map(Outcome::as_str))
        .bind(&filter.integration_key)
        .bind(&filter.code)
        .bind(filter.person.as_deref().map(contains))
        .bind(filter.before)
        .bind(filter.limit)
        .fetch_all(db, read)
        .await
}

/// One attempt.
pub async fn find(db: &Db, environment: &EnvironmentId, id: &str) -> Result<Option<AttemptRow>, StoreError> {
    query(FIND).bind(environment.as_str()).bind(id).fetch_optional(db, read).await
}

/// Those that led to a connection, the newest first.
pub async fn that_made(
    db: &Db,
    environment: &EnvironmentId,
    connection_id: &str,
    integration_key: &str,
    limit: i64,
) -> Result<Vec<AttemptRow>, StoreError> {
    query(THAT_MADE)
        .bind(environment.as_str())
        .bind(connection_id)
        .bind(integration_key)
        .bind(limit)
        .fetch_all(db, read)
        .await
}

/// How far those came that began since a moment, the integrations with the most first.
pub async fn funnel(
    db: &Db,
    environment: &EnvironmentId,
    since: Timestamp,
    integration_key: Option<&str>,
    limit: i64,
) -> Result<Vec<FunnelRow>, StoreError> {
    query(FUNNEL)
        .bind(environment.as_str())
        .bind(since.0)
        .bind(integration_key)
        .bind(limit)
        .fetch_all(db, |row| {
            let row = Reader::new("connect_attempt", row);
            Ok(FunnelRow {
                integration_key: row.text("integration_key")?,
                shown: row.number("shown")?,
                sent: row.number("sent")?,
                answered: row.number("answered")?,
                connected: row.number("connected")?,
            })
        })
        .await
}

/// The pattern of a text that holds another one, whatever stands in it.
fn contains(text: &str) -> String {
    let mut pattern = String::from("%");
    for character in text.to_lowercase().chars() {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

fn read(row: &Row<'_>) -> Result<AttemptRow, StoreError> {
    let row = Reader::new("connect_attempt", row);
    Ok(AttemptRow {
        number: row.number("number")?,
        id: AttemptId::from_stored(row.text("id")?),
        session_id: SessionId::from_stored(row.text("session_id")?),
        integration_key: row.text("integration_key")?,
        outcome: Outcome::parse(&row.text("outcome")?)
            .ok_or_else(|| row.corrupt("outcome", "it is no outcome"))?,
        code: row.optional_text("code")?,
        connection_id: row.optional_text("connection_id")?,
        created_at: row.moment("created_at")?,
        updated_at: row.moment("updated_at")?,
        tags: row.json("tags")?,
        provider: row.optional_text("provider")?,
    })
}
