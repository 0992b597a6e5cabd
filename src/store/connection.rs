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

pub mod erasure;
pub mod exchange;
pub mod owned;
pub mod transfer;
pub mod waiting;

/// A pair of parameters that a tag must match, unless no tag is asked for.
macro_rules! tag {
    ($key:literal, $value:literal) => {
        concat!(
            " AND (CAST($",
            $key,
            " AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM connection_tag t WHERE t.connection_row = c.id \
             AND t.key = $",
            $key,
            " AND t.value = $",
            $value,
            "))"
        )
    };
}

/// All filters of a list, and its order.
macro_rules! filtered {
    () => {
        concat!(
            "c.deleted_at IS NULL AND i.deleted_at IS NULL \
            AND (CAST($2 AS TEXT) IS NULL OR c.connection_id = $2) \
            AND (CAST($3 AS TEXT) IS NULL OR LOWER(c.connection_id) LIKE $3 ESCAPE '!' OR LOWER(u.display_name) LIKE $3 ESCAPE '!' \
                OR LOWER(u.email) LIKE $3 ESCAPE '!' OR EXISTS (SELECT 1 FROM connection_tag w \
                    WHERE w.connection_row = c.id AND w.key IN ('end_user_email', 'end_user_display_name') \
                    AND LOWER(w.value) LIKE $3 ESCAPE '!')) \
            AND (CAST($4 AS TEXT) IS NULL OR u.external_id = $4) \
            AND (CAST($5 AS TEXT) IS NULL OR u.organization_id = $5) \
            AND (CAST($6 AS TEXT) IS NULL OR REPLACE($6, ',' || i.unique_key || ',', '') <> $6)",
            tag!("7", "8"), tag!("9", "10"), tag!("11", "12"), tag!("13", "14"), tag!("15", "16"),
            tag!("17", "18"), tag!("19", "20"), tag!("21", "22"), tag!("23", "24"), tag!("25", "26"),
            " ORDER BY c.created_at DESC, c.number DESC LIMIT $27 OFFSET $28"
        )
    };
}

statements! {
    INSERT = "INSERT INTO connection (id, environment_id, integration_id, connection_id, end_user_id, credentials, \
        connection_config, metadata, tags, errors, webhook_url_override, created_at, updated_at, version, \
        credentials_expire_at, installation, awaits, exchange_until) \
        SELECT $1, $2, $3, $4, \
        (SELECT id FROM end_user WHERE environment_id = $2 AND external_id = $5), $6, $7, NULL, $8, $16, $9, $10, $10, 1, $12, \
        $13, $14, $15 \
        WHERE EXISTS (SELECT 1 FROM connect_session WHERE id = $11 AND ended_at IS NULL) \
        AND EXISTS (SELECT 1 FROM integration WHERE id = $3 AND environment_id = $2 AND deleted_at IS NULL)";
    FIND = select!("c.environment_id = $1 AND c.connection_id = $2 AND c.deleted_at IS NULL AND i.unique_key = $3 \
        AND i.deleted_at IS NULL");
    FIND_BY_ROW = select!("c.environment_id = $1 AND c.id = $2 AND c.deleted_at IS NULL");
    LIST = concat!(select!("c.environment_id = $1 AND "), filtered!());
    // Each begins with what finds few rows; the environment is kept out of the choice of an index.
    LIST_NAMED = concat!(select!("c.environment_id || '' = $1 AND c.number IN (SELECT m.number FROM connection m \
            WHERE m.environment_id = $1 AND m.connection_id = $2 AND m.deleted_at IS NULL) AND "), filtered!());
    LIST_OF_END_USER = concat!(
        select!("c.environment_id || '' = $1 AND c.end_user_id IN (SELECT p.id FROM end_user p \
            WHERE p.environment_id = $1 AND p.external_id = $4) AND "),
        filtered!()
    );
    LIST_TAGGED = concat!(
        select!("c.environment_id || '' = $1 AND c.id IN (SELECT f.connection_row FROM connection_tag f \
            WHERE f.environment_id = $1 AND f.key = $7 AND f.value = $8) AND "),
        filtered!()
    );
    LIST_OF_ORGANIZATION = concat!(
        select!("c.environment_id || '' = $1 AND c.end_user_id IN (SELECT p.id FROM end_user p \
            WHERE p.environment_id = $1 AND p.organization_id = $5) AND "),
        filtered!()
    );
    // The rows of a page are found in the index alone, however deep it is. Those of a deleted integration are deleted.
    LIST_NEWEST = select!("c.number IN (SELECT n.number FROM connection n WHERE n.environment_id = $1 \
        AND n.deleted_at IS NULL ORDER BY n.created_at DESC, n.number DESC LIMIT $2 OFFSET $3) \
        ORDER BY c.created_at DESC, c.number DESC");
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
        STATEMENTS,
        lookup::STATEMENTS,
        owned::STATEMENTS,
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

/// The most tags that a list can be filtered by: as many as a connection can have.
pub const TAG_FILTERS: usize = 10;

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

/// What a list is limited to (wire-protocol.md §5.2).
#[derive(Clone, Debug, Default)]
pub struct ConnectionFilter {
    /// The protocol's id.
    pub connection_id: Option<String>,
    /// Part of the id, the end user's name or e-mail address, in any case.
    pub search: Option<String>,
    /// The application's own id of the end user.
    pub end_user_id: Option<String>,
    /// The application's own id of the organization.
    pub organization_id: Option<String>,
    /// Keys of integrations; any of them.
    pub integration_keys: Vec<String>,
    /// Tags; all of them, at most [`TAG_FILTERS`].
    pub tags: Vec<(String, String)>,
    /// How many at most.
    pub limit: i64,
    /// How many are passed over.
    pub offset: i64,
}

impl ConnectionFilter {
    const fn is_empty(&self) -> bool {
        self.connection_id.is_none()
            && self.search.is_none()
            && self.end_user_id.is_none()
            && self.organization_id.is_none()
            && self.integration_keys.is_empty()
            && self.tags.is_empty()
    }

    /// The one that begins with the filter that few connections pass.
    const fn statement(&self) -> &'static str {
        match self {
            Self { connection_id: Some(_), .. } => LIST_NAMED,
            Self { end_user_id: Some(_), .. } => LIST_OF_END_USER,
            Self { tags, .. } if !tags.is_empty() => LIST_TAGGED,
            Self { organization_id: Some(_), .. } => LIST_OF_ORGANIZATION,
            _ => LIST,
        }
    }
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

/// The connections that pass the filter, the newest first.
pub async fn list(
    db: &Db,
    environment: &EnvironmentId,
    filter: &ConnectionFilter,
) -> Result<Vec<ConnectionRow>, StoreError> {
    let integrations =
        (!filter.integration_keys.is_empty()).then(|| format!(",{},", filter.integration_keys.join(",,")));
    if filter.is_empty() {
        let newest = query(LIST_NEWEST).bind(environment.as_str()).bind(filter.limit).bind(filter.offset);
        return newest.fetch_all(db, read).await;
    }
    let mut query = query(filter.statement())
        .bind(environment.as_str())
        .bind(&filter.connection_id)
        .bind(filter.search.as_deref().map(contains))
        .bind(&filter.end_user_id)
        .bind(&filter.organization_id)
        .bind(integrations);
    for index in 0..TAG_FILTERS {
        let tag = filter.tags.get(index);
        query = query.bind(tag.map(|(key, _)| key.as_str())).bind(tag.map(|(_, value)| value.as_str()));
    }
    query.bind(filter.limit).bind(filter.offset).fetch_all(db, read).await
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

/// A LIKE pattern for "contains", in which nothing of the text is a wildcard.
fn contains(text: &str) -> String {
    let mut pattern = String::from("%");
    for character in text.to_lowercase().chars() {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
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
