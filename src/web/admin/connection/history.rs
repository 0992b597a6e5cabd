//! What became of a connection, the newest first: from its events, its row and the audit.

use crate::{
    store::{
        Db, StoreError,
        audit::{self, AuditRow},
        connection::{
            ConnectionRow,
            history::{self, EventKind},
        },
    },
    web::admin::words::moment,
};

const SHOWN: i64 = 50;

/// One line.
pub struct Happened {
    /// When.
    pub at: String,
    /// What, in words.
    pub what: String,
    /// For the eye.
    pub tone: &'static str,
    /// Why, where there is more to say.
    pub detail: String,
}

/// All lines.
pub async fn of(db: &Db, row: &ConnectionRow) -> Result<Vec<Happened>, StoreError> {
    let line = |at, what: &str, tone, detail: String| {
        (at, Happened { at: moment(at), what: what.to_owned(), tone, detail })
    };
    let mut lines = vec![line(row.created_at, "Connected", "good", String::new())];
    if let Some(at) = row.last_fetched_at {
        lines.push(line(at, "Last read by your backend", "", String::new()));
    }
    for event in history::list(db, &row.id, SHOWN).await? {
        let (what, tone) = words(event.kind);
        lines.push(line(event.at, what, tone, event.detail));
    }
    for entry in audit::of_subject(db, &row.environment_id, &row.connection_id, SHOWN).await? {
        if let Some(what) = deed(&entry) {
            lines.push(line(entry.created_at, what, "", format!("By {}", entry.actor)));
        }
    }
    // Stable: what happened in the same thousandth stays in its order.
    lines.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

const fn words(kind: EventKind) -> (&'static str, &'static str) {
    match kind {
        EventKind::Refreshed => ("Refreshed", "good"),
        EventKind::Recovered => ("Refreshed, after refreshes had failed", "good"),
        EventKind::RefreshFailed => ("The refresh failed", "bad"),
        EventKind::Reconnected => ("Connected anew", "good"),
        EventKind::Overridden => ("Replaced by an import", ""),
    }
}

fn deed(entry: &AuditRow) -> Option<&'static str> {
    Some(match entry.action.as_str() {
        "connection.edit" => "Tags and metadata were edited",
        "connection.reveal" => "The secrets were shown",
        "connection.reconnect_link" => "A reconnect link was made",
        "connection.refresh" => "A refresh was asked for in admin",
        _ => return None,
    })
}
