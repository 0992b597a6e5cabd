//! Connect sessions: who may connect what, for thirty minutes.

mod reconnects;
mod view;

use super::{
    Db, StoreError, Tx,
    query::{Query, query},
    row::{Reader, Row, json_text},
    statements,
    theme::SessionTheme,
};
use crate::{
    clock::Timestamp,
    id::{EnvironmentId, SessionId, ShareLinkId},
    secret::{Fingerprint, Sealed},
};
use indexmap::IndexMap;

statements! {
    INSERT = "INSERT INTO connect_session (id, environment_id, token_fingerprint, end_user, organization, end_user_key, \
        tags, allowed_integrations, integrations_config_defaults, overrides, webhook_url_override, app_name, \
        allowed_origins, reconnects, created_at, expires_at, completion, verification, verify_url, reconnect_replaces, \
        share_link_id, theme_name, theme_override, view, managed_by) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)";
    FIND = "SELECT * FROM connect_session WHERE token_fingerprint = $1";
    FIND_BY_ID = "SELECT * FROM connect_session WHERE id = $1";
    FORGET_DRAFTS = "DELETE FROM form_draft WHERE session_id = $1";
    END = "UPDATE connect_session SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL";
}

/// The protocol's end user, as a session carries it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct EndUser {
    /// The application's own id of the person.
    pub id: String,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Free tags, with the keys as they were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<IndexMap<String, String>>,
}

/// The protocol's organization, as a session carries it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Organization {
    /// The application's own id of the organization.
    pub id: String,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
}

/// A session's override for one integration.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct IntegrationOverride {
    /// The guide to link instead of the definition's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub docs_connect: Option<String>,
}

/// When a connection of a session can be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completion {
    /// At once.
    #[default]
    Immediate,
    /// When the application's backend has exchanged a one-time code (security.md C5).
    Exchange,
}

impl Completion {
    /// The column's text, which is the API's.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Immediate => "immediate",
            Self::Exchange => "exchange",
        }
    }

    /// Reads the column.
    pub(super) fn read(row: &Reader<'_>) -> Result<Self, StoreError> {
        match row.text("completion")?.as_str() {
            "immediate" => Ok(Self::Immediate),
            "exchange" => Ok(Self::Exchange),
            other => Err(row.corrupt("completion", format_args!("{other:?} is no completion"))),
        }
    }
}

/// How a hosted link makes sure who has opened it (security.md C4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Verification {
    /// Not at all.
    #[default]
    None,
    /// By a code sent to the end user's e-mail address.
    EmailCode,
    /// By the application, which knows who is signed in there.
    App {
        /// Its page.
        url: String,
    },
}

impl Verification {
    /// The column's text, which is the API's.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::EmailCode => "email_code",
            Self::App { .. } => "app",
        }
    }

    /// The application's page, where it is asked.
    #[must_use]
    pub fn app_url(&self) -> Option<&str> {
        match self {
            Self::App { url } => Some(url),
            Self::None | Self::EmailCode => None,
        }
    }

    fn read(row: &Reader<'_>) -> Result<Self, StoreError> {
        match row.text("verification")?.as_str() {
            "none" => Ok(Self::None),
            "email_code" => Ok(Self::EmailCode),
            "app" => Ok(Self::App { url: row.text("verify_url")? }),
            other => Err(row.corrupt("verification", format_args!("{other:?} is no verification"))),
        }
    }
}

pub use reconnects::{Reconnects, Replaces};
pub use view::View;

/// A connect session as it is stored.
#[derive(Clone, Debug)]
pub struct ConnectSessionRow {
    /// Its id.
    pub id: SessionId,
    /// The environment it belongs to.
    pub environment_id: EnvironmentId,
    /// Who connects.
    pub end_user: Option<EndUser>,
    /// The organization of who connects.
    pub organization: Option<Organization>,
    /// The tags of the connections made in it.
    pub tags: IndexMap<String, String>,
    /// Keys of the integrations it is limited to.
    pub allowed_integrations: Option<Vec<String>>,
    /// Presets per integration, sealed JSON (`connect_session.integrations_config_defaults`).
    pub integrations_config_defaults: Option<Sealed>,
    /// Overrides per integration.
    pub overrides: Option<IndexMap<String, IntegrationOverride>>,
    /// The only address that gets its webhooks.
    pub webhook_url_override: Option<String>,
    /// The application's name, when the session gave one.
    pub app_name: Option<String>,
    /// The origins the session narrowed the environment's list to.
    pub allowed_origins: Option<Vec<String>>,
    /// The connection that is reconnected, and what of it.
    pub reconnects: Option<Reconnects>,
    /// The link by which it was opened, where an admin handed one out.
    pub share_link: Option<ShareLinkId>,
    /// When its connections can be used.
    pub completion: Completion,
    /// How its hosted link makes sure who has opened it.
    pub verification: Verification,
    /// How its pages differ from the environment's.
    pub theme: SessionTheme,
    /// What its pages are for.
    pub view: View,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was ended before that.
    pub ended_at: Option<Timestamp>,
}

impl ConnectSessionRow {
    /// Whether its token still opens anything.
    #[must_use]
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && now < self.expires_at
    }
}

/// Adds a session.
pub async fn insert(tx: &mut Tx, row: &ConnectSessionRow, token: &Fingerprint) -> Result<(), StoreError> {
    inserting(row, token).execute(tx).await.map(drop)
}

/// Adds a session, and nothing else with it.
pub async fn insert_alone(db: &Db, row: &ConnectSessionRow, token: &Fingerprint) -> Result<(), StoreError> {
    inserting(row, token).commit_aside(db).await.map(drop)
}

fn inserting<'q>(row: &'q ConnectSessionRow, token: &'q Fingerprint) -> Query<'q> {
    query(INSERT)
        .bind(row.id.as_str())
        .bind(row.environment_id.as_str())
        .bind(token.as_bytes())
        .bind(row.end_user.as_ref().map(json_text))
        .bind(row.organization.as_ref().map(json_text))
        .bind(row.tags.get("end_user_id"))
        .bind(json_text(&row.tags))
        .bind(row.allowed_integrations.as_ref().map(json_text))
        .bind(row.integrations_config_defaults.as_ref().map(Sealed::as_bytes))
        .bind(row.overrides.as_ref().map(json_text))
        .bind(&row.webhook_url_override)
        .bind(&row.app_name)
        .bind(row.allowed_origins.as_ref().map(json_text))
        .bind(row.reconnects.as_ref().map(|own| own.connection.as_str()))
        .bind(row.created_at.0)
        .bind(row.expires_at.0)
        .bind(row.completion.as_str())
        .bind(row.verification.as_str())
        .bind(row.verification.app_url())
        .bind(row.reconnects.as_ref().map(|own| own.replaces.to_text()).unwrap_or_default())
        .bind(row.share_link.as_ref().map(ShareLinkId::as_str))
        .bind(row.theme.name())
        .bind(row.theme.own())
        .bind(row.view.as_str())
        .bind(row.view.managed_by().map(SessionId::as_str))
}

/// The session of a token, live or not.
pub async fn find(db: &Db, token: &Fingerprint) -> Result<Option<ConnectSessionRow>, StoreError> {
    let read = |row: &Row<'_>| read(&Reader::new("connect_session", row), "id");
    query(FIND).bind(token.as_bytes()).fetch_optional(db, read).await
}

/// The session of an id, live or not.
pub async fn find_by_id(db: &Db, id: &SessionId) -> Result<Option<ConnectSessionRow>, StoreError> {
    let read = |row: &Row<'_>| read(&Reader::new("connect_session", row), "id");
    query(FIND_BY_ID).bind(id.as_str()).fetch_optional(db, read).await
}

/// Ends a session before its time; false when it had ended.
pub async fn end(tx: &mut Tx, id: &SessionId, at: Timestamp) -> Result<bool, StoreError> {
    query(FORGET_DRAFTS).bind(id.as_str()).execute(&mut *tx).await?;
    let done = query(END).bind(at.0).bind(id.as_str()).execute(tx).await?;
    Ok(done == 1)
}

/// Reads the session's columns; joined statements call its id and environment something else.
pub(super) fn read(row: &Reader<'_>, id_column: &'static str) -> Result<ConnectSessionRow, StoreError> {
    Ok(ConnectSessionRow {
        id: SessionId::from_stored(row.text(id_column)?),
        environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
        end_user: row.optional_json("end_user")?,
        organization: row.optional_json("organization")?,
        tags: row.json("tags")?,
        allowed_integrations: row.optional_json("allowed_integrations")?,
        integrations_config_defaults: row.optional_sealed("integrations_config_defaults")?,
        overrides: row.optional_json("overrides")?,
        webhook_url_override: row.optional_text("webhook_url_override")?,
        app_name: row.optional_text("app_name")?,
        allowed_origins: row.optional_json("allowed_origins")?,
        reconnects: Reconnects::read(row)?,
        share_link: row.optional_text("share_link_id")?.map(ShareLinkId::from_stored),
        completion: Completion::read(row)?,
        verification: Verification::read(row)?,
        theme: SessionTheme::read(row)?,
        view: View::read(row)?,
        created_at: row.moment("created_at")?,
        expires_at: row.moment("expires_at")?,
        ended_at: row.optional_moment("ended_at")?,
    })
}
