//! Tags and metadata as an admin edits them: stored only in the place of what they were made from.

use indexmap::IndexMap;
use serde_json::Value;

use super::{ConnectionRow, fold};
use crate::{
    clock::Timestamp,
    store::{StoreError, Tx, query::query, row::json_text, statements},
};

statements! {
    EDIT = "UPDATE connection SET tags = $1, metadata = $2, updated_at = $3, search_tags = $8 WHERE id = $4 AND environment_id = $5 \
        AND deleted_at IS NULL AND exchange_until IS NULL AND tags = $6 AND COALESCE(metadata, 'null') = $7";
}

/// What stands there from now on.
#[derive(Clone, Debug)]
pub struct Edit {
    /// All tags.
    pub tags: IndexMap<String, String>,
    /// The application's own data.
    pub metadata: Option<Value>,
}

/// Stores it in the place of what `row` holds; false where something else stands there meanwhile.
pub async fn edit(tx: &mut Tx, row: &ConnectionRow, edit: &Edit, at: Timestamp) -> Result<bool, StoreError> {
    let done = query(EDIT)
        .bind(json_text(&edit.tags))
        .bind(edit.metadata.as_ref().map(json_text))
        .bind(at.0)
        .bind(row.id.as_str())
        .bind(row.environment_id.as_str())
        .bind(json_text(&row.tags))
        .bind(json_text(&row.metadata))
        .bind(fold::tags(&edit.tags))
        .execute(tx)
        .await?;
    Ok(done == 1)
}
