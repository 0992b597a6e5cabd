//! SQLite: opening a file the way we use it (a write-ahead log, synced at checkpoints or at each commit), and running
//! statements on it.

use std::{
    fs::OpenOptions,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use percent_encoding::percent_decode_str;
use rusqlite::{Connection, OpenFlags, Statement};

use super::{StoreError, row::Row, value::Value};

const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; \
    PRAGMA busy_timeout = 5000; PRAGMA cache_size = -4000; PRAGMA secure_delete = ON";
/// The one that writes keeps in memory what it may have to undo, instead of in a file for each commit, and moves its log
/// into the database each 16 MB: many writes touch the same pages.
const WRITER_PRAGMAS: &str = "PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000";
/// More than the product has statements: each is prepared once a connection.
const PREPARED: usize = 256;

/// Our own option in an address, which no driver must see.
const SYNCED_COMMITS: &str = "synchronous=full";

/// A file, and how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Location {
    path: PathBuf,
    synced_commits: bool,
}

impl Location {
    /// What `sqlite://path?options` names.
    pub(super) fn of(url: &str) -> Self {
        let rest = url.strip_prefix("sqlite:").unwrap_or(url);
        let rest = rest.strip_prefix("//").unwrap_or(rest);
        let (path, options) = rest.split_once('?').unwrap_or((rest, ""));
        Self {
            path: PathBuf::from(percent_decode_str(path).decode_utf8_lossy().into_owned()),
            synced_commits: options.split('&').any(|option| option == SYNCED_COMMITS),
        }
    }

    /// The file.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes the file where it is missing, readable by its owner alone; its log and index get the same rights.
    /// Whatever stands in the way is told when it is opened.
    pub(super) fn create(&self) {
        drop(OpenOptions::new().write(true).create_new(true).mode(0o600).open(&self.path));
    }
}

/// The address of the same file, with every commit synced.
pub(super) fn with_synced_commits(url: &str) -> String {
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}{SYNCED_COMMITS}")
}

/// The address as sqlx understands it, which brings the schema up to date.
pub(super) fn migration_url(url: &str) -> String {
    let (path, options) = url.split_once('?').unwrap_or((url, ""));
    let options = options.split('&').filter(|option| !option.is_empty() && *option != SYNCED_COMMITS);
    let options: Vec<&str> = options.chain(["mode=rwc"]).collect();
    format!("{path}?{}", options.join("&"))
}

/// Opens a connection.
pub(super) fn connect(location: &Location) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&location.path, flags)?;
    connection.execute_batch(PRAGMAS)?;
    let synchronous = if location.synced_commits { "FULL" } else { "NORMAL" };
    connection.pragma_update(None, "synchronous", synchronous)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    Ok(connection)
}

/// Opens the connection that writes.
pub(super) fn connect_to_write(location: &Location) -> Result<Connection, StoreError> {
    let connection = connect(location)?;
    connection.execute_batch(WRITER_PRAGMAS)?;
    Ok(connection)
}

/// The first row, where there is one.
pub(super) fn first<T>(
    connection: &Connection,
    sql: &str,
    values: &[Value<'_>],
    read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, values)?;
    let mut rows = statement.raw_query();
    rows.next()?.map(|row| read(&Row::Sqlite(row))).transpose()
}

/// All rows.
pub(super) fn all<T>(
    connection: &Connection,
    sql: &str,
    values: &[Value<'_>],
    read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, values)?;
    let mut rows = statement.raw_query();
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(read(&Row::Sqlite(row))?);
    }
    Ok(all)
}

/// Runs a statement that answers nothing; how many rows it changed.
pub(super) fn execute(connection: &Connection, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, values)?;
    Ok(statement.raw_execute()? as u64)
}

/// SQLite numbers `$1` by where it first stands, PostgreSQL by its name; the name is what we mean.
fn bind(statement: &mut Statement<'_>, values: &[Value<'_>]) -> Result<(), StoreError> {
    for index in 1..=statement.parameter_count() {
        let name = statement.parameter_name(index).and_then(|name| name.strip_prefix('$'));
        let value = name.and_then(|number| values.get(number.parse::<usize>().ok()?.checked_sub(1)?));
        match value.ok_or(rusqlite::Error::InvalidParameterCount(values.len(), index))? {
            Value::Integer(value) => statement.raw_bind_parameter(index, value)?,
            Value::Text(value) => statement.raw_bind_parameter(index, value.as_deref())?,
            Value::Bytes(value) => statement.raw_bind_parameter(index, value.as_deref())?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn the_file_of_an_address_is_what_stands_between_scheme_and_options() {
        let path = |url| Location::of(url).path;
        assert_eq!(path("sqlite:///var/lib/a%20b.db?mode=rwc").to_str(), Some("/var/lib/a b.db"));
        assert_eq!(path("sqlite://data/x.db").to_str(), Some("data/x.db"));
        assert_eq!(path("sqlite:x.db").to_str(), Some("x.db"));
    }

    #[test]
    fn the_driver_of_migrations_sees_no_option_of_ours() {
        assert_eq!(migration_url("sqlite://x.db"), "sqlite://x.db?mode=rwc");
        let synced = with_synced_commits("sqlite://x.db?cache=private");
        assert_eq!(migration_url(&synced), "sqlite://x.db?cache=private&mode=rwc");
    }

    #[test]
    fn commits_are_synced_as_asked_and_the_file_is_its_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/x.db", folder.path().display());
        Location::of(&url).create();
        for (url, wanted) in [(url.clone(), 1), (with_synced_commits(&url), 2)] {
            let connection = connect(&Location::of(&url)).unwrap();
            let synchronous: i64 =
                connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
            assert_eq!(synchronous, wanted);
            connection.execute_batch("CREATE TABLE IF NOT EXISTS t (x); INSERT INTO t VALUES (1)").unwrap();
            for entry in std::fs::read_dir(folder.path()).unwrap() {
                let entry = entry.unwrap();
                assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{entry:?}");
            }
        }
    }
}
