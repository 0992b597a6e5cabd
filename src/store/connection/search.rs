//! Searching connections: a part of the id, of the end user's name or of their e-mail address, in any case.
//!
//! The newest [`NEWEST`] of the environment are looked through one by one, which finds what many have in common and all of
//! a small environment. Whatever they leave open is asked of an index of trigrams: FTS5 on SQLite, GIN on PostgreSQL.
//! Fewer than three characters are no trigram: they are looked for among the newest alone.

use super::{ConnectionRow, fold, read};
use crate::{
    id::EnvironmentId,
    store::{
        Db, StoreError, Tx,
        db::{Backend, Place},
        query::query,
        row::{Reader, Row},
        statements,
    },
};

/// How many of an environment's newest connections are looked through one by one.
pub const NEWEST: i64 = 10_000;
/// So much of a text is looked up in the index; all of it is compared with what the index finds.
const LOOKED_UP: usize = 40;
/// How many lines the index takes in at once: as long as another write can wait.
const AT_ONCE: i64 = 500;

statements! {
    BOUNDARY = "SELECT sort_key FROM connection_search WHERE environment_id = $1 ORDER BY sort_key DESC LIMIT 1 OFFSET $2";
    AMONG_NEWEST = select!("c.number IN (SELECT s.number FROM connection_search s WHERE s.environment_id = $1 AND s.sort_key > $2 \
        AND s.text LIKE $3 ESCAPE '!' ORDER BY s.sort_key DESC LIMIT $4 OFFSET $5) ORDER BY c.created_at DESC, c.number DESC");
    // The index answers in the order of the list, and is asked for no more than the page needs.
    AMONG_ALL = select!("c.number IN (SELECT h.number FROM (\
        SELECT * FROM (SELECT s.number, s.sort_key FROM connection_trigram($2) f CROSS JOIN connection_search s \
            WHERE s.sort_key = f.rowid AND s.environment_id = $1 AND s.text LIKE $3 ESCAPE '!' \
            ORDER BY f.rowid DESC LIMIT $6) AS known UNION \
        SELECT * FROM (SELECT s.number, s.sort_key FROM connection_search_pending w CROSS JOIN connection_search s \
            WHERE s.sort_key = w.sort_key AND s.environment_id = $1 AND s.text LIKE $3 ESCAPE '!' \
            ORDER BY w.sort_key DESC LIMIT $6) AS unknown) AS h \
        ORDER BY h.sort_key DESC LIMIT $4 OFFSET $5) ORDER BY c.created_at DESC, c.number DESC");
    PENDING = "SELECT MAX(w.sort_key) AS last FROM (SELECT sort_key FROM connection_search_pending ORDER BY sort_key LIMIT $1) AS w";
}

// SQLite's alone: PostgreSQL keeps its index itself.
const FORGET: &str = "INSERT INTO connection_trigram (connection_trigram, rowid, text) SELECT 'delete', w.sort_key, w.indexed \
    FROM connection_search_pending w WHERE w.indexed IS NOT NULL AND w.sort_key <= $1";
const TAKE_IN: &str = "INSERT INTO connection_trigram (rowid, text) SELECT s.sort_key, s.text \
    FROM connection_search_pending w JOIN connection_search s ON s.environment_id = w.environment_id AND s.sort_key = w.sort_key \
    WHERE w.sort_key <= $1 ORDER BY s.sort_key";
const TAKEN_IN: &str = "DELETE FROM connection_search_pending WHERE sort_key <= $1";

/// What is searched for, folded.
pub(super) struct Search {
    folded: String,
    pattern: String,
}

impl Search {
    pub(super) fn of(text: &str) -> Self {
        let folded = fold::fold(text);
        let pattern = contains(&folded);
        Self { folded, pattern }
    }

    /// A LIKE pattern for "contains", in which nothing of the text is a wildcard.
    pub(super) fn pattern(&self) -> &str {
        &self.pattern
    }

    /// What the index is asked, in its own language; nothing where it cannot help.
    pub(super) fn beyond(&self, db: &Db) -> Option<String> {
        let characters: Vec<char> = self.folded.chars().take(LOOKED_UP).collect();
        (characters.len() >= 3).then(|| match &db.backend {
            Backend::Sqlite(_) => phrases(&characters),
            Backend::Postgres(_) => characters.iter().collect(),
        })
    }

    /// Below which place the environment has further connections than the newest; nothing where it has no more.
    pub(super) async fn boundary(
        &self,
        db: &Db,
        environment: &EnvironmentId,
    ) -> Result<Option<i64>, StoreError> {
        let read = |row: &Row<'_>| Reader::new("connection_search", row).number("sort_key");
        query(BOUNDARY).bind(environment.as_str()).bind(NEWEST).fetch_optional(db, read).await
    }

    /// A page of what is found, where nothing else is asked for.
    pub(super) async fn list(
        &self,
        db: &Db,
        environment: &EnvironmentId,
        limit: i64,
        offset: i64,
    ) -> Result<Vec<ConnectionRow>, StoreError> {
        let boundary = self.boundary(db, environment).await?;
        let found = query(AMONG_NEWEST)
            .bind(environment.as_str())
            .bind(boundary.unwrap_or(-1))
            .bind(self.pattern())
            .bind(limit)
            .bind(offset)
            .fetch_all(db, read)
            .await?;
        let is_full = i64::try_from(found.len()) == Ok(limit);
        let Some(wanted) = self.beyond(db).filter(|_| !is_full && boundary.is_some()) else {
            return Ok(found);
        };
        query(AMONG_ALL)
            .bind(environment.as_str())
            .bind(wanted)
            .bind(self.pattern())
            .bind(limit)
            .bind(offset)
            .bind(limit.saturating_add(offset))
            .fetch_all(db, read)
            .await
    }
}

/// Lets SQLite's index catch up with some of the lines that it does not know yet; whether there were as many as it takes at once.
pub async fn index_pending(db: &Db) -> Result<bool, StoreError> {
    if matches!(db.backend, Backend::Postgres(_)) {
        return Ok(false);
    }
    let last = |row: &Row<'_>| Reader::new("connection_search_pending", row).optional_number("last");
    let Some(last) = query(PENDING).bind(AT_ONCE).fetch_one(db, last).await? else { return Ok(false) };
    let taken = db.write_aside(move |tx| Box::pin(async move { take_in(tx, last).await })).await?;
    Ok(i64::try_from(taken).is_ok_and(|taken| taken >= AT_ONCE))
}

async fn take_in(tx: &mut Tx, last: i64) -> Result<u64, StoreError> {
    if matches!(tx.place, Place::Postgres(_)) {
        return Ok(0);
    }
    query(FORGET).bind(last).execute(tx).await?;
    query(TAKE_IN).bind(last).execute(tx).await?;
    query(TAKEN_IN).bind(last).execute(tx).await
}

fn contains(folded: &str) -> String {
    let mut pattern = String::from("%");
    for character in folded.chars() {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

/// Every three characters in a row, each as a phrase of its own: all must be there.
fn phrases(characters: &[char]) -> String {
    let phrase = |three: &[char]| {
        let text: String = three.iter().collect();
        format!("\"{}\"", text.replace('"', "\"\""))
    };
    characters.windows(3).map(phrase).collect::<Vec<_>>().join(" ")
}
