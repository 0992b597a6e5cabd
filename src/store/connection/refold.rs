//! The search texts of rows that were there before these were kept. The migration has folded what is ASCII, which both
//! databases can; this folds the rest, once.

use sqlx::{AnyConnection, Row as _};

use super::fold;
use crate::store::{StoreError, statements};

/// The migration that made the columns.
pub(in crate::store) const MIGRATION: i64 = 20;

statements! {
    FOREIGN_USERS = "SELECT id, display_name, email FROM end_user WHERE OCTET_LENGTH(search_text) <> LENGTH(search_text)";
    FOLD_USER = "UPDATE end_user SET search_text = $1 WHERE id = $2";
    FOREIGN_CONNECTIONS = "SELECT id, connection_id, tags FROM connection WHERE deleted_at IS NULL \
        AND (OCTET_LENGTH(search_id) <> LENGTH(search_id) OR OCTET_LENGTH(search_tags) <> LENGTH(search_tags))";
    FOLD_CONNECTION = "UPDATE connection SET search_id = $1, search_tags = $2 WHERE id = $3";
}

/// Folds what is not ASCII.
pub(in crate::store) async fn refold(connection: &mut AnyConnection) -> Result<(), StoreError> {
    for row in sqlx::query(FOREIGN_USERS).fetch_all(&mut *connection).await? {
        let text = |column| row.try_get::<Option<String>, _>(column);
        let folded = fold::both(text("display_name")?.as_deref(), text("email")?.as_deref());
        let id: String = row.try_get("id")?;
        sqlx::query(FOLD_USER).bind(folded).bind(id).execute(&mut *connection).await?;
    }
    for row in sqlx::query(FOREIGN_CONNECTIONS).fetch_all(&mut *connection).await? {
        let text = |column| row.try_get::<String, _>(column);
        let tags = serde_json::from_str(&text("tags")?).unwrap_or_default();
        let done =
            sqlx::query(FOLD_CONNECTION).bind(fold::fold(&text("connection_id")?)).bind(fold::tags(&tags));
        done.bind(text("id")?).execute(&mut *connection).await?;
    }
    Ok(())
}
