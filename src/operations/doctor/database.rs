//! Whether the database is there, has our schema, takes writes and has room.

use std::path::Path;

use super::Finding;
use crate::store::{
    DatabaseUrl, Db, StoreError, backup, installation,
    schema::{self, SchemaStatus},
};

const CHECK: &str = "database";
/// Less room than this is soon none.
const LEAST: u64 = 200 * 1024 * 1024;

pub(super) async fn examine(url: &DatabaseUrl, findings: &mut Vec<Finding>) -> Option<Db> {
    let status = match schema::status(url).await {
        Ok(status) => status,
        Err(error) => {
            findings.push(unreachable(&error, url));
            return None;
        }
    };
    if let Some(finding) = not_ours(&status) {
        findings.push(finding);
        return None;
    }
    let db = match Db::open_as_it_is(url).await {
        Ok(db) => db,
        Err(error) => {
            findings.push(unreachable(&error, url));
            return None;
        }
    };
    findings.push(match installation::write(&db).await {
        Ok(()) => Finding::good(CHECK, "it answers, has this version's schema, and takes writes"),
        Err(error) => Finding::problem(
            CHECK,
            format!("it does not take writes: {}", cause(&error)),
            "Is the disk full, the file or its folder read-only for this user, or the server a standby?",
        ),
    });
    findings.extend(backup::sqlite_file(url).as_deref().and_then(room));
    Some(db)
}

fn unreachable(error: &StoreError, url: &DatabaseUrl) -> Finding {
    let remedy = match url {
        DatabaseUrl::Sqlite(_) => {
            "Does the folder of DATABASE_URL (or CONNECT_UI_DATA_DIR) exist, and may this user write in it?"
        }
        DatabaseUrl::Postgres(_) => {
            "Does PostgreSQL run, and are host, port, user, password and database of DATABASE_URL right?"
        }
    };
    Finding::problem(CHECK, format!("it cannot be opened: {}", cause(error)), remedy)
}

fn not_ours(status: &SchemaStatus) -> Option<Finding> {
    match status.must_be_ours() {
        Ok(()) => None,
        Err(error @ StoreError::TooNew { .. }) => {
            Some(Finding::problem(CHECK, error.to_string(), "docs/operations.md, \"Going back\""))
        }
        Err(_) if status.is_empty() => Some(Finding::problem(
            CHECK,
            "nothing was ever stored in it",
            "Start the server once, or run `connect-ui migrate`. Is DATABASE_URL the one that the server has?",
        )),
        Err(error) => Some(Finding::problem(
            CHECK,
            error.to_string(),
            "Run `connect-ui migrate`, or start this version's server: it does the same",
        )),
    }
}

/// Before each change of the schema a copy of the file is made.
fn room(file: &Path) -> Option<Finding> {
    const CHECK: &str = "disk";
    let size = std::fs::metadata(file).ok()?.len();
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let disk = rustix::fs::statvfs(folder).ok()?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let needed = size.saturating_mul(2).max(LEAST);
    let says = format!("{} MB are free, the database has {} MB", megabytes(free), megabytes(size));
    Some(if free < needed {
        let remedy = format!(
            "Make room: an upgrade copies the database first, and {} MB should be free. Older copies \
             (….backup-of-schema-…) stand beside it",
            megabytes(needed)
        );
        Finding::warning(CHECK, says, remedy)
    } else {
        Finding::good(CHECK, says)
    })
}

const fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

/// The error with what is behind it.
fn cause(error: &StoreError) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), |source| format!("{error} ({source})"))
}
