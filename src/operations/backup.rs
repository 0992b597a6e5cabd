//! `backup`: a copy of a SQLite database that was looked through; for PostgreSQL, the command of its own tool.

use std::path::PathBuf;

use super::Outcome;
use crate::{config::Settings, store};

const POSTGRES: &str = "the database is on PostgreSQL, whose own tool copies it while the server runs:\n\n    \
    pg_dump --format=custom --file=connect-ui.dump \"$DATABASE_URL\"\n\n\
    and brings it back into an empty database:\n\n    \
    pg_restore --no-owner --dbname=\"$DATABASE_URL\" connect-ui.dump";

/// Copies the database to a file.
pub async fn backup(settings: Settings, path: PathBuf) -> Outcome {
    let url = settings.database_url;
    let copy = tokio::task::spawn_blocking(move || store::backup::sqlite(&url, &path)).await??;
    let Some(copy) = copy else { return Err(POSTGRES.into()) };
    println!(
        "Copied to {}: {} bytes, {} connections; every page of the copy was read.",
        copy.path.display(),
        copy.bytes,
        copy.connections
    );
    println!("Its secrets open only with the encryption keys: keep those too, and somewhere else.");
    Ok(())
}
