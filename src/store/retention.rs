//! What is kept only for a while: old sessions with their pages and attempts, ended pages, end users
//! who connected nothing (wire-protocol.md §1.1), deleted connections, webhooks that have arrived.

use super::{StoreError, Tx, connection::history, query::query, share_link, statements, webhook_outbox};
use crate::clock::Timestamp;

statements! {
    DROP_PAGES = "DELETE FROM page_capability WHERE expires_at < $1";
    DROP_END_USERS = "DELETE FROM end_user WHERE updated_at < $1 \
        AND NOT EXISTS (SELECT 1 FROM connection c WHERE c.end_user_id = end_user.id)";
    // Their credentials were destroyed when they were deleted; this is what was left of them.
    DROP_CONNECTIONS = "DELETE FROM connection WHERE deleted_at < $1";
    // What was typed helps nobody any more once its page is over for good.
    DROP_DRAFTS = "DELETE FROM form_draft WHERE updated_at < $1";
    DROP_SESSIONS = "DELETE FROM connect_session WHERE created_at < $1";
}

/// Days after which a session is forgotten, and a connection that was deleted (wire-protocol.md §5.5).
const DAYS: i64 = 31;
/// Minutes after which an ended page is forgotten: until then it can still say that its time is over.
const PAGE_MINUTES: i64 = 24 * 60;
/// Minutes after which a half-filled form is forgotten: longer than any page of its session can live.
const DRAFT_MINUTES: i64 = 2 * 60;

/// Deletes what is older than it needs to be.
pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
    query(DROP_PAGES).bind(now.plus_minutes(-PAGE_MINUTES).0).execute(&mut *tx).await?;
    query(DROP_DRAFTS).bind(now.plus_minutes(-DRAFT_MINUTES).0).execute(&mut *tx).await?;
    let old = now.plus_minutes(-DAYS * 24 * 60);
    query(DROP_SESSIONS).bind(old.0).execute(&mut *tx).await?;
    query(DROP_CONNECTIONS).bind(old.0).execute(&mut *tx).await?;
    // Who was announced and never connected anything.
    query(DROP_END_USERS).bind(old.0).execute(&mut *tx).await?;
    history::purge(&mut *tx, old).await?;
    share_link::purge(&mut *tx, old).await?;
    webhook_outbox::purge(tx, old).await
}
