//! The freshness of a connection's credentials. Who refreshes holds a lease on the row: it is taken before the service
//! is asked, and only its holder's outcome is stored. A lease that ends without an outcome is a refresh that was cut off.

use super::history::{self, EventKind};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId, IntegrationId},
    secret::Sealed,
    store::{
        Db, StoreError, Tx,
        query::query,
        row::{Reader, Row, json_text},
        statements,
    },
};

statements! {
    LEASE = "UPDATE connection SET refresh_lease_until = $1, errors = $2 WHERE id = $3 AND version = $4 \
        AND COALESCE(refresh_lease_until, 0) = $5 AND deleted_at IS NULL";
    SUCCEED = "UPDATE connection SET credentials = $1, connection_config = $2, credentials_expire_at = $3, \
        errors = $4, last_refresh_success = $5, last_refresh_failure = NULL, refresh_attempts = 0, \
        refresh_exhausted = 0, refresh_lease_until = NULL, updated_at = $5, version = version + 1 \
        WHERE id = $6 AND refresh_lease_until = $7 AND deleted_at IS NULL";
    FAIL = "UPDATE connection SET errors = $1, last_refresh_success = NULL, last_refresh_failure = $2, \
        refresh_attempts = $3, refresh_exhausted = $4, refresh_lease_until = NULL, version = version + 1 \
        WHERE id = $5 AND refresh_lease_until = $6 AND deleted_at IS NULL";
    RELEASE = "UPDATE connection SET refresh_lease_until = NULL WHERE id = $1 AND refresh_lease_until = $2";
    UNRENEWABLE = "UPDATE connection SET unrenewable_since = $1 WHERE id = $2 AND version = $3";
    // Those that are due are read in the order of an index; those that a process has left, of which there are few, beside them.
    IDLE = "SELECT w.id, w.environment_id, w.ends_at FROM (\
        SELECT * FROM (SELECT c.id, c.environment_id, c.credentials_expire_at AS ends_at FROM connection c \
            WHERE c.deleted_at IS NULL AND c.exchange_until IS NULL AND c.refresh_lease_until IS NULL AND c.refresh_exhausted = 0 \
            AND (c.unrenewable_since IS NULL OR c.unrenewable_since < c.credentials_expire_at) \
            AND c.credentials_expire_at >= $4 AND c.credentials_expire_at < $2 AND (c.credentials_expire_at > $4 OR c.id > $5) \
            AND COALESCE(c.last_fetched_at, c.created_at) <= $3 AND COALESCE(c.last_refresh_success, 0) <= $3 \
            AND COALESCE(c.last_refresh_failure, 0) <= $3 \
            AND (SELECT i.deleted_at FROM integration i WHERE i.id = c.integration_id) IS NULL \
            ORDER BY c.credentials_expire_at, c.id LIMIT $6) AS due UNION ALL \
        SELECT * FROM (SELECT c.id, c.environment_id, COALESCE(c.credentials_expire_at, 0) AS ends_at FROM connection c \
            WHERE c.refresh_lease_until < $1 AND c.deleted_at IS NULL AND c.refresh_exhausted = 0 AND c.exchange_until IS NULL \
            AND (COALESCE(c.credentials_expire_at, 0) > $4 OR (COALESCE(c.credentials_expire_at, 0) = $4 AND c.id > $5)) \
            AND (SELECT i.deleted_at FROM integration i WHERE i.id = c.integration_id) IS NULL \
            ORDER BY COALESCE(c.credentials_expire_at, 0), c.id LIMIT $6) AS left_behind) AS w \
        ORDER BY w.ends_at, w.id LIMIT $6";
    OWNER = "SELECT i.id, i.unique_key, i.environment_id, i.credentials, i.custom, i.own_callback, e.name, e.callback_url, \
        e.app_name FROM integration i JOIN environment e ON e.id = i.environment_id WHERE i.id = $1";
}

/// How the refreshes of a connection went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RefreshState {
    /// When one last brought new credentials, unless one has failed since.
    pub last_success: Option<Timestamp>,
    /// When one last failed, unless one has succeeded since.
    pub last_failure: Option<Timestamp>,
    /// On how many days they failed.
    pub attempts: i64,
    /// Whether they are given up.
    pub is_exhausted: bool,
    /// Until when the one under way holds the row.
    pub lease_until: Option<Timestamp>,
}

impl RefreshState {
    pub(super) fn read(row: &Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            last_success: row.optional_moment("last_refresh_success")?,
            last_failure: row.optional_moment("last_refresh_failure")?,
            attempts: row.number("refresh_attempts")?,
            is_exhausted: row.flag("refresh_exhausted")?,
            lease_until: row.optional_moment("refresh_lease_until")?,
        })
    }
}

/// The right to refresh a connection; what it ends with is stored for its holder alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// The connection.
    pub id: ConnectionRowId,
    /// Until when it is held.
    pub until: Timestamp,
}

/// What a lease is taken on: the row as its taker has read it.
#[derive(Debug)]
pub struct LeaseRequest {
    /// The lease that is asked for.
    pub lease: Lease,
    /// The version that was read.
    pub version: i64,
    /// The lease that was read: one that has ended, or none.
    pub previous: Option<Timestamp>,
    /// What is wrong with the connection from now on.
    pub errors: serde_json::Value,
}

/// New credentials.
#[derive(Clone, Debug)]
pub struct RefreshSuccess {
    /// Sealed JSON.
    pub credentials: Sealed,
    /// Sealed JSON map.
    pub connection_config: Sealed,
    /// When the service stops accepting the credentials, where it said so.
    pub credentials_expire_at: Option<Timestamp>,
    /// What is still wrong with the connection.
    pub errors: serde_json::Value,
    /// Whether refreshes had failed before.
    pub is_recovery: bool,
    /// Now.
    pub at: Timestamp,
}

/// A refresh that brought nothing.
#[derive(Clone, Debug)]
pub struct RefreshFailure {
    /// What is wrong with the connection.
    pub errors: serde_json::Value,
    /// On how many days it failed.
    pub attempts: i64,
    /// Whether it is given up.
    pub is_exhausted: bool,
    /// Why, in the words that the owner's backend is told.
    pub reason: String,
    /// Now.
    pub at: Timestamp,
}

/// The owner's side of a connection: what a conversation with its service needs.
#[derive(Clone, Debug)]
pub struct OwnerRow {
    /// The integration's id.
    pub integration_id: IntegrationId,
    /// The environment.
    pub environment_id: EnvironmentId,
    /// The integration's key.
    pub unique_key: String,
    /// The environment's name.
    pub environment_name: String,
    /// The application's name.
    pub app_name: Option<String>,
    /// Where services send people back to, where the environment has an address of its own.
    pub callback_url: Option<String>,
    /// Whether the integration has a callback of its own.
    pub own_callback: bool,
    /// The owner's credential (`integration.credentials`).
    pub credentials: Option<Sealed>,
    /// The owner's further settings (`integration.custom`).
    pub custom: Option<Sealed>,
}

/// A connection that nobody has read for long.
#[derive(Clone, Debug)]
pub struct IdleConnection {
    /// Its row.
    pub id: ConnectionRowId,
    /// Its environment.
    pub environment_id: EnvironmentId,
    /// When its credentials end.
    pub ends_at: Timestamp,
}

/// What is looked for among the connections that nobody reads.
#[derive(Clone, Debug)]
pub struct IdleFilter {
    /// Now.
    pub now: Timestamp,
    /// Whose credentials end before.
    pub ends_before: Timestamp,
    /// Neither read nor refreshed since.
    pub untouched_since: Timestamp,
    /// Those behind this one.
    pub after: Option<IdleConnection>,
    /// How many at most.
    pub limit: i64,
}

/// Takes the lease, or nothing: somebody else did, or the row is another one meanwhile.
pub async fn take_lease(tx: &mut Tx, asked: &LeaseRequest) -> Result<bool, StoreError> {
    let done = query(LEASE)
        .bind(asked.lease.until.0)
        .bind(json_text(&asked.errors))
        .bind(asked.lease.id.as_str())
        .bind(asked.version)
        .bind(asked.previous.map_or(0, |until| until.0))
        .execute(tx)
        .await?;
    Ok(done == 1)
}

/// Stores new credentials; false when the connection was deleted or connected anew meanwhile.
pub async fn succeed(tx: &mut Tx, lease: &Lease, success: &RefreshSuccess) -> Result<bool, StoreError> {
    let done = query(SUCCEED)
        .bind(success.credentials.as_bytes())
        .bind(success.connection_config.as_bytes())
        .bind(success.credentials_expire_at.map(|at| at.0))
        .bind(json_text(&success.errors))
        .bind(success.at.0)
        .bind(lease.id.as_str())
        .bind(lease.until.0)
        .execute(&mut *tx)
        .await?;
    if done == 1 {
        let kind = if success.is_recovery { EventKind::Recovered } else { EventKind::Refreshed };
        history::note(tx, &lease.id, kind, "", success.at).await?;
    }
    Ok(done == 1)
}

/// Notes a failure; false when the connection was deleted or connected anew meanwhile.
pub async fn fail(tx: &mut Tx, lease: &Lease, failure: &RefreshFailure) -> Result<bool, StoreError> {
    let done = query(FAIL)
        .bind(json_text(&failure.errors))
        .bind(failure.at.0)
        .bind(failure.attempts)
        .bind(i64::from(failure.is_exhausted))
        .bind(lease.id.as_str())
        .bind(lease.until.0)
        .execute(&mut *tx)
        .await?;
    if done == 1 {
        history::note(tx, &lease.id, EventKind::RefreshFailed, &failure.reason, failure.at).await?;
    }
    Ok(done == 1)
}

/// Gives a lease back without an outcome.
pub async fn release(tx: &mut Tx, lease: &Lease) -> Result<(), StoreError> {
    query(RELEASE).bind(lease.id.as_str()).bind(lease.until.0).execute(tx).await?;
    Ok(())
}

/// Notes that a connection's credentials have ended and cannot be renewed. New ones end later: they are looked at again.
pub async fn note_unrenewable(
    tx: &mut Tx,
    id: &ConnectionRowId,
    version: i64,
    at: Timestamp,
) -> Result<(), StoreError> {
    query(UNRENEWABLE).bind(at.0).bind(id.as_str()).bind(version).execute(tx).await?;
    Ok(())
}

/// Connections that nobody reads and whose credentials end, and those whose refresh was cut off; those that end first.
pub async fn idle(db: &Db, filter: &IdleFilter) -> Result<Vec<IdleConnection>, StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("connection", row);
        Ok(IdleConnection {
            id: ConnectionRowId::from_stored(row.text("id")?),
            environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
            ends_at: row.moment("ends_at")?,
        })
    };
    let after = filter.after.as_ref();
    query(IDLE)
        .bind(filter.now.0)
        .bind(filter.ends_before.0)
        .bind(filter.untouched_since.0)
        .bind(after.map_or(-1, |last| last.ends_at.0))
        .bind(after.map_or("", |last| last.id.as_str()))
        .bind(filter.limit)
        .fetch_all(db, read)
        .await
}

/// The owner's side of an integration's connections.
pub async fn owner(db: &Db, integration: &IntegrationId) -> Result<Option<OwnerRow>, StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("integration", row);
        Ok(OwnerRow {
            integration_id: IntegrationId::from_stored(row.text("id")?),
            environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
            unique_key: row.text("unique_key")?,
            environment_name: row.text("name")?,
            app_name: row.optional_text("app_name")?,
            callback_url: row.optional_text("callback_url")?,
            own_callback: row.flag("own_callback")?,
            credentials: row.optional_sealed("credentials")?,
            custom: row.optional_sealed("custom")?,
        })
    };
    query(OWNER).bind(integration.as_str()).fetch_optional(db, read).await
}
