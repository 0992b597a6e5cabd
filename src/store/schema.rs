//! The schema's state and its way up: what was applied, what is missing, who wrote it. No way down: a database that a
//! newer version wrote is left alone.

use std::path::PathBuf;

use sqlx::{AnyConnection, Connection as _};

use super::{
    DatabaseUrl, StoreError, backup,
    connection::refold,
    db::install_drivers,
    migrations,
    sqlite::{self, Location},
};

// No statements of `statements!`: the tables that they read are the migrations' own, and may not be there yet.
const HAS_TABLE_SQLITE: &str = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $1";
const HAS_TABLE_POSTGRES: &str = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = $1";
const APPLIED: &str = "SELECT version FROM _sqlx_migrations WHERE success ORDER BY version";
const WRITTEN_BY: &str = "SELECT version FROM schema_release WHERE migration = $1";
const SIGN: &str = "INSERT INTO schema_release (migration, version) SELECT version, $1 FROM _sqlx_migrations \
    WHERE version NOT IN (SELECT migration FROM schema_release) ON CONFLICT DO NOTHING";

/// One step of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number.
    pub number: i64,
    /// Its name.
    pub name: &'static str,
}

/// Where a database's schema stands, seen from this version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchemaStatus {
    /// The numbers of what was applied.
    pub applied: Vec<i64>,
    /// What this version would apply.
    pub pending: Vec<Step>,
    /// The newest step that this version does not know, and who wrote it.
    pub unknown: Option<(i64, Option<String>)>,
}

/// What a migration did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Migrated {
    /// What was applied.
    pub applied: Vec<Step>,
    /// The copy that was made before, on SQLite.
    pub backup: Option<PathBuf>,
}

impl SchemaStatus {
    /// Whether nothing was ever stored here.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.applied.is_empty()
    }

    /// Refuses what a newer version wrote.
    pub fn must_not_be_newer(&self) -> Result<(), StoreError> {
        match &self.unknown {
            None => Ok(()),
            Some((migration, written_by)) => {
                Err(StoreError::TooNew { migration: *migration, written_by: written_by.clone() })
            }
        }
    }

    /// Refuses every schema but this version's own.
    pub fn must_be_ours(&self) -> Result<(), StoreError> {
        self.must_not_be_newer()?;
        if self.pending.is_empty() { Ok(()) } else { Err(StoreError::TooOld(self.pending.len())) }
    }
}

/// Where the schema stands. Changes nothing, and makes no file.
pub async fn status(url: &DatabaseUrl) -> Result<SchemaStatus, StoreError> {
    match url {
        DatabaseUrl::Sqlite(text) if !Location::of(text).path().exists() => Ok(seen(Vec::new(), None)),
        DatabaseUrl::Sqlite(_) | DatabaseUrl::Postgres(_) => {
            let mut connection = connect(url).await?;
            let status = read(&mut connection, url).await;
            connection.close().await?;
            status
        }
    }
}

/// Brings the schema up to date; on SQLite a copy of the file is made first, where there is something to lose.
pub async fn migrate(url: &DatabaseUrl) -> Result<Migrated, StoreError> {
    let status = status(url).await?;
    status.must_not_be_newer()?;
    let backup = match url {
        DatabaseUrl::Sqlite(text) => before_change(&Location::of(text), &status)?,
        DatabaseUrl::Postgres(_) => None,
    };
    let is_sqlite = matches!(url, DatabaseUrl::Sqlite(_));
    let mut connection = connect(url).await?;
    migrations::migrator(is_sqlite).run(&mut connection).await.map_err(StoreError::Migration)?;
    if !status.is_empty() && status.pending.iter().any(|step| step.number == refold::MIGRATION) {
        refold::refold(&mut connection).await?;
    }
    sqlx::query(SIGN).bind(env!("CARGO_PKG_VERSION")).execute(&mut connection).await?;
    connection.close().await?;
    Ok(Migrated { applied: status.pending, backup })
}

fn before_change(location: &Location, status: &SchemaStatus) -> Result<Option<PathBuf>, StoreError> {
    let Some(last) = status.applied.last() else {
        location.create();
        return Ok(None);
    };
    if status.pending.is_empty() {
        return Ok(None);
    }
    let path = backup::free_path_beside(location.path(), *last);
    backup::copy(&sqlite::connect(location)?, &path)?;
    Ok(Some(path))
}

async fn connect(url: &DatabaseUrl) -> Result<AnyConnection, StoreError> {
    install_drivers();
    Ok(match url {
        DatabaseUrl::Sqlite(url) => AnyConnection::connect(&sqlite::migration_url(url)).await?,
        DatabaseUrl::Postgres(url) => AnyConnection::connect(url).await?,
    })
}

async fn read(connection: &mut AnyConnection, url: &DatabaseUrl) -> Result<SchemaStatus, StoreError> {
    if !has_table(connection, url, "_sqlx_migrations").await? {
        return Ok(seen(Vec::new(), None));
    }
    let applied: Vec<(i64,)> = sqlx::query_as(APPLIED).fetch_all(&mut *connection).await?;
    let applied: Vec<i64> = applied.into_iter().map(|(number,)| number).collect();
    let unknown =
        applied.iter().copied().rfind(|number| migrations::all().all(|(known, _)| known != *number));
    let Some(number) = unknown else { return Ok(seen(applied, None)) };
    let mut written_by = None;
    if has_table(connection, url, "schema_release").await? {
        let row: Option<(String,)> =
            sqlx::query_as(WRITTEN_BY).bind(number).fetch_optional(connection).await?;
        written_by = row.map(|(version,)| version);
    }
    Ok(seen(applied, Some((number, written_by))))
}

async fn has_table(
    connection: &mut AnyConnection,
    url: &DatabaseUrl,
    table: &str,
) -> Result<bool, StoreError> {
    let sql = match url {
        DatabaseUrl::Sqlite(_) => HAS_TABLE_SQLITE,
        DatabaseUrl::Postgres(_) => HAS_TABLE_POSTGRES,
    };
    let (count,): (i64,) = sqlx::query_as(sql).bind(table).fetch_one(connection).await?;
    Ok(count > 0)
}

fn seen(applied: Vec<i64>, unknown: Option<(i64, Option<String>)>) -> SchemaStatus {
    let pending = migrations::all()
        .filter(|(number, _)| !applied.contains(number))
        .map(|(number, name)| Step { number, name })
        .collect();
    SchemaStatus { applied, pending, unknown }
}
