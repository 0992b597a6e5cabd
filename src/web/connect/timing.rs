//! When a page's time ends, for the notice that says so (security.md I).

use super::{page::TimeLimit, visit::Visit};
use crate::{clock::Timestamp, session::EXTENSIONS};

/// The page's time limit; `extend_url` is relative to the page.
#[must_use]
pub fn limit(visit: &Visit, now: Timestamp, extend_url: &str) -> Option<TimeLimit> {
    let millis = visit.page.expires_at.0.saturating_sub(now.0);
    Some(TimeLimit {
        ends_in_seconds: u64::try_from(millis / 1000).ok()?,
        extend_url: (visit.page.extensions < EXTENSIONS).then(|| extend_url.to_owned()),
    })
}

/// A moment as a page says it, in UTC: the server does not know the visitor's time zone.
#[must_use]
pub fn time_text(at: Timestamp) -> String {
    let time = at.date_time();
    format!("{:02}:{:02} UTC", time.hour(), time.minute())
}
