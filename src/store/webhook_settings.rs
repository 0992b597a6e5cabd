//! Where an environment's webhooks go, which of them, and what signs them. Columns of `environment`.

use super::{
    Db, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{clock::Timestamp, id::EnvironmentId, secret::Sealed};

statements! {
    FIND = "SELECT id, name, webhook_url, webhook_secondary_url, on_auth_creation, on_auth_refresh_error, \
        webhook_signing_key, webhook_signing_key_previous, webhook_signing_key_previous_until, version \
        FROM environment WHERE id = $1";
    UPDATE = "UPDATE environment SET webhook_url = $1, webhook_secondary_url = $2, on_auth_creation = $3, \
        on_auth_refresh_error = $4, updated_at = $5, version = version + 1 WHERE id = $6 AND version = $7";
    ROTATE = "UPDATE environment SET webhook_signing_key = $1, webhook_signing_key_previous = $2, \
        webhook_signing_key_previous_until = $3, updated_at = $4, version = version + 1 \
        WHERE id = $5 AND version = $6";
}

/// Where an environment's webhooks go, and which of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookSettings {
    /// The first address.
    pub primary_url: Option<String>,
    /// A second one, which gets the same.
    pub secondary_url: Option<String>,
    /// Whether it is told of new connections.
    pub on_auth_creation: bool,
    /// Whether it is told of credentials that could not be renewed.
    pub on_auth_refresh_error: bool,
}

/// An environment, as far as its webhooks are concerned.
#[derive(Clone, Debug)]
pub struct WebhookSettingsRow {
    /// The environment.
    pub id: EnvironmentId,
    /// Its name.
    pub name: String,
    /// What is sent where.
    pub settings: WebhookSettings,
    /// What signs.
    pub signing_key: Sealed,
    /// The key before, and until when it signs too.
    pub previous_key: Option<(Sealed, Timestamp)>,
    /// Counts the environment's changes, for compare-and-swap.
    pub version: i64,
}

/// A new signing key in place of the present one.
#[derive(Debug)]
pub struct SigningKeyRotation {
    /// The environment.
    pub id: EnvironmentId,
    /// The new key.
    pub current: Sealed,
    /// The old one.
    pub previous: Sealed,
    /// Until when the old one signs too.
    pub previous_until: Timestamp,
    /// The version the change was made on.
    pub version: i64,
    /// Now.
    pub at: Timestamp,
}

/// Those of one environment.
pub async fn find(db: &Db, id: &EnvironmentId) -> Result<Option<WebhookSettingsRow>, StoreError> {
    query(FIND).bind(id.as_str()).fetch_optional(db, read).await
}

/// Stores where webhooks go; false when somebody else changed the environment since.
pub async fn update(
    tx: &mut Tx,
    id: &EnvironmentId,
    settings: &WebhookSettings,
    version: i64,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let done = query(UPDATE)
        .bind(settings.primary_url.as_deref())
        .bind(settings.secondary_url.as_deref())
        .bind(i64::from(settings.on_auth_creation))
        .bind(i64::from(settings.on_auth_refresh_error))
        .bind(at.0)
        .bind(id.as_str())
        .bind(version)
        .execute(tx)
        .await?;
    Ok(done == 1)
}

/// Replaces the signing key; false when somebody else changed the environment since.
pub async fn rotate(tx: &mut Tx, rotation: &SigningKeyRotation) -> Result<bool, StoreError> {
    let done = query(ROTATE)
        .bind(rotation.current.as_bytes())
        .bind(rotation.previous.as_bytes())
        .bind(rotation.previous_until.0)
        .bind(rotation.at.0)
        .bind(rotation.id.as_str())
        .bind(rotation.version)
        .execute(tx)
        .await?;
    Ok(done == 1)
}

fn read(row: &Row<'_>) -> Result<WebhookSettingsRow, StoreError> {
    let row = Reader::new("environment", row);
    let previous = row.optional_sealed("webhook_signing_key_previous")?;
    Ok(WebhookSettingsRow {
        id: EnvironmentId::from_stored(row.text("id")?),
        name: row.text("name")?,
        settings: WebhookSettings {
            primary_url: row.optional_text("webhook_url")?,
            secondary_url: row.optional_text("webhook_secondary_url")?,
            on_auth_creation: row.flag("on_auth_creation")?,
            on_auth_refresh_error: row.flag("on_auth_refresh_error")?,
        },
        signing_key: row.sealed("webhook_signing_key")?,
        previous_key: previous.zip(row.optional_moment("webhook_signing_key_previous_until")?),
        version: row.number("version")?,
    })
}
