//! The one statement that a start with a session's token costs: the session, its environment, the integration.

use super::{
    Db, StoreError,
    connect_session::{self, ConnectSessionRow},
    connection::renew::FormerRow,
    environment::EnvironmentRow,
    page::{self, PageIntegrationRow},
    query::query,
    row::{Reader, Row},
    statements,
    theme::{ThemeLayers, session_theme, theme_layers},
};
use crate::{id::EnvironmentId, secret::Fingerprint};

statements! {
    FIND = concat!("SELECT s.id AS session_id, s.environment_id, s.end_user, s.organization, s.tags, s.allowed_integrations, \
        s.integrations_config_defaults, s.overrides, s.webhook_url_override, s.app_name, s.allowed_origins, \
        s.reconnects, s.reconnect_replaces, s.share_link_id, s.created_at, s.expires_at, s.ended_at, s.completion, s.verification, s.verify_url, s.view, s.managed_by, \
        e.name AS environment_name, e.app_name AS environment_app_name, \
        e.allowed_origins AS environment_allowed_origins, e.connect_ui_settings, e.callback_url, \
        e.webhook_signing_key, e.version AS environment_version, \
        i.id AS integration_id, i.unique_key, i.provider, i.display_name AS integration_display_name, i.custom, \
        i.credentials, i.own_callback, ", session_theme!(), ", ", theme_layers!("s.environment_id"), ", \
        r.connection_id AS former_connection_id, r.credentials AS former_credentials, r.connection_config AS former_config, \
        r.errors AS former_errors, r.last_refresh_failure AS former_failure \
        FROM connect_session s \
        JOIN environment e ON e.id = s.environment_id \
        LEFT JOIN integration i ON i.environment_id = s.environment_id AND i.unique_key = $2 AND i.deleted_at IS NULL \
        LEFT JOIN connection r ON r.id = s.reconnects AND r.environment_id = s.environment_id AND r.deleted_at IS NULL \
        WHERE s.token_fingerprint = $1");
}

/// What a start is about.
#[derive(Clone, Debug)]
pub struct StartRow {
    /// The session of the token, live or not.
    pub session: ConnectSessionRow,
    /// Its environment.
    pub environment: EnvironmentRow,
    /// The connection that is reconnected, where the session does that and it is still there.
    pub former: Option<FormerRow>,
    /// The integration of that key, where there is one; the session may not allow it.
    pub integration: Option<PageIntegrationRow>,
}

/// The session of a token, with the integration of that key.
pub async fn find(
    db: &Db,
    token: &Fingerprint,
    integration_key: &str,
) -> Result<Option<StartRow>, StoreError> {
    query(FIND).bind(token.as_bytes()).bind(integration_key).fetch_optional(db, read).await
}

fn read(row: &Row<'_>) -> Result<StartRow, StoreError> {
    let row = Reader::new("connect_session", row);
    Ok(StartRow {
        session: connect_session::read(&row, "session_id")?,
        environment: EnvironmentRow {
            id: EnvironmentId::from_stored(row.text("environment_id")?),
            name: row.text("environment_name")?,
            app_name: row.optional_text("environment_app_name")?,
            allowed_origins: row.json("environment_allowed_origins")?,
            connect_ui_settings: row.text("connect_ui_settings")?,
            themes: ThemeLayers::read_with_session(&row)?,
            callback_url: row.optional_text("callback_url")?,
            webhook_signing_key: row.sealed("webhook_signing_key")?,
            version: row.number("environment_version")?,
        },
        former: FormerRow::read(&row)?,
        integration: page::integration(&row)?,
    })
}
