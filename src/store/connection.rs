//! Connections: whose account at which service, with sealed credentials.

pub mod change;
pub mod edit;
pub mod history;
pub mod lookup;
pub mod overview;
pub mod refresh;
pub mod renew;
pub mod replace;

use super::{
    Db, StoreError, Tx,
    connect_session::{EndUser, Organization},
    query::query,
    row::{Reader, Row, json_text},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId, IntegrationId, SessionId},
    secret::Sealed,
};
use indexmap::IndexMap;
pub use list::{ConnectionFilter, TAG_FILTERS, list};
use refresh::RefreshState;

/// The columns of a connection with its integration and end user.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT c.number, c.id, c.environment_id, c.integration_id, c.connection_id, c.credentials, \
             c.connection_config, c.metadata, c.tags, c.errors, c.webhook_url_override, c.created_at, c.updated_at, \
             c.last_fetched_at, c.version, c.exchange_until, c.last_refresh_success, c.last_refresh_failure, c.refresh_attempts, \
             c.refresh_exhausted, c.refresh_lease_until, c.display_name AS own_name, c.awaits, i.unique_key, i.display_name AS integration_name, i.provider, u.external_id, u.email, u.display_name, \
             u.tags AS end_user_tags, u.organization_id, u.organization_display_name \
             FROM connection c JOIN integration i ON i.id = c.integration_id \
             LEFT JOIN end_user u ON u.id = c.end_user_id WHERE ",
            $rest
        )
    };
}

/// The place of a connection's line among all lines: the order of a list in one number, as the triggers write it.
macro_rules! sort_key {
    ($of:literal) => {
        concat!(
            "CASE WHEN ",
            $of,
            ".created_at < 0 THEN 0 WHEN ",
            $of,
            ".created_at > 8000000000000 THEN 8000000000000 ELSE ",
            $of,
            ".created_at END * 1048576 + ",
            $of,
            ".number % 1048576"
        )
    };
}

/// The connections whose line has the pattern in it: what the index of trigrams answers to `$wanted`, and those that it does not
/// know yet.
macro_rules! candidates {
    ($pattern:literal, $wanted:literal) => {
        concat!(
            "SELECT s.number FROM connection_trigram(",
            $wanted,
            ") f CROSS JOIN connection_search s WHERE s.sort_key = f.rowid AND s.environment_id = $1 AND s.text LIKE ",
            $pattern,
            " ESCAPE '!' UNION SELECT s.number FROM connection_search_pending w CROSS JOIN connection_search s \
             WHERE s.sort_key = w.sort_key AND s.environment_id = $1 AND s.text LIKE ",
            $pattern,
            " ESCAPE '!'"
        )
    };
}

pub mod erasure;
pub mod exchange;
pub(in crate::store) mod fold;
mod list;
pub mod owned;
pub(in crate::store) mod refold;
pub mod search;
pub mod transfer;
pub mod waiting;

statements! {
    INSERT = "INSERT INTO connection (id, environment_id, integration_id, connection_id, end_user_id, credentials, \
        connection_config, metadata, tags, errors, webhook_url_override, created_at, updated_at, version, \
        credentials_expire_at, installation, awaits, exchange_until, search_id, search_tags) \
        SELECT $1, $2, $3, $4, \
        (SELECT id FROM end_user WHERE environment_id = $2 AND external_id = $5), $6, $7, NULL, $8, $16, $9, $10, $10, 1, $12, \
        $13, $14, $15, $17, $18 \
        WHERE EXISTS (SELECT 1 FROM connect_session WHERE id = $11 AND ended_at IS NULL) \
        AND EXISTS (SELECT 1 FROM integration WHERE id = $3 AND environment_id = $2 AND deleted_at IS NULL)";
    FIND = select!("c.environment_id = $1 AND c.connection_id = $2 AND c.deleted_at IS NULL AND i.unique_key = $3 \
        AND i.deleted_at IS NULL");
    FIND_BY_ROW = select!("c.environment_id = $1 AND c.id = $2 AND c.deleted_at IS NULL");
    TOUCH = "UPDATE connection SET last_fetched_at = $1 WHERE id = $2 AND (last_fetched_at IS NULL OR last_fetched_at < $3)";
    DELETE = "UPDATE connection SET deleted_at = $1, updated_at = $1, version = version + 1, credentials = $3, \
        connection_config = $3, metadata = NULL, display_name = NULL WHERE id = $2 AND deleted_at IS NULL";
}

/// All statements about connections.
#[must_use]
pub fn statements() -> Vec<super::NamedStatement> {
    [
        change::STATEMENTS,
        edit::STATEMENTS,
        history::STATEMENTS,
        overview::STATEMENTS,
        erasure::STATEMENTS,
        exchange::STATEMENTS,
        list::STATEMENTS,
        search::STATEMENTS,
        STATEMENTS,
        lookup::STATEMENTS,
        owned::STATEMENTS,
        refold::STATEMENTS,
        refresh::STATEMENTS,
        transfer::STATEMENTS,
        renew::STATEMENTS,
        replace::STATEMENTS,
        waiting::STATEMENTS,
    ]
    .concat()
}

/// What stands in place of wiped secrets.
const NOTHING: &[u8] = &[];

/// A connection as it is stored.
#[derive(Clone, Debug)]
pub struct ConnectionRow {
    /// The protocol's numeric id.
    pub number: i64,
    /// The row's id.
    pub id: ConnectionRowId,
    /// The environment it belongs to.
    pub environment_id: EnvironmentId,
    /// The integration it is of.
    pub integration_id: IntegrationId,
    /// The protocol's id.
    pub connection_id: String,
    /// The integration's key.
    pub integration_key: String,
    /// The provider's key.
    pub provider: String,
    /// The integration's own name.
    pub integration_name: Option<String>,
    /// What its end user calls it.
    pub own_name: Option<String>,
    /// Whether the service must still say something before it can be used.
    pub is_awaited: bool,
    /// Sealed JSON (`connection.credentials`).
    pub credentials: Sealed,
    /// Sealed JSON map (`connection.connection_config`).
    pub connection_config: Sealed,
    /// The application's own data.
    pub metadata: Option<serde_json::Value>,
    /// Tags.
    pub tags: IndexMap<String, String>,
    /// What is wrong with it, in the protocol's shape.
    pub errors: serde_json::Value,
    /// The only address that gets its webhooks.
    pub webhook_url_override: Option<String>,
    /// Whose account it is.
    pub end_user: Option<(EndUser, Option<Organization>)>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// When its credentials were last read, to the minute.
    pub last_fetched_at: Option<Timestamp>,
    /// Until when the owner's backend has to exchange its code; nobody gets its credentials before.
    pub exchange_until: Option<Timestamp>,
    /// How its refreshes went.
    pub refresh: RefreshState,
    /// Counts its changes, for compare-and-swap.
    pub version: i64,
}

/// A new connection.
#[derive(Debug)]
pub struct NewConnection {
    /// The row's id.
    pub id: ConnectionRowId,
    /// The environment it belongs to.
    pub environment_id: EnvironmentId,
    /// The integration it is of.
    pub integration_id: IntegrationId,
    /// The session it is made in.
    pub session_id: SessionId,
    /// The protocol's id.
    pub connection_id: String,
    /// Whose account it is, by the application's own id; the session has stored that person.
    pub end_user: Option<String>,
    /// Sealed JSON.
    pub credentials: Sealed,
    /// Sealed JSON map.
    pub connection_config: Sealed,
    /// When the service stops accepting the credentials, where it said so.
    pub credentials_expire_at: Option<Timestamp>,
    /// What the service calls the installation, where it is one.
    pub installation: Option<String>,
    /// Whose installation it waits for, where it does.
    pub awaits: Option<String>,
    /// Until when the owner's backend has to exchange its code, where it has to.
    pub exchange_until: Option<Timestamp>,
    /// Tags.
    pub tags: IndexMap<String, String>,
    /// What is wrong with it from the beginning, in the protocol's shape.
    pub errors: serde_json::Value,
    /// The only address that gets its webhooks.
    pub webhook_url_override: Option<String>,
    /// Now.
    pub at: Timestamp,
}

/// Adds a connection (the database keeps the table of its tags); [`StoreError::Gone`] when its session was ended or its integration deleted
/// meanwhile: a check of credentials takes its time.
pub async fn insert(tx: &mut Tx, new: &NewConnection) -> Result<(), StoreError> {
    let done = query(INSERT)
        .bind(new.id.as_str())
        .bind(new.environment_id.as_str())
        .bind(new.integration_id.as_str())
        .bind(&new.connection_id)
        .bind(&new.end_user)
        .bind(new.credentials.as_bytes())
        .bind(new.connection_config.as_bytes())
        .bind(json_text(&new.tags))
        .bind(&new.webhook_url_override)
        .bind(new.at.0)
        .bind(new.session_id.as_str())
        .bind(new.credentials_expire_at.map(|at| at.0))
        .bind(&new.installation)
        .bind(&new.awaits)
        .bind(new.exchange_until.map(|at| at.0))
        .bind(json_text(&new.errors))
        .bind(fold::fold(&new.connection_id))
        .bind(fold::tags(&new.tags))
        .execute(tx)
        .await?;
    if done == 0 {
        return Err(StoreError::Gone);
    }
    Ok(())
}

/// The connection with that id of that integration.
pub async fn find(
    db: &Db,
    environment: &EnvironmentId,
    connection_id: &str,
    integration_key: &str,
) -> Result<Option<ConnectionRow>, StoreError> {
    query(FIND)
        .bind(environment.as_str())
        .bind(connection_id)
        .bind(integration_key)
        .fetch_optional(db, read)
        .await
}

/// The connection of that row.
pub async fn find_by_row(
    db: &Db,
    environment: &EnvironmentId,
    id: &ConnectionRowId,
) -> Result<Option<ConnectionRow>, StoreError> {
    query(FIND_BY_ROW).bind(environment.as_str()).bind(id.as_str()).fetch_optional(db, read).await
}

/// Notes that the credentials were read, at most once a minute.
pub async fn touch(tx: &mut Tx, id: &ConnectionRowId, at: Timestamp) -> Result<(), StoreError> {
    query(TOUCH).bind(at.0).bind(id.as_str()).bind(at.plus_minutes(-1).0).execute(tx).await?;
    Ok(())
}

/// Deletes a connection and wipes its secrets (security.md H6); false when it was deleted before.
pub async fn delete(tx: &mut Tx, id: &ConnectionRowId, at: Timestamp) -> Result<bool, StoreError> {
    let done = query(DELETE).bind(at.0).bind(id.as_str()).bind(NOTHING).execute(tx).await?;
    Ok(done == 1)
}

fn read(row: &Row<'_>) -> Result<ConnectionRow, StoreError> {
    let row = Reader::new("connection", row);
    Ok(ConnectionRow {
        number: row.number("number")?,
        id: ConnectionRowId::from_stored(row.text("id")?),
        environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
        integration_id: IntegrationId::from_stored(row.text("integration_id")?),
        connection_id: row.text("connection_id")?,
        integration_key: row.text("unique_key")?,
        provider: row.text("provider")?,
        integration_name: row.optional_text("integration_name")?,
        own_name: row.optional_text("own_name")?,
        is_awaited: row.optional_text("awaits")?.is_some(),
        credentials: row.sealed("credentials")?,
        connection_config: row.sealed("connection_config")?,
        metadata: row.optional_json("metadata")?,
        tags: row.json("tags")?,
        errors: row.json("errors")?,
        webhook_url_override: row.optional_text("webhook_url_override")?,
        end_user: end_user(&row)?,
        created_at: row.moment("created_at")?,
        updated_at: row.moment("updated_at")?,
        last_fetched_at: row.optional_moment("last_fetched_at")?,
        exchange_until: row.optional_moment("exchange_until")?,
        version: row.number("version")?,
        refresh: RefreshState::read(&row)?,
    })
}

pub(super) fn end_user(row: &Reader<'_>) -> Result<Option<(EndUser, Option<Organization>)>, StoreError> {
    let Some(id) = row.optional_text("external_id")? else { return Ok(None) };
    let organization = match row.optional_text("organization_id")? {
        Some(id) => Some(Organization { id, display_name: row.optional_text("organization_display_name")? }),
        None => None,
    };
    let end_user = EndUser {
        id,
        email: row.optional_text("email")?,
        display_name: row.optional_text("display_name")?,
        tags: row.optional_json("end_user_tags")?,
    };
    Ok(Some((end_user, organization)))
}
