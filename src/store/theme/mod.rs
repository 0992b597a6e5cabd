//! Themes: a draft and what is published of each, with its history; and the files they name. Owns the tables; must
//! not know what a theme's text says.

pub mod file;
mod layers;
mod publish;

use super::{
    Db, NamedStatement, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{clock::Timestamp, id::EnvironmentId};

pub use layers::{SessionTheme, ThemeLayers};
pub(super) use layers::{session_theme, theme_layers};
pub use publish::{Publication, RevisionRow, publish, revision, revisions};

/// Every statement of the themes.
#[must_use]
pub fn statements() -> Vec<NamedStatement> {
    [STATEMENTS, publish::STATEMENTS, file::STATEMENTS].concat()
}

statements! {
    FIND = "SELECT * FROM theme WHERE scope = $1 AND name = $2";
    NAMES = "SELECT name FROM theme WHERE scope = $1 AND name <> '' ORDER BY name";
    INSERT_DRAFT = "INSERT INTO theme (scope, name, draft, revision, version, updated_at) VALUES ($1, $2, $3, 0, 1, $4) \
        ON CONFLICT (scope, name) DO NOTHING";
    SET_DRAFT = "UPDATE theme SET draft = $1, version = version + 1, updated_at = $2 \
        WHERE scope = $3 AND name = $4 AND version = $5";
    DELETE = "DELETE FROM theme WHERE scope = $1 AND name = $2 AND version = $3";
    DELETE_HISTORY = "DELETE FROM theme_revision WHERE scope = $1 AND name = $2";
}

/// Which theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeKey {
    scope: String,
    name: String,
}

impl ThemeKey {
    /// That of the whole instance.
    #[must_use]
    pub fn instance() -> Self {
        Self { scope: "instance".to_owned(), name: String::new() }
    }

    /// An environment's own.
    #[must_use]
    pub fn environment(id: &EnvironmentId) -> Self {
        Self::named(id, "")
    }

    /// One of an environment's that sessions name.
    #[must_use]
    pub fn named(id: &EnvironmentId, name: &str) -> Self {
        Self { scope: id.as_str().to_owned(), name: name.to_owned() }
    }

    /// Its name; empty for the scope's own.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is an environment's own, to which the four settings belong.
    #[must_use]
    pub fn is_of_environment(&self) -> bool {
        self.name.is_empty() && self.scope != "instance"
    }
}

/// A theme as it is stored.
#[derive(Clone, Debug, Default)]
pub struct ThemeRow {
    /// What somebody works on, as JSON text.
    pub draft: Option<String>,
    /// What pages wear, as JSON text.
    pub published: Option<String>,
    /// The number of what is published; 0 where nothing is.
    pub revision: i64,
    /// Counts its changes, for compare-and-swap; 0 where it is not stored yet.
    pub version: i64,
}

/// One theme.
pub async fn find(db: &Db, key: &ThemeKey) -> Result<Option<ThemeRow>, StoreError> {
    query(FIND).bind(&key.scope).bind(&key.name).fetch_optional(db, read).await
}

/// The names of an environment's themes that sessions may name.
pub async fn names(db: &Db, environment: &EnvironmentId) -> Result<Vec<String>, StoreError> {
    let name = |row: &Row<'_>| Reader::new("theme", row).text("name");
    query(NAMES).bind(environment.as_str()).fetch_all(db, name).await
}

/// Stores or drops a draft; false when somebody else changed the theme since.
pub async fn set_draft(
    tx: &mut Tx,
    key: &ThemeKey,
    draft: Option<&str>,
    version: i64,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let draft = draft.map(str::to_owned);
    let done = if version == 0 {
        query(INSERT_DRAFT).bind(&key.scope).bind(&key.name).bind(&draft).bind(at.0).execute(tx).await?
    } else {
        query(SET_DRAFT)
            .bind(&draft)
            .bind(at.0)
            .bind(&key.scope)
            .bind(&key.name)
            .bind(version)
            .execute(tx)
            .await?
    };
    Ok(done == 1)
}

/// Removes a theme and its history; false when somebody else changed it since.
pub async fn delete(tx: &mut Tx, key: &ThemeKey, version: i64) -> Result<bool, StoreError> {
    let done = query(DELETE).bind(&key.scope).bind(&key.name).bind(version).execute(&mut *tx).await?;
    if done == 1 {
        query(DELETE_HISTORY).bind(&key.scope).bind(&key.name).execute(tx).await?;
    }
    Ok(done == 1)
}

fn read(row: &Row<'_>) -> Result<ThemeRow, StoreError> {
    let row = Reader::new("theme", row);
    Ok(ThemeRow {
        draft: row.optional_text("draft")?,
        published: row.optional_text("published")?,
        revision: row.number("revision")?,
        version: row.number("version")?,
    })
}
