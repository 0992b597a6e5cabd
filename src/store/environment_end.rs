//! The end of an environment, and its name. The row stays, because the audit names it.

use super::{StoreError, Tx, query::query, statements};
use crate::{clock::Timestamp, id::EnvironmentId};

statements! {
    RENAME = "UPDATE environment SET name = $1, updated_at = $2, version = version + 1 \
        WHERE id = $3 AND deleted_at IS NULL";
    // Its name is free again; no name has a # in it.
    END = "UPDATE environment SET deleted_at = $1, name = name || '#' || id, version = version + 1 \
        WHERE id = $2 AND deleted_at IS NULL \
        AND NOT EXISTS (SELECT 1 FROM connection c WHERE c.environment_id = $2 AND c.deleted_at IS NULL) \
        AND id <> (SELECT id FROM environment WHERE deleted_at IS NULL ORDER BY created_at, name LIMIT 1)";
    END_KEYS = "UPDATE api_key SET revoked_at = $1 WHERE environment_id = $2 AND revoked_at IS NULL";
    END_SESSIONS = "UPDATE connect_session SET ended_at = $1 WHERE environment_id = $2 AND ended_at IS NULL";
    END_LINKS = "UPDATE share_link SET revoked_at = $1 WHERE environment_id = $2 AND revoked_at IS NULL";
    END_INTEGRATIONS = "UPDATE integration SET deleted_at = $1, credentials = NULL, custom = NULL, \
        version = version + 1 WHERE environment_id = $2 AND deleted_at IS NULL";
    WIPE_VARIABLES = "DELETE FROM environment_variable WHERE environment_id = $1";
    // Files are shared by what they hold; nobody else knows their names.
    WIPE_THEMES = "DELETE FROM theme WHERE scope = $1";
    WIPE_THEME_HISTORY = "DELETE FROM theme_revision WHERE scope = $1";
    WIPE_DEFINITIONS = "DELETE FROM definition_override WHERE environment_id = $1";
    WIPE_DEFINITION_HISTORY = "DELETE FROM definition_revision WHERE environment_id = $1";
    WIPE_DEFINITION_DRAFTS = "DELETE FROM definition_draft WHERE environment_id = $1";
    WIPE_WORDING = "DELETE FROM wording WHERE environment_id = $1";
}

/// Gives another name; [`StoreError::Conflict`] when it is taken, false when there is no such environment.
pub async fn rename(tx: &mut Tx, id: &EnvironmentId, name: &str, at: Timestamp) -> Result<bool, StoreError> {
    Ok(query(RENAME).bind(name).bind(at.0).bind(id.as_str()).execute(tx).await? == 1)
}

/// Ends an environment with its keys, sessions, links, integrations, variables, themes and wording; false when it has connections, is the
/// first one, or is gone.
pub async fn end(tx: &mut Tx, id: &EnvironmentId, at: Timestamp) -> Result<bool, StoreError> {
    if query(END).bind(at.0).bind(id.as_str()).execute(tx).await? == 0 {
        return Ok(false);
    }
    for statement in [END_KEYS, END_SESSIONS, END_LINKS, END_INTEGRATIONS] {
        query(statement).bind(at.0).bind(id.as_str()).execute(tx).await?;
    }
    let wipes = [WIPE_VARIABLES, WIPE_THEMES, WIPE_THEME_HISTORY, WIPE_WORDING];
    let of_definitions = [WIPE_DEFINITIONS, WIPE_DEFINITION_HISTORY, WIPE_DEFINITION_DRAFTS];
    for statement in wipes.into_iter().chain(of_definitions) {
        query(statement).bind(id.as_str()).execute(tx).await?;
    }
    Ok(true)
}
