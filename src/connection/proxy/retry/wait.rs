//! How long a service asks to wait.

use std::time::Duration;

use time::{
    OffsetDateTime, PrimitiveDateTime, format_description::BorrowedFormatItem, macros::format_description,
};

use crate::{
    clock::Timestamp,
    outbound::HeaderMap,
    provider::{RetryRules, WaitKind},
};

/// Larger numbers are milliseconds: as seconds they are the year 5138.
const MILLISECONDS_FROM: i64 = 100_000_000_000;
const HTTP_DATE: &[BorrowedFormatItem<'_>] =
    format_description!("[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT");

/// What the headers of the definition ask for; the longest wait counts.
pub(super) fn asked_by_headers(rules: &RetryRules, headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = |name: &String| headers.get(name)?.to_str().ok();
    let after = rules.after.iter().filter_map(text).filter_map(|text| wait(WaitKind::After, text, now));
    let at = rules.at.iter().filter_map(text).filter_map(|text| wait(WaitKind::At, text, now));
    after.chain(at).max()
}

/// What a text asks for.
pub(super) fn wait(kind: WaitKind, text: &str, now: Timestamp) -> Option<Duration> {
    let number = text.trim().parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0);
    match (kind, number) {
        (WaitKind::After, Some(seconds)) => Duration::try_from_secs_f64(seconds).ok(),
        (WaitKind::At, Some(_)) => text.trim().split('.').next()?.parse().ok().map(|number: i64| {
            let moment = if number < MILLISECONDS_FROM { number.saturating_mul(1000) } else { number };
            until(Timestamp(moment), now)
        }),
        (_, None) => moment(text.trim()).map(|moment| until(moment, now)),
    }
}

fn moment(text: &str) -> Option<Timestamp> {
    let http_date = || {
        let moment = PrimitiveDateTime::parse(text, HTTP_DATE).ok()?.assume_utc();
        millis(moment)
    };
    Timestamp::parse_rfc3339(text).or_else(http_date)
}

fn millis(moment: OffsetDateTime) -> Option<Timestamp> {
    moment.unix_timestamp().checked_mul(1000).map(Timestamp)
}

/// From now until then; nothing where it is over.
fn until(moment: Timestamp, now: Timestamp) -> Duration {
    Duration::from_millis(u64::try_from(moment.0.saturating_sub(now.0)).unwrap_or_default())
}
