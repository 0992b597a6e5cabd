//! Definitions that environments have put in the place of the catalogue's, and their history. Owns the tables; must
//! not know what a definition says.

pub mod draft;

use super::{
    Db, NamedStatement, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{clock::Timestamp, id::EnvironmentId};

/// Every statement of the definitions.
#[must_use]
pub fn statements() -> Vec<NamedStatement> {
    [STATEMENTS, draft::STATEMENTS].concat()
}

statements! {
    ALL = "SELECT environment_id, provider, revision, source FROM definition_override WHERE source IS NOT NULL \
        ORDER BY environment_id, provider";
    FIND = "SELECT * FROM definition_override WHERE environment_id = $1 AND provider = $2";
    INSERT = "INSERT INTO definition_override (environment_id, provider, source, author, updated_at, revision) \
        VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT (environment_id, provider) DO NOTHING RETURNING revision";
    UPDATE = "UPDATE definition_override SET source = $3, author = $4, updated_at = $5, revision = revision + 1 \
        WHERE environment_id = $1 AND provider = $2 AND revision = $6 RETURNING revision";
    INSERT_REVISION = "INSERT INTO definition_revision (environment_id, provider, revision, source, author, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    REVISIONS = "SELECT revision, source IS NULL AS is_reset, author, created_at FROM definition_revision \
        WHERE environment_id = $1 AND provider = $2 ORDER BY revision DESC LIMIT 50";
    REVISION = "SELECT source FROM definition_revision WHERE environment_id = $1 AND provider = $2 AND revision = $3";
}

/// An override that is in force.
#[derive(Clone, Debug)]
pub struct InForce {
    /// Whose it is.
    pub environment: EnvironmentId,
    /// Of which provider.
    pub provider: String,
    /// Its number.
    pub revision: i64,
    /// The YAML.
    pub source: String,
}

/// The override of one provider as it is stored.
#[derive(Clone, Debug)]
pub struct OverrideRow {
    /// The YAML; none where the catalogue's definition holds again.
    pub source: Option<String>,
    /// The number of the last change.
    pub revision: i64,
    /// Who made it.
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// A change of an override.
#[derive(Clone, Debug)]
pub struct OverrideChange {
    /// Whose it is.
    pub environment: EnvironmentId,
    /// Of which provider.
    pub provider: String,
    /// The YAML; none to take the override away.
    pub source: Option<String>,
    /// The revision it was made on; 0 where there was none.
    pub revision: i64,
    /// Who.
    pub author: String,
    /// Now.
    pub at: Timestamp,
}

/// One line of the history.
#[derive(Clone, Debug)]
pub struct RevisionRow {
    /// Its number.
    pub revision: i64,
    /// Whether it took the override away.
    pub is_reset: bool,
    /// Who.
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// All overrides that are in force.
pub async fn all(db: &Db) -> Result<Vec<InForce>, StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("definition_override", row);
        Ok(InForce {
            environment: EnvironmentId::from_stored(row.text("environment_id")?),
            provider: row.text("provider")?,
            revision: row.number("revision")?,
            source: row.text("source")?,
        })
    };
    query(ALL).fetch_all(db, read).await
}

/// The override of one provider, whether it is in force or was.
pub async fn find(
    db: &Db,
    environment: &EnvironmentId,
    provider: &str,
) -> Result<Option<OverrideRow>, StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("definition_override", row);
        Ok(OverrideRow {
            source: row.optional_text("source")?,
            revision: row.number("revision")?,
            author: row.text("author")?,
            at: row.moment("updated_at")?,
        })
    };
    query(FIND).bind(environment.as_str()).bind(provider).fetch_optional(db, read).await
}

/// Stores a change and adds it to the history; false when somebody else made one since.
pub async fn change(tx: &mut Tx, new: &OverrideChange) -> Result<bool, StoreError> {
    let number = |row: &Row<'_>| Reader::new("definition_override", row).number("revision");
    let (environment, provider) = (new.environment.as_str(), new.provider.as_str());
    let first = new.revision == 0;
    let change = query(if first { INSERT } else { UPDATE })
        .bind(environment)
        .bind(provider)
        .bind(&new.source)
        .bind(&new.author)
        .bind(new.at.0);
    let change = if first { change } else { change.bind(new.revision) };
    let Some(revision) = change.returning_optional(&mut *tx, number).await? else { return Ok(false) };
    query(INSERT_REVISION)
        .bind(environment)
        .bind(provider)
        .bind(revision)
        .bind(&new.source)
        .bind(&new.author)
        .bind(new.at.0)
        .execute(tx)
        .await?;
    Ok(true)
}

/// The history, the newest first; fifty at most.
pub async fn revisions(
    db: &Db,
    environment: &EnvironmentId,
    provider: &str,
) -> Result<Vec<RevisionRow>, StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("definition_revision", row);
        Ok(RevisionRow {
            revision: row.number("revision")?,
            is_reset: row.flag("is_reset")?,
            author: row.text("author")?,
            at: row.moment("created_at")?,
        })
    };
    query(REVISIONS).bind(environment.as_str()).bind(provider).fetch_all(db, read).await
}

/// The text of an earlier revision, where it had one.
pub async fn revision(
    db: &Db,
    environment: &EnvironmentId,
    provider: &str,
    number: i64,
) -> Result<Option<String>, StoreError> {
    let read = |row: &Row<'_>| Reader::new("definition_revision", row).optional_text("source");
    let found = query(REVISION).bind(environment.as_str()).bind(provider).bind(number);
    Ok(found.fetch_optional(db, read).await?.flatten())
}
