//! Environments: a tenant's settings, its own integrations, keys and connections.

use super::{
    Db, StoreError, Tx,
    query::query,
    row::{Reader, Row, json_text},
    statements,
    theme::{ThemeLayers, theme_layers},
};
use crate::{clock::Timestamp, id::EnvironmentId, secret::Sealed};

statements! {
    LIST = concat!("SELECT environment.*, ", theme_layers!("environment.id"), " FROM environment ORDER BY created_at, name");
    FIND = concat!("SELECT environment.*, ", theme_layers!("environment.id"), " FROM environment WHERE id = $1");
    INSERT = "INSERT INTO environment (id, name, app_name, allowed_origins, connect_ui_settings, webhook_signing_key, \
        created_at, updated_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, 1) ON CONFLICT (name) DO NOTHING";
    UPDATE_CONNECT_UI = "UPDATE environment SET app_name = $1, allowed_origins = $2, connect_ui_settings = $3, \
        updated_at = $4, version = version + 1 WHERE id = $5 AND version = $6";
    SET_SETTINGS = "UPDATE environment SET connect_ui_settings = $1, updated_at = $2, version = version + 1 \
        WHERE id = $3 AND version = $4";
}

/// An environment as it is stored.
#[derive(Clone, Debug)]
pub struct EnvironmentRow {
    /// Its id.
    pub id: EnvironmentId,
    /// Its name, `dev`.
    pub name: String,
    /// The application's name that end users are shown.
    pub app_name: Option<String>,
    /// Origins that may frame its pages, beside those of the instance.
    pub allowed_origins: Vec<String>,
    /// The Connect UI settings, as the JSON text of wire-protocol.md §8.
    pub connect_ui_settings: String,
    /// The published themes of instance and environment.
    pub themes: ThemeLayers,
    /// Where services send people back to, where it has an address of its own.
    pub callback_url: Option<String>,
    /// The key that signs its webhooks.
    pub webhook_signing_key: Sealed,
    /// Counts its changes, for compare-and-swap.
    pub version: i64,
}

/// A new environment.
#[derive(Debug)]
pub struct NewEnvironment {
    /// Its id.
    pub id: EnvironmentId,
    /// Its name.
    pub name: String,
    /// The application's name.
    pub app_name: Option<String>,
    /// The Connect UI settings, as JSON text.
    pub connect_ui_settings: String,
    /// The key that signs its webhooks.
    pub webhook_signing_key: Sealed,
    /// Now.
    pub at: Timestamp,
}

/// A change of the Connect UI settings page.
#[derive(Debug)]
pub struct ConnectUiChange {
    /// The environment.
    pub id: EnvironmentId,
    /// The application's name.
    pub app_name: Option<String>,
    /// Origins that may frame its pages.
    pub allowed_origins: Vec<String>,
    /// The settings, as JSON text.
    pub connect_ui_settings: String,
    /// The version the change was made on.
    pub version: i64,
    /// Now.
    pub at: Timestamp,
}

/// All environments, the oldest first.
pub async fn list(db: &Db) -> Result<Vec<EnvironmentRow>, StoreError> {
    query(LIST).fetch_all(db, read).await
}

/// One environment.
pub async fn find(db: &Db, id: &EnvironmentId) -> Result<Option<EnvironmentRow>, StoreError> {
    query(FIND).bind(id.as_str()).fetch_optional(db, read).await
}

/// Adds an environment, unless one of that name exists.
pub async fn insert(tx: &mut Tx, new: &NewEnvironment) -> Result<(), StoreError> {
    query(INSERT)
        .bind(new.id.as_str())
        .bind(&new.name)
        .bind(&new.app_name)
        .bind("[]")
        .bind(&new.connect_ui_settings)
        .bind(new.webhook_signing_key.as_bytes())
        .bind(new.at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Stores the Connect UI settings; false when somebody else changed them since.
pub async fn update_connect_ui(tx: &mut Tx, change: &ConnectUiChange) -> Result<bool, StoreError> {
    let done = query(UPDATE_CONNECT_UI)
        .bind(&change.app_name)
        .bind(json_text(&change.allowed_origins))
        .bind(&change.connect_ui_settings)
        .bind(change.at.0)
        .bind(change.id.as_str())
        .bind(change.version)
        .execute(tx)
        .await?;
    Ok(done == 1)
}

/// Stores the four settings alone; false when somebody else changed the environment since.
pub async fn set_connect_ui_settings(
    tx: &mut Tx,
    id: &EnvironmentId,
    settings: &str,
    version: i64,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let done =
        query(SET_SETTINGS).bind(settings).bind(at.0).bind(id.as_str()).bind(version).execute(tx).await?;
    Ok(done == 1)
}

fn read(row: &Row<'_>) -> Result<EnvironmentRow, StoreError> {
    let row = Reader::new("environment", row);
    Ok(EnvironmentRow {
        id: EnvironmentId::from_stored(row.text("id")?),
        name: row.text("name")?,
        app_name: row.optional_text("app_name")?,
        allowed_origins: row.json("allowed_origins")?,
        connect_ui_settings: row.text("connect_ui_settings")?,
        themes: ThemeLayers::read(&row)?,
        callback_url: row.optional_text("callback_url")?,
        webhook_signing_key: row.sealed("webhook_signing_key")?,
        version: row.number("version")?,
    })
}
