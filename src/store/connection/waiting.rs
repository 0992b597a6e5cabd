//! Connections that wait for an installation at the service, and those that have one.

use super::{ConnectionRow, read};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId, IntegrationId},
    secret::Sealed,
    store::{Db, StoreError, Tx, query::query, statements},
};

/// The most that one webhook is compared with.
pub const MOST_WAITING: usize = 20;

statements! {
    FIND_INSTALLED = select!("c.environment_id = $1 AND c.integration_id = $2 AND c.installation = $3 \
        AND c.deleted_at IS NULL ORDER BY c.created_at DESC, c.number DESC LIMIT 20");
    FIND_AWAITING = select!("c.environment_id = $1 AND c.integration_id = $2 AND c.awaits = $3 \
        AND c.updated_at >= $4 AND c.deleted_at IS NULL ORDER BY c.created_at DESC, c.number DESC LIMIT 20");
    COMPLETE = "UPDATE connection SET credentials = $1, connection_config = $2, credentials_expire_at = $3, \
        installation = $4, awaits = NULL, updated_at = $5, last_refresh_success = NULL, last_refresh_failure = NULL, \
        refresh_attempts = 0, refresh_exhausted = 0, refresh_lease_until = NULL, version = version + 1 \
        WHERE id = $6 AND awaits IS NOT NULL AND deleted_at IS NULL";
}

/// What a connection gets when its installation is there.
#[derive(Clone, Debug)]
pub struct Completion {
    /// The connection.
    pub id: ConnectionRowId,
    /// Sealed JSON.
    pub credentials: Sealed,
    /// Sealed JSON map.
    pub connection_config: Sealed,
    /// When the service stops accepting the credentials, where it said so.
    pub credentials_expire_at: Option<Timestamp>,
    /// The installation.
    pub installation: Option<String>,
    /// Now.
    pub at: Timestamp,
}

/// The connections of an installation, the newest first.
pub async fn find_installed(
    db: &Db,
    environment: &EnvironmentId,
    integration: &IntegrationId,
    installation: &str,
) -> Result<Vec<ConnectionRow>, StoreError> {
    query(FIND_INSTALLED)
        .bind(environment.as_str())
        .bind(integration.as_str())
        .bind(installation)
        .fetch_all(db, read)
        .await
}

/// The connections made or made anew since then that wait for an installation by this person at the service; the empty text is a
/// person that is not known there.
pub async fn find_awaiting(
    db: &Db,
    environment: &EnvironmentId,
    integration: &IntegrationId,
    actor: &str,
    since: Timestamp,
) -> Result<Vec<ConnectionRow>, StoreError> {
    query(FIND_AWAITING)
        .bind(environment.as_str())
        .bind(integration.as_str())
        .bind(actor)
        .bind(since.0)
        .fetch_all(db, read)
        .await
}

/// Ends the wait of a connection, and with its old credentials whatever was tried with them; false when somebody else did, or it is gone.
pub async fn complete(tx: &mut Tx, done: &Completion) -> Result<bool, StoreError> {
    let changed = query(COMPLETE)
        .bind(done.credentials.as_bytes())
        .bind(done.connection_config.as_bytes())
        .bind(done.credentials_expire_at.map(|at| at.0))
        .bind(&done.installation)
        .bind(done.at.0)
        .bind(done.id.as_str())
        .execute(tx)
        .await?;
    Ok(changed == 1)
}
