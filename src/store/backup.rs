//! Copies of a SQLite file, made while the server runs, and looked through before anybody relies on them.

use std::{
    fs::OpenOptions,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags};

use super::{
    DatabaseUrl, StoreError,
    sqlite::{self, Location},
};

/// What was found in a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupSummary {
    /// Where it stands.
    pub path: PathBuf,
    /// How many bytes it has.
    pub bytes: u64,
    /// How many connections are in it.
    pub connections: i64,
}

/// Copies a SQLite database to a file that must not exist; nothing where the database is none.
pub fn sqlite(url: &DatabaseUrl, path: &Path) -> Result<Option<BackupSummary>, StoreError> {
    let DatabaseUrl::Sqlite(url) = url else { return Ok(None) };
    copy(&sqlite::connect(&Location::of(url))?, path)?;
    summary(path).map(Some)
}

/// The file of a SQLite database.
#[must_use]
pub fn sqlite_file(url: &DatabaseUrl) -> Option<PathBuf> {
    match url {
        DatabaseUrl::Sqlite(url) => Some(Location::of(url).path().to_owned()),
        DatabaseUrl::Postgres(_) => None,
    }
}

/// Copies what is committed; readers and writers go on meanwhile. The copy is one file without a log, readable by its
/// owner alone.
pub(super) fn copy(source: &Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |reason: String| StoreError::Backup { path: path.to_owned(), reason };
    let text = path.to_str().ok_or_else(|| failed("its path is not UTF-8".to_owned()))?;
    // SQLite writes into an empty file, and leaves its rights as they are.
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    made.map_err(|error| failed(error.to_string()))?;
    let copied = source
        .execute("VACUUM INTO $1", [text])
        .map_err(|error| failed(error.to_string()))
        .and_then(|_| verify(path).map_err(failed));
    if copied.is_err() {
        drop(std::fs::remove_file(path));
    }
    copied
}

/// A name that is free: the database's own, the step it is at, and a number where that is taken.
pub(super) fn free_path_beside(file: &Path, step: i64) -> PathBuf {
    let name = |suffix: String| {
        let mut name = file.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    let first = name(format!(".backup-of-schema-{step}"));
    let next = |number: u32| name(format!(".backup-of-schema-{step}.{number}"));
    std::iter::once(first).chain((2..10_000).map(next)).find(|path| !path.exists()).unwrap_or_default()
}

/// Opens a copy and reads every page of it.
fn verify(path: &Path) -> Result<(), String> {
    let text = |error: rusqlite::Error| error.to_string();
    let copy = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(text)?;
    let found: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(text)?;
    if found != "ok" {
        return Err(found);
    }
    Ok(())
}

fn summary(path: &Path) -> Result<BackupSummary, StoreError> {
    let failed = |reason: String| StoreError::Backup { path: path.to_owned(), reason };
    let copy = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let count = "SELECT COUNT(*) FROM connection WHERE deleted_at IS NULL";
    let connections =
        copy.query_row(count, [], |row| row.get(0)).map_err(|error| failed(error.to_string()))?;
    let bytes = std::fs::metadata(path).map_err(|error| failed(error.to_string()))?.len();
    Ok(BackupSummary { path: path.to_owned(), bytes, connections })
}
