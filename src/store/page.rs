//! Page capabilities, and the one statement that a page view costs.

use super::{
    Db, StoreError, Tx, connect_session,
    connect_session::ConnectSessionRow,
    connection::renew::FormerRow,
    form_draft::DraftRow,
    query::query,
    row::{Reader, Row},
    statements,
    theme::{ThemeLayers, session_theme, theme_layers},
};
use crate::{
    clock::Timestamp,
    id::{CapabilityId, FlowId, IntegrationId, SessionId},
    secret::{Fingerprint, Sealed},
};

statements! {
    INSERT = "INSERT INTO page_capability (id, fingerprint, session_id, surface, tab_fingerprint, parent_origin, theme, \
        language, created_at, expires_at, extensions) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)";
    VIEW = concat!("SELECT f.context AS flow_context, p.id AS page_id, p.surface, p.tab_fingerprint, p.parent_origin, p.theme, p.language, p.chosen_language, \
        p.expires_at AS page_expires_at, p.extensions, \
        s.id AS session_id, s.environment_id, s.end_user, s.organization, s.tags, s.allowed_integrations, \
        s.integrations_config_defaults, s.overrides, s.webhook_url_override, s.reconnects, s.reconnect_replaces, s.share_link_id, s.created_at, \
        s.expires_at, s.ended_at, s.app_name, s.allowed_origins, s.completion, s.verification, s.verify_url, s.view, s.managed_by, \
        d.id AS draft_id, d.content AS draft_content, e.name AS environment_name, e.app_name AS environment_app_name, \
        e.allowed_origins AS environment_allowed_origins, e.connect_ui_settings, \
        i.id AS integration_id, i.unique_key, i.provider, i.display_name AS integration_display_name, i.custom, \
        i.credentials, i.own_callback, e.callback_url, v.verified_at, \
        r.connection_id AS former_connection_id, r.credentials AS former_credentials, r.connection_config AS former_config, \
        r.errors AS former_errors, r.last_refresh_failure AS former_failure, \
        CASE WHEN i.id IS NOT NULL AND s.end_user_key IS NOT NULL AND EXISTS (\
            SELECT 1 FROM connection_tag t JOIN connection c ON c.number = t.number \
            WHERE t.environment_id = s.environment_id AND t.key = 'end_user_id' AND t.value = s.end_user_key \
            AND c.integration_id = i.id AND c.deleted_at IS NULL AND c.exchange_until IS NULL) THEN 1 ELSE 0 END AS already_connected, ", session_theme!(), ", ", theme_layers!("s.environment_id"), " \
        FROM page_capability p \
        LEFT JOIN flow f ON f.id = $3 AND f.session_id = p.session_id AND f.state IN ('prepared', 'departed') \
        JOIN connect_session s ON s.id = p.session_id \
        JOIN environment e ON e.id = s.environment_id \
        LEFT JOIN integration i ON i.environment_id = s.environment_id AND i.unique_key = $2 AND i.deleted_at IS NULL \
        LEFT JOIN form_draft d ON d.session_id = p.session_id AND d.integration_id = i.id \
        LEFT JOIN connection r ON r.id = s.reconnects AND r.environment_id = s.environment_id AND r.deleted_at IS NULL \
        LEFT JOIN session_verification v ON v.session_id = p.session_id AND v.tab_fingerprint = p.tab_fingerprint \
        WHERE p.fingerprint = $1");
    EXTEND = "UPDATE page_capability SET expires_at = $1, extensions = extensions + 1 \
        WHERE id = $2 AND extensions = $3";
    CHOOSE_LANGUAGE = "UPDATE page_capability SET chosen_language = $1 WHERE id = $2";
    LANGUAGE_OF_TAB = "SELECT COALESCE(chosen_language, language) AS language FROM page_capability \
        WHERE session_id = $1 AND tab_fingerprint = $2 ORDER BY created_at DESC LIMIT 1";
    CLOSE = "UPDATE page_capability SET expires_at = $1, extensions = $2 WHERE id = $3 AND expires_at > $1";
}

/// Where a page is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SurfaceRow {
    /// In a frame of the origin that sent the token.
    Frame {
        /// The origin that gets the page's messages.
        parent_origin: String,
        /// Whether the frame is a part of the host's page rather than a layer over it.
        embedded: bool,
    },
    /// In a tab of its own, bound to the cookie of that browser.
    Tab {
        /// The fingerprint of the cookie's value.
        cookie: Vec<u8>,
    },
}

/// A new page capability.
#[derive(Debug)]
pub struct NewPage {
    /// Its id.
    pub id: CapabilityId,
    /// The fingerprint of the capability in the address.
    pub fingerprint: Fingerprint,
    /// The session whose rights it carries.
    pub session_id: SessionId,
    /// Where it is shown.
    pub surface: SurfaceRow,
    /// `light`, `dark` or `system`, when the embedder asked for one.
    pub theme: Option<String>,
    /// The language the embedder asked for.
    pub language: Option<String>,
    /// Now.
    pub at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Everything that a page needs to know, read in one statement.
#[derive(Clone, Debug)]
pub struct PageRow {
    /// The capability's id.
    pub id: CapabilityId,
    /// Where the page is shown.
    pub surface: SurfaceRow,
    /// The theme that the embedder asked for.
    pub theme: Option<String>,
    /// The language that the embedder asked for.
    pub language: Option<String>,
    /// The language that the person chose on the page.
    pub chosen_language: Option<String>,
    /// When the page's address ends.
    pub expires_at: Timestamp,
    /// How often that was put off.
    pub extensions: i64,
    /// The session.
    pub session: ConnectSessionRow,
    /// The environment's name.
    pub environment_name: String,
    /// The environment's name for the application.
    pub environment_app_name: Option<String>,
    /// The environment's own origins.
    pub environment_allowed_origins: Vec<String>,
    /// The Connect UI settings, as JSON text.
    pub connect_ui_settings: String,
    /// The published themes that lie over one another on it.
    pub themes: ThemeLayers,
    /// Where services send people back to, where the environment has an address of its own.
    pub callback_url: Option<String>,
    /// The integration of the address, where there is one with that key.
    pub integration: Option<PageIntegrationRow>,
    /// The connection that is reconnected, where the session does that and it is still there.
    pub former: Option<FormerRow>,
    /// Whether this end user has a connection of that integration.
    pub already_connected: bool,
    /// What the asked flow keeps, sealed: where it is of this session and can still leave.
    pub flow_context: Option<Sealed>,
    /// What was typed before into the form of that integration, sealed.
    pub draft: Option<DraftRow>,
    /// Whether this browser has shown who it is of, where the session asks for that.
    pub is_verified: bool,
}

/// What a page needs of an integration.
#[derive(Clone, Debug)]
pub struct PageIntegrationRow {
    /// Its row id.
    pub id: IntegrationId,
    /// Its key.
    pub unique_key: String,
    /// The provider's key.
    pub provider: String,
    /// Its own name.
    pub display_name: Option<String>,
    /// The owner's further settings, sealed (`integration.custom`).
    pub custom: Option<Sealed>,
    /// The owner's credential, sealed (`integration.credentials`).
    pub credentials: Option<Sealed>,
    /// Whether services send people back to an address of this integration's own.
    pub own_callback: bool,
}

/// Adds a page capability.
pub async fn insert(tx: &mut Tx, new: &NewPage) -> Result<(), StoreError> {
    let (surface, cookie, parent) = match &new.surface {
        SurfaceRow::Frame { parent_origin, embedded: false } => ("frame", None, Some(parent_origin)),
        SurfaceRow::Frame { parent_origin, embedded: true } => ("embedded", None, Some(parent_origin)),
        SurfaceRow::Tab { cookie } => ("tab", Some(cookie.as_slice()), None),
    };
    query(INSERT)
        .bind(new.id.as_str())
        .bind(new.fingerprint.as_bytes())
        .bind(new.session_id.as_str())
        .bind(surface)
        .bind(cookie)
        .bind(parent)
        .bind(&new.theme)
        .bind(&new.language)
        .bind(new.at.0)
        .bind(new.expires_at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// The page of a capability, live or not, with the integration of that key and what a flow keeps that leaves from it.
pub async fn view(
    db: &Db,
    capability: &Fingerprint,
    integration_key: &str,
    flow: Option<&FlowId>,
) -> Result<Option<PageRow>, StoreError> {
    let flow = flow.map_or("", FlowId::as_str);
    query(VIEW).bind(capability.as_bytes()).bind(integration_key).bind(flow).fetch_optional(db, read).await
}

/// Puts the page's end off; false when it was put off meanwhile.
pub async fn extend(
    tx: &mut Tx,
    id: &CapabilityId,
    until: Timestamp,
    extensions: i64,
) -> Result<bool, StoreError> {
    let done = query(EXTEND).bind(until.0).bind(id.as_str()).bind(extensions).execute(tx).await?;
    Ok(done == 1)
}

/// Ends a page before its time, for good: it counts as put off as often as it can be.
pub async fn close(tx: &mut Tx, id: &CapabilityId, at: Timestamp, extensions: i64) -> Result<(), StoreError> {
    query(CLOSE).bind(at.0).bind(extensions).bind(id.as_str()).execute(tx).await?;
    Ok(())
}

/// The language of the page that a session has in a tab.
pub async fn language_of_tab(
    db: &Db,
    session: &SessionId,
    tab: &Fingerprint,
) -> Result<Option<String>, StoreError> {
    let language = |row: &Row<'_>| Reader::new("page_capability", row).optional_text("language");
    let statement = query(LANGUAGE_OF_TAB).bind(session.as_str()).bind(tab.as_bytes());
    Ok(statement.fetch_optional(db, language).await?.flatten())
}

/// Keeps the language that the person chose, for the pages that follow.
pub async fn choose_language(tx: &mut Tx, id: &CapabilityId, language: &str) -> Result<(), StoreError> {
    query(CHOOSE_LANGUAGE).bind(language).bind(id.as_str()).execute(tx).await?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<PageRow, StoreError> {
    let row = Reader::new("page_capability", row);
    Ok(PageRow {
        id: CapabilityId::from_stored(row.text("page_id")?),
        surface: surface(&row)?,
        theme: row.optional_text("theme")?,
        language: row.optional_text("language")?,
        chosen_language: row.optional_text("chosen_language")?,
        expires_at: row.moment("page_expires_at")?,
        extensions: row.number("extensions")?,
        session: connect_session::read(&row, "session_id")?,
        environment_name: row.text("environment_name")?,
        environment_app_name: row.optional_text("environment_app_name")?,
        environment_allowed_origins: row.json("environment_allowed_origins")?,
        connect_ui_settings: row.text("connect_ui_settings")?,
        themes: ThemeLayers::read_with_session(&row)?,
        callback_url: row.optional_text("callback_url")?,
        integration: integration(&row)?,
        former: FormerRow::read(&row)?,
        already_connected: row.flag("already_connected")?,
        flow_context: row.optional_sealed("flow_context")?,
        draft: DraftRow::read(&row)?,
        is_verified: row.optional_moment("verified_at")?.is_some(),
    })
}

fn surface(row: &Reader<'_>) -> Result<SurfaceRow, StoreError> {
    match row.text("surface")?.as_str() {
        kind @ ("frame" | "embedded") => {
            Ok(SurfaceRow::Frame { parent_origin: row.text("parent_origin")?, embedded: kind == "embedded" })
        }
        "tab" => Ok(SurfaceRow::Tab { cookie: row.bytes("tab_fingerprint")? }),
        other => Err(row.corrupt("surface", format_args!("{other:?} is no surface"))),
    }
}

/// Reads the joined integration's columns.
pub(super) fn integration(row: &Reader<'_>) -> Result<Option<PageIntegrationRow>, StoreError> {
    let Some(id) = row.optional_text("integration_id")? else { return Ok(None) };
    Ok(Some(PageIntegrationRow {
        id: IntegrationId::from_stored(id),
        unique_key: row.text("unique_key")?,
        provider: row.text("provider")?,
        display_name: row.optional_text("integration_display_name")?,
        custom: row.optional_sealed("custom")?,
        credentials: row.optional_sealed("credentials")?,
        own_callback: row.flag("own_callback")?,
    }))
}
