//! Publishing a theme, and what was published before.

use super::ThemeKey;
use crate::{
    clock::Timestamp,
    store::{
        Db, StoreError, Tx,
        query::query,
        row::{Reader, Row},
        statements,
    },
};

statements! {
    ADD = "INSERT INTO theme (scope, name, revision, version, updated_at) VALUES ($1, $2, 0, 0, $3) \
        ON CONFLICT (scope, name) DO NOTHING";
    PUBLISH = "UPDATE theme SET published = $1, draft = NULL, revision = revision + 1, version = version + 1, \
        updated_at = $2 WHERE scope = $3 AND name = $4 AND version = $5 RETURNING revision";
    INSERT_REVISION = "INSERT INTO theme_revision (scope, name, revision, document, author, note, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    REVISIONS = "SELECT * FROM theme_revision WHERE scope = $1 AND name = $2 ORDER BY revision DESC LIMIT 50";
    REVISION = "SELECT * FROM theme_revision WHERE scope = $1 AND name = $2 AND revision = $3";
}

/// A theme to publish.
#[derive(Clone, Debug)]
pub struct Publication {
    /// Which.
    pub key: ThemeKey,
    /// What, as JSON text.
    pub document: String,
    /// Who.
    pub author: String,
    /// Why it is no plain publication: rolled back, or with pairs that do not read.
    pub note: String,
    /// The version it was made on.
    pub version: i64,
    /// Now.
    pub at: Timestamp,
}

/// What was published.
#[derive(Clone, Debug)]
pub struct RevisionRow {
    /// Its number, from 1.
    pub revision: i64,
    /// What, as JSON text.
    pub document: String,
    /// Who.
    pub author: String,
    /// Why it is no plain publication.
    pub note: String,
    /// When.
    pub at: Timestamp,
}

/// Publishes a theme and adds it to the history; false when somebody else changed it since. The draft has done its
/// work.
pub async fn publish(tx: &mut Tx, new: &Publication) -> Result<bool, StoreError> {
    let ThemeKey { scope, name } = &new.key;
    if new.version == 0 {
        query(ADD).bind(scope).bind(name).bind(new.at.0).execute(&mut *tx).await?;
    }
    let number = |row: &Row<'_>| Reader::new("theme", row).number("revision");
    let revision = query(PUBLISH)
        .bind(&new.document)
        .bind(new.at.0)
        .bind(scope)
        .bind(name)
        .bind(new.version)
        .returning_optional(&mut *tx, number)
        .await?;
    let Some(revision) = revision else { return Ok(false) };
    query(INSERT_REVISION)
        .bind(scope)
        .bind(name)
        .bind(revision)
        .bind(&new.document)
        .bind(&new.author)
        .bind(&new.note)
        .bind(new.at.0)
        .execute(tx)
        .await?;
    Ok(true)
}

/// What was published, the newest first; fifty at most.
pub async fn revisions(db: &Db, key: &ThemeKey) -> Result<Vec<RevisionRow>, StoreError> {
    query(REVISIONS).bind(&key.scope).bind(&key.name).fetch_all(db, read).await
}

/// One that was published.
pub async fn revision(db: &Db, key: &ThemeKey, number: i64) -> Result<Option<RevisionRow>, StoreError> {
    query(REVISION).bind(&key.scope).bind(&key.name).bind(number).fetch_optional(db, read).await
}

fn read(row: &Row<'_>) -> Result<RevisionRow, StoreError> {
    let row = Reader::new("theme_revision", row);
    Ok(RevisionRow {
        revision: row.number("revision")?,
        document: row.text("document")?,
        author: row.text("author")?,
        note: row.text("note")?,
        at: row.moment("created_at")?,
    })
}
