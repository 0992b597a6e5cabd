//! Between processes on one PostgreSQL: what a socket that listens elsewhere is to be told, and what each has counted.
//! SQLite has one process, and needs none.
//!
//! A message may be lost with its connection; the flow's own row is the truth, and is read again by whoever still waits.

use serde_json::{Value, json};
use sqlx::postgres::PgListener;

use super::{
    DatabaseUrl, Db, StoreError,
    db::Backend,
    query::query,
    row::{Reader, Row},
};

const CHANNEL: &str = "connect_ui_socket";
const COUNTS: &str = "connect_ui_counts";
/// The database itself sends here (migrations 19 and 27).
const KEYS: &str = "connect_ui_api_keys";
const DEFINITIONS: &str = "connect_ui_definitions";
// No statement of `statements!`: SQLite knows no such function.
const NOTIFY: &str = "SELECT pg_notify($1, $2)::text AS told";
/// PostgreSQL takes less than 8000 bytes.
const LONGEST: usize = 7900;

/// A text for a socket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relayed {
    /// The socket's id.
    pub socket: String,
    /// What it is to be told.
    pub text: String,
}

impl Relayed {
    fn parse(payload: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(payload).ok()?;
        let text = |name: &str| value[name].as_str().map(str::to_owned);
        Some(Self { socket: text("socket")?, text: text("text")? })
    }
}

/// Sends a text to the processes on the same database; they do not include one on SQLite.
pub async fn send(db: &Db, relayed: &Relayed) -> Result<(), StoreError> {
    let payload = json!({ "socket": relayed.socket, "text": relayed.text }).to_string();
    if matches!(db.backend, Backend::Sqlite(_)) || payload.len() > LONGEST {
        return Ok(());
    }
    let read = |row: &Row<'_>| Reader::new("pg_notify", row).optional_text("told").map(drop);
    query(NOTIFY).bind(CHANNEL).bind(payload.as_str()).fetch_optional(db, read).await.map(drop)
}

/// Sends what this process has counted to the others; nothing on SQLite.
pub async fn send_counts(db: &Db, payload: &str) -> Result<(), StoreError> {
    if matches!(db.backend, Backend::Sqlite(_)) || payload.len() > LONGEST {
        return Ok(());
    }
    let read = |row: &Row<'_>| Reader::new("pg_notify", row).optional_text("told").map(drop);
    query(NOTIFY).bind(COUNTS).bind(payload).fetch_optional(db, read).await.map(drop)
}

/// Hears what other processes send, on a connection of its own.
pub struct RelayListener {
    listener: PgListener,
    db: Db,
}

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A text for a socket, perhaps of this process.
    Text(Relayed),
    /// What a process has counted, perhaps this one.
    Counts(String),
    /// An environment has another definition of a provider.
    Definitions,
    /// The connection was lost: what was sent meanwhile is in the rows alone.
    Interrupted,
}

impl RelayListener {
    /// Listens from now on; none on SQLite. `db` is told of what it must not remember any longer.
    pub async fn open(url: &DatabaseUrl, db: &Db) -> Result<Option<Self>, StoreError> {
        let DatabaseUrl::Postgres(url) = url else { return Ok(None) };
        let mut listener = PgListener::connect(url).await?;
        listener.listen_all([CHANNEL, COUNTS, KEYS, DEFINITIONS]).await?;
        Ok(Some(Self { listener, db: db.clone() }))
    }

    /// Waits for the next text; connects again by itself. An error is a database that cannot be reached.
    pub async fn next(&mut self) -> Result<Heard, StoreError> {
        loop {
            match self.listener.try_recv().await? {
                None => {
                    self.db.was_told_of_a_change();
                    return Ok(Heard::Interrupted);
                }
                Some(notification) if notification.channel() == KEYS => self.db.was_told_of_a_change(),
                Some(notification) if notification.channel() == DEFINITIONS => return Ok(Heard::Definitions),
                Some(notification) if notification.channel() == COUNTS => {
                    return Ok(Heard::Counts(notification.payload().to_owned()));
                }
                Some(notification) => {
                    if let Some(relayed) = Relayed::parse(notification.payload()) {
                        return Ok(Heard::Text(relayed));
                    }
                }
            }
        }
    }
}
