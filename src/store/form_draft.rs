//! Half-filled forms of sessions, sealed. Only what is no secret is ever put here.

use super::{
    Db, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{EnvironmentId, IntegrationId, SessionId},
    secret::Sealed,
};

statements! {
    KEEP = "INSERT INTO form_draft (id, environment_id, session_id, integration_id, content, updated_at) \
        SELECT $1, $2, $3, $4, $5, $6 \
        WHERE EXISTS (SELECT 1 FROM connect_session WHERE id = $3 AND ended_at IS NULL) \
        ON CONFLICT (session_id, integration_id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at";
    FORGET = "DELETE FROM form_draft WHERE session_id = $1 AND integration_id = $2";
    LATEST = "SELECT i.unique_key FROM form_draft d JOIN integration i ON i.id = d.integration_id \
        WHERE d.session_id = $1 AND i.deleted_at IS NULL ORDER BY d.updated_at DESC LIMIT 1";
}

/// A draft to keep. Its id follows from session and integration, so that what is sealed is bound to both.
#[derive(Debug)]
pub struct NewDraft {
    /// Its id.
    pub id: String,
    /// The environment.
    pub environment_id: EnvironmentId,
    /// The session whose form it is.
    pub session_id: SessionId,
    /// The integration that the form is of.
    pub integration_id: IntegrationId,
    /// Sealed JSON map (`form_draft.content`).
    pub content: Sealed,
    /// Now.
    pub at: Timestamp,
}

/// A draft as a page's statement brings it.
#[derive(Clone, Debug)]
pub struct DraftRow {
    /// Its id.
    pub id: String,
    /// Sealed JSON map.
    pub content: Sealed,
}

impl DraftRow {
    /// Reads the joined columns, where there is one.
    pub(super) fn read(row: &Reader<'_>) -> Result<Option<Self>, StoreError> {
        let Some(id) = row.optional_text("draft_id")? else { return Ok(None) };
        Ok(Some(Self { id, content: row.sealed("draft_content")? }))
    }
}

/// Keeps a draft in place of the one before; nothing where its session was ended.
pub async fn keep(tx: &mut Tx, new: &NewDraft) -> Result<(), StoreError> {
    query(KEEP)
        .bind(&new.id)
        .bind(new.environment_id.as_str())
        .bind(new.session_id.as_str())
        .bind(new.integration_id.as_str())
        .bind(new.content.as_bytes())
        .bind(new.at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Forgets what was typed for an integration.
pub async fn forget(tx: &mut Tx, session: &SessionId, integration: &IntegrationId) -> Result<(), StoreError> {
    query(FORGET).bind(session.as_str()).bind(integration.as_str()).execute(tx).await?;
    Ok(())
}

/// The key of the integration whose form was filled last.
pub async fn latest(db: &Db, session: &SessionId) -> Result<Option<String>, StoreError> {
    let read = |row: &Row<'_>| Reader::new("form_draft", row).text("unique_key");
    query(LATEST).bind(session.as_str()).fetch_optional(db, read).await
}
