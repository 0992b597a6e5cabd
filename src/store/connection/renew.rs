//! A connection that is connected anew: the same row and id, other credentials; what its session does not replace is kept.

use super::{
    end_user, fold,
    history::{self, EventKind},
};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId, IntegrationId, SessionId},
    secret::Sealed,
    store::{
        StoreError, Tx,
        connect_session::{EndUser, Organization, Replaces},
        query::query,
        row::{Reader, Row, json_text},
        statements,
    },
};
use indexmap::IndexMap;

statements! {
    // A lease that a refresh holds ends: its outcome is of credentials that are no more.
    RENEW = "UPDATE connection SET credentials = $1, connection_config = $2, credentials_expire_at = $3, \
        installation = $4, awaits = $5, errors = $6, tags = CASE WHEN $7 = 1 THEN $8 ELSE tags END, \
        search_tags = CASE WHEN $7 = 1 THEN $18 ELSE search_tags END, \
        webhook_url_override = CASE WHEN $9 = 1 THEN $10 ELSE webhook_url_override END, \
        end_user_id = CASE WHEN $11 = 1 THEN (SELECT u.id FROM end_user u WHERE u.environment_id = $12 AND u.external_id = $13) \
            ELSE end_user_id END, \
        last_refresh_success = NULL, last_refresh_failure = NULL, refresh_attempts = 0, refresh_exhausted = 0, \
        refresh_lease_until = NULL, unrenewable_since = NULL, updated_at = $14, version = version + 1 \
        WHERE id = $15 AND environment_id = $12 AND integration_id = $16 AND deleted_at IS NULL AND exchange_until IS NULL \
        AND EXISTS (SELECT 1 FROM connect_session s WHERE s.id = $17 AND s.ended_at IS NULL) \
        AND EXISTS (SELECT 1 FROM integration i WHERE i.id = $16 AND i.deleted_at IS NULL)";
    RENEWED = "SELECT c.connection_id, c.tags, c.webhook_url_override, u.external_id, u.email, u.display_name, \
        u.tags AS end_user_tags, u.organization_id, u.organization_display_name \
        FROM connection c LEFT JOIN end_user u ON u.id = c.end_user_id WHERE c.id = $1";
}

/// What a session that reconnects must know of its connection.
#[derive(Clone, Debug)]
pub struct FormerRow {
    /// The protocol's id.
    pub connection_id: String,
    /// Sealed JSON.
    pub credentials: Sealed,
    /// Sealed JSON map.
    pub connection_config: Sealed,
    /// What is wrong with it, in the protocol's shape.
    pub errors: serde_json::Value,
    /// When a refresh last failed, unless one has succeeded since.
    pub last_refresh_failure: Option<Timestamp>,
}

impl FormerRow {
    pub(in crate::store) fn read(row: &Reader<'_>) -> Result<Option<Self>, StoreError> {
        let Some(connection_id) = row.optional_text("former_connection_id")? else { return Ok(None) };
        Ok(Some(Self {
            connection_id,
            credentials: row.sealed("former_credentials")?,
            connection_config: row.sealed("former_config")?,
            errors: row.json("former_errors")?,
            last_refresh_failure: row.optional_moment("former_failure")?,
        }))
    }
}

/// What a connection gets when it is connected anew.
#[derive(Clone, Debug)]
pub struct Renewal {
    /// Its row.
    pub id: ConnectionRowId,
    /// The environment it belongs to.
    pub environment_id: EnvironmentId,
    /// The integration it is of.
    pub integration_id: IntegrationId,
    /// The session in which it is reconnected.
    pub session_id: SessionId,
    /// What beside the credentials is replaced.
    pub replaces: Replaces,
    /// Whose account it is, by the application's own id, where that is replaced.
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
    /// Tags, where they are replaced.
    pub tags: IndexMap<String, String>,
    /// What is wrong with it from now on.
    pub errors: serde_json::Value,
    /// The only address that gets its webhooks, where that is replaced.
    pub webhook_url_override: Option<String>,
    /// Now.
    pub at: Timestamp,
}

/// What is told of a connection that was connected anew.
#[derive(Clone, Debug)]
pub struct Renewed {
    /// The protocol's id.
    pub connection_id: String,
    /// Its tags.
    pub tags: IndexMap<String, String>,
    /// The only address that gets its webhooks.
    pub webhook_url_override: Option<String>,
    /// Whose account it is.
    pub end_user: Option<(EndUser, Option<Organization>)>,
}

/// Connects a connection anew; [`StoreError::Gone`] when it was deleted, its session ended or its integration deleted
/// meanwhile. Of two who reconnect at once the later one stays.
pub async fn renew(tx: &mut Tx, new: &Renewal) -> Result<Renewed, StoreError> {
    let flag = i64::from;
    let found = query(RENEW)
        .bind(new.credentials.as_bytes())
        .bind(new.connection_config.as_bytes())
        .bind(new.credentials_expire_at.map(|at| at.0))
        .bind(&new.installation)
        .bind(&new.awaits)
        .bind(json_text(&new.errors))
        .bind(flag(new.replaces.tags))
        .bind(json_text(&new.tags))
        .bind(flag(new.replaces.webhook_url))
        .bind(&new.webhook_url_override)
        .bind(flag(new.replaces.end_user))
        .bind(new.environment_id.as_str())
        .bind(&new.end_user)
        .bind(new.at.0)
        .bind(new.id.as_str())
        .bind(new.integration_id.as_str())
        .bind(new.session_id.as_str())
        .bind(fold::tags(&new.tags))
        .execute(&mut *tx)
        .await?;
    if found == 0 {
        return Err(StoreError::Gone);
    }
    history::note(&mut *tx, &new.id, EventKind::Reconnected, "", new.at).await?;
    let read = |row: &Row<'_>| {
        let row = Reader::new("connection", row);
        Ok(Renewed {
            connection_id: row.text("connection_id")?,
            tags: row.json("tags")?,
            webhook_url_override: row.optional_text("webhook_url_override")?,
            end_user: end_user(&row)?,
        })
    };
    query(RENEWED).bind(new.id.as_str()).returning_optional(tx, read).await?.ok_or(StoreError::Gone)
}
