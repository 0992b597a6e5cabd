//! What pages say of a flow.

use super::FlowState;
use crate::{
    clock::Timestamp,
    id::{CapabilityId, EnvironmentId, FlowId, IntegrationId, SessionId},
    store::{
        Db, StoreError,
        connect_session::{self, ConnectSessionRow},
        query::query,
        row::{Reader, Row},
        statements,
        theme::{ThemeLayers, session_theme, theme_layers},
    },
};

statements! {
    FIND = "SELECT f.*, i.unique_key, i.provider, i.display_name FROM flow f \
        JOIN integration i ON i.id = f.integration_id WHERE f.id = $1 AND f.session_id = $2";
    FIND_RESULT = concat!("SELECT f.id, f.state, f.connection_id, f.is_pending, f.error_code, f.error_detail, f.departures, \
        f.cookie_fingerprint, f.page_id, f.integration_id, f.created_at AS flow_created_at, f.expires_at AS flow_expires_at, \
        i.unique_key, i.provider, i.display_name, e.name AS environment_name, \
        e.app_name AS environment_app_name, e.connect_ui_settings, p.surface, p.tab_fingerprint, p.theme, COALESCE(p.chosen_language, p.language) AS language, \
        s.id AS session_id, s.environment_id, s.end_user, s.organization, s.tags, s.allowed_integrations, \
        s.integrations_config_defaults, s.overrides, s.webhook_url_override, s.reconnects, s.reconnect_replaces, s.share_link_id, s.created_at, \
        s.expires_at, s.ended_at, s.app_name, s.allowed_origins, s.completion, s.verification, s.verify_url, s.view, s.managed_by, ", session_theme!(), ", ", theme_layers!("s.environment_id"), " \
        FROM flow f JOIN integration i ON i.id = f.integration_id JOIN connect_session s ON s.id = f.session_id \
        JOIN environment e ON e.id = f.environment_id LEFT JOIN page_capability p ON p.id = f.page_id WHERE f.id = $1");
}

/// An attempt with what its page names.
#[derive(Clone, Debug)]
pub struct FlowView {
    /// Its id.
    pub id: FlowId,
    /// The integration's row.
    pub integration_id: IntegrationId,
    /// The integration's key.
    pub integration_key: String,
    /// The provider's key.
    pub provider: String,
    /// The integration's own name.
    pub display_name: Option<String>,
    /// Where it stands.
    pub state: FlowState,
    /// How often somebody left for the service.
    pub departures: i64,
    /// When the way back closes.
    pub expires_at: Timestamp,
}

/// The result of an attempt, for the window that came back: it knows the flow and its cookie, and no capability.
#[derive(Clone, Debug)]
pub struct ResultView {
    /// The attempt.
    pub flow: FlowView,
    /// Of the cookie of the browser that left.
    pub cookie_fingerprint: Option<Vec<u8>>,
    /// The session.
    pub session: ConnectSessionRow,
    /// The environment.
    pub environment_id: EnvironmentId,
    /// The environment's name for the application.
    pub environment_app_name: Option<String>,
    /// The Connect UI settings, as JSON text.
    pub connect_ui_settings: String,
    /// The published themes that lie over one another on it.
    pub themes: ThemeLayers,
    /// The page whose button began it.
    pub page_id: Option<CapabilityId>,
    /// Of the cookie of the tab, where it began on a hosted page.
    pub tab_fingerprint: Option<Vec<u8>>,
    /// The theme that the embedder asked for.
    pub theme: Option<String>,
    /// The language that the person chose, or the embedder asked for.
    pub language: Option<String>,
}

/// An attempt of a session.
pub async fn find(db: &Db, session: &SessionId, id: &str) -> Result<Option<FlowView>, StoreError> {
    let read = |row: &Row<'_>| read(&Reader::new("flow", row), "expires_at");
    query(FIND).bind(id).bind(session.as_str()).fetch_optional(db, read).await
}

/// An attempt for the window that came back.
pub async fn find_result(db: &Db, id: &str) -> Result<Option<ResultView>, StoreError> {
    query(FIND_RESULT).bind(id).fetch_optional(db, read_result).await
}

fn read(row: &Reader<'_>, expires_at: &'static str) -> Result<FlowView, StoreError> {
    Ok(FlowView {
        id: FlowId::from_stored(row.text("id")?),
        integration_id: IntegrationId::from_stored(row.text("integration_id")?),
        integration_key: row.text("unique_key")?,
        provider: row.text("provider")?,
        display_name: row.optional_text("display_name")?,
        state: state(row)?,
        departures: row.number("departures")?,
        expires_at: row.moment(expires_at)?,
    })
}

fn read_result(row: &Row<'_>) -> Result<ResultView, StoreError> {
    let row = Reader::new("flow", row);
    Ok(ResultView {
        flow: read(&row, "flow_expires_at")?,
        cookie_fingerprint: row.optional_bytes("cookie_fingerprint")?,
        session: connect_session::read(&row, "session_id")?,
        environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
        environment_app_name: row.optional_text("environment_app_name")?,
        connect_ui_settings: row.text("connect_ui_settings")?,
        themes: ThemeLayers::read_with_session(&row)?,
        page_id: row.optional_text("page_id")?.map(CapabilityId::from_stored),
        tab_fingerprint: row.optional_bytes("tab_fingerprint")?,
        theme: row.optional_text("theme")?,
        language: row.optional_text("language")?,
    })
}

pub(super) fn state(row: &Reader<'_>) -> Result<FlowState, StoreError> {
    Ok(match row.text("state")?.as_str() {
        "prepared" => FlowState::Prepared,
        "departed" => FlowState::Departed,
        "returned" => FlowState::Returned,
        "connected" => FlowState::Connected {
            connection_id: row.text("connection_id")?,
            is_pending: row.flag("is_pending")?,
        },
        "refused" => FlowState::Refused {
            error_code: row.text("error_code")?,
            detail: row.optional_text("error_detail")?,
        },
        other => return Err(row.corrupt("state", format_args!("{other:?} is no state"))),
    })
}
