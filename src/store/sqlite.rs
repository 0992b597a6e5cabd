//! SQLite: opening a file the way we use it (a write-ahead log, synced at checkpoints), and running statements on it.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use rusqlite::{Connection, OpenFlags, Statement};

use super::{StoreError, row::Row, value::Value};

const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; \
    PRAGMA busy_timeout = 5000; PRAGMA cache_size = -4000; PRAGMA secure_delete = ON";
/// More than the product has statements: each is prepared once a connection.
const PREPARED: usize = 256;

/// The file of `sqlite://path?options`.
pub(super) fn path(url: &str) -> PathBuf {
    let rest = url.strip_prefix("sqlite:").unwrap_or(url);
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    let path = rest.split_once('?').map_or(rest, |(path, _)| path);
    PathBuf::from(percent_decode_str(path).decode_utf8_lossy().into_owned())
}

/// Opens a connection.
pub(super) fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.execute_batch(PRAGMAS)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
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
    use super::path;

    #[test]
    fn the_file_of_an_address_is_what_stands_between_scheme_and_options() {
        assert_eq!(path("sqlite:///var/lib/a%20b.db?mode=rwc").to_str(), Some("/var/lib/a b.db"));
        assert_eq!(path("sqlite://data/x.db").to_str(), Some("data/x.db"));
        assert_eq!(path("sqlite:x.db").to_str(), Some("x.db"));
    }
}
