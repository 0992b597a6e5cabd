//! Whether processes on one database hear each other.

use std::time::Duration;

use super::Finding;
use crate::{
    clock::Random,
    store::{
        DatabaseUrl, Db, StoreError,
        relay::{self, Heard, RelayListener, Relayed},
    },
};

const CHECK: &str = "replicas";
const LONGEST: Duration = Duration::from_secs(5);
const REMEDY: &str = "Does DATABASE_URL lead through a pooler in transaction mode? LISTEN needs a session of its own: \
    use session mode, or PostgreSQL's own port. With one process nothing is lost";

pub(super) async fn examine(url: &DatabaseUrl, db: &Db) -> Finding {
    match heard(url, db).await {
        Ok(Some(true)) => Finding::good(CHECK, "processes on this database hear each other at once"),
        Ok(Some(false)) => Finding::warning(CHECK, "what one process sends, another does not hear", REMEDY),
        Ok(None) => Finding::good(CHECK, "SQLite: run one process on this file"),
        Err(error) => Finding::warning(CHECK, format!("it cannot be listened: {error}"), REMEDY),
    }
}

/// Sends to ourselves over two connections; nothing where there is only one process.
async fn heard(url: &DatabaseUrl, db: &Db) -> Result<Option<bool>, StoreError> {
    let Some(mut listener) = RelayListener::open(url, db).await? else { return Ok(None) };
    // A socket that no process has.
    let sent = Relayed { socket: Random::system().uuid(), text: "doctor".to_owned() };
    relay::send(db, &sent).await?;
    let hearing = async {
        loop {
            match listener.next().await? {
                Heard::Text(text) if text == sent => return Ok(true),
                Heard::Interrupted => return Ok(false),
                Heard::Text(_) | Heard::Counts(_) | Heard::Definitions => {}
            }
        }
    };
    tokio::time::timeout(LONGEST, hearing).await.unwrap_or(Ok(false)).map(Some)
}
