//! An end user who is erased: everything that names them, and the report that says what became of it meanwhile.

use super::{ConnectionRow, read};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId},
    store::{
        Db, StoreError, Tx,
        connect_session::EndUser,
        query::query,
        row::{Reader, Row},
        statements,
    },
};

/// The rows of an end user's connections: by the session's end user, or by the tag that names them.
macro_rules! of_person {
    () => {
        "(SELECT n.id FROM connection_tag t JOIN connection n ON n.number = t.number \
         WHERE t.environment_id = $1 AND t.key = 'end_user_id' AND t.value = $2 \
         UNION SELECT o.id FROM connection o JOIN end_user p ON p.id = o.end_user_id \
         WHERE p.environment_id = $1 AND p.external_id = $2)"
    };
}

statements! {
    BEGIN = "INSERT INTO erasure (environment_id, end_user_id, actor, report, touched_at) VALUES ($1, $2, $3, '', $4) \
        ON CONFLICT (environment_id, end_user_id) DO UPDATE SET touched_at = excluded.touched_at";
    LEFT_BEHIND = "SELECT environment_id, end_user_id, actor FROM erasure WHERE touched_at < $1 ORDER BY touched_at LIMIT 10";
    LIVE = concat!(select!("c.deleted_at IS NULL AND c.id IN "), of_person!(), " ORDER BY c.number LIMIT $3");
    REPORT = "UPDATE erasure SET report = report || $3, touched_at = $4 WHERE environment_id = $1 AND end_user_id = $2";
    DROP_TOLD = "DELETE FROM webhook_outbox WHERE connection_row = $1";
    DROP_RECONNECTS = "DELETE FROM connect_session WHERE reconnects = $1";
    UNNAME = "UPDATE audit SET subject = '(erased)' WHERE environment_id = $1 AND action LIKE 'connection.%' AND subject = \
        (SELECT connection_id FROM connection WHERE id = $2)";
    DROP_CONNECTION = "DELETE FROM connection WHERE id = $1";
    ALL = concat!("SELECT c.id, c.deleted_at FROM connection c WHERE c.id IN ", of_person!());
    DROP_SESSIONS = "DELETE FROM connect_session WHERE environment_id = $1 AND end_user_key = $2";
    LINKS = "SELECT id, end_user FROM share_link WHERE environment_id = $1";
    DROP_LINK = "DELETE FROM share_link WHERE id = $1";
    UNNAME_LINKS = "UPDATE audit SET subject = '(erased)' WHERE environment_id = $1 AND subject = $2 \
        AND action LIKE 'share!_link.%' ESCAPE '!'";
    // What was told of attempts that came to nothing names them by their id alone.
    DROP_FAILED = "DELETE FROM webhook_outbox WHERE environment_id = $1 AND connection_row IS NULL \
        AND REPLACE(body, $2, '') <> body";
    DROP_PERSON = "DELETE FROM end_user WHERE environment_id = $1 AND external_id = $2";
    END = "DELETE FROM erasure WHERE environment_id = $1 AND end_user_id = $2 RETURNING report";
}

/// Whom it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The environment.
    pub environment: EnvironmentId,
    /// The application's own id of the end user.
    pub end_user_id: String,
}

/// An erasure that was begun, and whose process has gone.
#[derive(Clone, Debug)]
pub struct LeftBehind {
    /// Whom it is about.
    pub person: Person,
    /// Who asked for it.
    pub actor: String,
}

/// Notes that it is begun, and ends what could still make something: their sessions, with pages and attempts.
pub async fn begin(tx: &mut Tx, person: &Person, actor: &str, at: Timestamp) -> Result<u64, StoreError> {
    let Person { environment, end_user_id } = person;
    query(BEGIN).bind(environment.as_str()).bind(end_user_id).bind(actor).bind(at.0).execute(tx).await?;
    drop_links(tx, person).await?;
    drop_sessions(tx, person).await
}

/// Those that nobody has touched since then.
pub async fn left_behind(db: &Db, before: Timestamp) -> Result<Vec<LeftBehind>, StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("erasure", row);
        let environment = EnvironmentId::from_stored(row.text("environment_id")?);
        let person = Person { environment, end_user_id: row.text("end_user_id")? };
        Ok(LeftBehind { person, actor: row.text("actor")? })
    };
    query(LEFT_BEHIND).bind(before.0).fetch_all(db, read).await
}

/// The next of their connections that still stand.
pub async fn live(db: &Db, person: &Person, limit: i64) -> Result<Vec<ConnectionRow>, StoreError> {
    let Person { environment, end_user_id } = person;
    query(LIVE).bind(environment.as_str()).bind(end_user_id).bind(limit).fetch_all(db, read).await
}

/// Deletes a connection with all that tells of it, and adds a line to the report; false when it was gone already.
pub async fn drop_connection(
    tx: &mut Tx,
    person: &Person,
    id: &ConnectionRowId,
    line: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    if !wipe(tx, person, id).await? {
        return Ok(false);
    }
    let Person { environment, end_user_id } = person;
    query(REPORT).bind(environment.as_str()).bind(end_user_id).bind(line).bind(at.0).execute(tx).await?;
    Ok(true)
}

/// Deletes what is left and answers the report; nothing where a connection was made meanwhile, which must be ended first,
/// or where somebody else has just finished.
pub async fn finish(tx: &mut Tx, person: &Person) -> Result<Option<String>, StoreError> {
    let Person { environment, end_user_id } = person;
    drop_links(tx, person).await?;
    drop_sessions(tx, person).await?;
    let read = |row: &Row<'_>| {
        let row = Reader::new("connection", row);
        Ok((ConnectionRowId::from_stored(row.text("id")?), row.optional_moment("deleted_at")?.is_none()))
    };
    let left = query(ALL).bind(environment.as_str()).bind(end_user_id).returning_all(tx, read).await?;
    if left.iter().any(|(_, is_live)| *is_live) {
        return Ok(None);
    }
    for (id, _) in &left {
        wipe(tx, person, id).await?;
    }
    query(DROP_PERSON).bind(environment.as_str()).bind(end_user_id).execute(tx).await?;
    let read = |row: &Row<'_>| Reader::new("erasure", row).text("report");
    query(END).bind(environment.as_str()).bind(end_user_id).returning_optional(tx, read).await
}

/// The links that were made for them, and their name in the audit: each opening would make a session.
async fn drop_links(tx: &mut Tx, person: &Person) -> Result<(), StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("share_link", row);
        Ok((row.text("id")?, row.json::<EndUser>("end_user")?))
    };
    let all = query(LINKS).bind(person.environment.as_str()).returning_all(tx, read).await?;
    for (id, _) in all.into_iter().filter(|(_, end_user)| end_user.id == person.end_user_id) {
        query(DROP_LINK).bind(&id).execute(&mut *tx).await?;
    }
    let Person { environment, end_user_id } = person;
    query(UNNAME_LINKS).bind(environment.as_str()).bind(end_user_id).execute(tx).await?;
    Ok(())
}

async fn drop_sessions(tx: &mut Tx, person: &Person) -> Result<u64, StoreError> {
    let environment = person.environment.as_str();
    let id = serde_json::Value::from(person.end_user_id.as_str()).to_string();
    query(DROP_FAILED).bind(environment).bind(format!("\"endUserId\":{id}")).execute(&mut *tx).await?;
    query(DROP_SESSIONS).bind(environment).bind(&person.end_user_id).execute(tx).await
}

async fn wipe(tx: &mut Tx, person: &Person, id: &ConnectionRowId) -> Result<bool, StoreError> {
    query(DROP_TOLD).bind(id.as_str()).execute(tx).await?;
    query(DROP_RECONNECTS).bind(id.as_str()).execute(tx).await?;
    query(UNNAME).bind(person.environment.as_str()).bind(id.as_str()).execute(tx).await?;
    Ok(query(DROP_CONNECTION).bind(id.as_str()).execute(tx).await? == 1)
}
