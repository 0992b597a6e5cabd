//! Opening a SQLite file the way we use it: a write-ahead log, synced at checkpoints or at each commit.

use std::{
    fs::OpenOptions,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use percent_encoding::percent_decode_str;
use sqlx::{AnyConnection, Connection, Executor};

const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; \
    PRAGMA cache_size = -4000; PRAGMA secure_delete = ON";
/// Our own option in an address, which the driver must not see.
const SYNCED_COMMITS: &str = "synchronous=full";

/// The address of the same file, with every commit synced.
pub(super) fn with_synced_commits(url: &str) -> String {
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}{SYNCED_COMMITS}")
}

/// Makes the file where it is missing, readable by its owner alone; its log and index get the same rights. Whatever
/// stands in the way is told when it is opened.
pub(super) fn create(url: &str) {
    let path = path(url);
    if !path.starts_with(":memory:") {
        drop(OpenOptions::new().write(true).create_new(true).mode(0o600).open(path));
    }
}

/// Opens a connection.
pub(super) async fn connect(url: &str) -> Result<AnyConnection, sqlx::Error> {
    let (url, synchronous) = synchronous(url);
    let mut connection = AnyConnection::connect(&url).await?;
    connection.execute(PRAGMAS).await?;
    connection.execute(synchronous).await?;
    Ok(connection)
}

/// The file of `sqlite://path?options`.
fn path(url: &str) -> PathBuf {
    let rest = url.strip_prefix("sqlite:").unwrap_or(url);
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    let path = rest.split_once('?').map_or(rest, |(path, _)| path);
    Path::new(percent_decode_str(path).decode_utf8_lossy().as_ref()).to_owned()
}

/// An address without our option, and what the option asks for.
fn synchronous(url: &str) -> (String, &'static str) {
    let Some((path, options)) = url.split_once('?') else {
        return (url.to_owned(), "PRAGMA synchronous = NORMAL");
    };
    let (ours, others): (Vec<&str>, Vec<&str>) =
        options.split('&').partition(|option| *option == SYNCED_COMMITS);
    let synchronous =
        if ours.is_empty() { "PRAGMA synchronous = NORMAL" } else { "PRAGMA synchronous = FULL" };
    (format!("{path}?{}", others.join("&")), synchronous)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use sqlx::Row as _;

    use super::*;

    #[tokio::test]
    async fn commits_are_synced_as_asked_and_the_file_is_its_owners_alone() {
        sqlx::any::install_default_drivers();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a b.db");
        let url = format!("sqlite://{}?mode=rwc", file.display().to_string().replace(' ', "%20"));
        create(&url);
        for (url, wanted) in [(url.clone(), 1), (with_synced_commits(&url), 2)] {
            let mut connection = connect(&url).await.unwrap();
            let row = connection.fetch_one("PRAGMA synchronous").await.unwrap();
            assert_eq!(row.get::<i64, _>(0), wanted);
            connection.execute("CREATE TABLE IF NOT EXISTS t (x)").await.unwrap();
            connection.execute("INSERT INTO t VALUES (1)").await.unwrap();
            let names = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap());
            for entry in names {
                assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{entry:?}");
            }
        }
    }
}
