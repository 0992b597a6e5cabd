//! What a reconnect is of, and what it replaces beside the credentials: whatever its request gave anew.

use crate::{
    id::ConnectionRowId,
    store::{StoreError, row::Reader},
};

/// The connection that a session connects anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconnects {
    /// Its row.
    pub connection: ConnectionRowId,
    /// What is replaced; all else is kept.
    pub replaces: Replaces,
}

/// What of a connection is replaced when it is connected anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replaces {
    /// Its tags.
    pub tags: bool,
    /// The address that gets its webhooks.
    pub webhook_url: bool,
    /// Whose account it is.
    pub end_user: bool,
}

const TAGS: &str = "tags";
const WEBHOOK_URL: &str = "webhook_url";
const END_USER: &str = "end_user";

impl Replaces {
    /// The column's text: names with commas between them.
    #[must_use]
    pub fn to_text(self) -> String {
        let all = [(self.tags, TAGS), (self.webhook_url, WEBHOOK_URL), (self.end_user, END_USER)];
        let names: Vec<&str> =
            all.iter().filter(|(is_replaced, _)| *is_replaced).map(|(_, name)| *name).collect();
        names.join(",")
    }

    fn of_text(text: &str) -> Self {
        let has = |name| text.split(',').any(|own| own == name);
        Self { tags: has(TAGS), webhook_url: has(WEBHOOK_URL), end_user: has(END_USER) }
    }
}

impl Reconnects {
    /// Reads the columns, where the session reconnects anything.
    pub(in crate::store) fn read(row: &Reader<'_>) -> Result<Option<Self>, StoreError> {
        let Some(id) = row.optional_text("reconnects")? else { return Ok(None) };
        let replaces = Replaces::of_text(&row.text("reconnect_replaces")?);
        Ok(Some(Self { connection: ConnectionRowId::from_stored(id), replaces }))
    }
}
