//! What is kept only for a while: old sessions with their pages and attempts, ended pages (wire-protocol.md §1.1).

use super::{StoreError, Tx, query::query, statements};
use crate::clock::Timestamp;

statements! {
    DROP_PAGES = "DELETE FROM page_capability WHERE expires_at < $1";
    DROP_SESSIONS = "DELETE FROM connect_session WHERE created_at < $1";
}

/// Days after which a session is forgotten.
const SESSION_DAYS: i64 = 31;
/// Minutes after which an ended page is forgotten: until then it can still say that its time is over.
const PAGE_MINUTES: i64 = 24 * 60;

/// Deletes what is older than it needs to be.
pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
    query(DROP_PAGES).bind(now.plus_minutes(-PAGE_MINUTES).0).execute(&mut *tx).await?;
    query(DROP_SESSIONS).bind(now.plus_minutes(-SESSION_DAYS * 24 * 60).0).execute(tx).await?;
    Ok(())
}
