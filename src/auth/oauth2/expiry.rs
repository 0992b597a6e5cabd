//! When a token ends, in all the ways services say it (provider-format.md §2.0).

use serde_json::Value;
use time::{
    Date, OffsetDateTime, PrimitiveDateTime,
    format_description::well_known::{Iso8601, Rfc2822},
};

use crate::clock::Timestamp;

/// Numbers from here on are milliseconds: in seconds they would lie beyond the year 2969, below it before 1971.
const FIRST_MILLIS: i64 = 31_536_000_000;

/// A moment: milliseconds, seconds, a date, or a duration `days:hours:minutes` from now.
pub fn moment(value: &Value, now: Timestamp) -> Option<Timestamp> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| whole(number.as_f64()?)).and_then(epoch),
        Value::String(text) => {
            let text = text.trim();
            match text.parse::<i64>() {
                Ok(number) => epoch(number),
                Err(_) => date(text).or_else(|| duration(text, now)),
            }
        }
        _ => None,
    }
}

/// A lifetime in seconds (or milliseconds), as a number or a text.
pub fn lifetime(value: &Value, millis_per_unit: i64, now: Timestamp) -> Option<Timestamp> {
    let amount = match value {
        Value::Number(number) => number.as_i64().or_else(|| whole(number.as_f64()?)),
        Value::String(text) => text.trim().parse::<f64>().ok().and_then(whole),
        _ => None,
    };
    amount.filter(|amount| *amount > 0).map(|amount| now.plus_millis(amount.saturating_mul(millis_per_unit)))
}

#[expect(clippy::cast_possible_truncation, reason = "checked to lie within")]
fn whole(number: f64) -> Option<i64> {
    (number.is_finite() && number.abs() < 9.0e15).then_some(number as i64)
}

fn epoch(number: i64) -> Option<Timestamp> {
    match number {
        ..=0 => None,
        1..FIRST_MILLIS => Some(Timestamp(number.saturating_mul(1000))),
        FIRST_MILLIS.. => Some(Timestamp(number)),
    }
}

fn date(text: &str) -> Option<Timestamp> {
    let iso = text.replacen(' ', "T", 1);
    Timestamp::parse_rfc3339(&iso)
        .or_else(|| OffsetDateTime::parse(&iso, &Iso8601::PARSING).ok().and_then(stamp))
        .or_else(|| OffsetDateTime::parse(text, &Rfc2822).ok().and_then(stamp))
        .or_else(|| PrimitiveDateTime::parse(&iso, &Iso8601::PARSING).ok()?.assume_utc().into_stamp())
        .or_else(|| Date::parse(&iso, &Iso8601::DATE).ok()?.midnight().assume_utc().into_stamp())
}

trait IntoStamp {
    fn into_stamp(self) -> Option<Timestamp>;
}

impl IntoStamp for OffsetDateTime {
    fn into_stamp(self) -> Option<Timestamp> {
        stamp(self)
    }
}

fn stamp(when: OffsetDateTime) -> Option<Timestamp> {
    i64::try_from(when.unix_timestamp_nanos() / 1_000_000).ok().map(Timestamp)
}

fn duration(text: &str, now: Timestamp) -> Option<Timestamp> {
    let parts: Vec<i64> = text.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [days, hours, minutes] = parts.as_slice() else { return None };
    let minutes = days.checked_mul(24)?.checked_add(*hours)?.checked_mul(60)?.checked_add(*minutes)?;
    Some(now.plus_minutes(minutes))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: Timestamp = Timestamp(1_700_000_000_000);

    #[test]
    fn a_moment_is_read_in_every_form_that_services_use() {
        let end = Timestamp(1_767_225_600_000);
        for form in [
            json!(1_767_225_600),
            json!(1_767_225_600_000_i64),
            json!(1_767_225_600.0),
            json!("1767225600"),
            json!("2026-01-01T00:00:00Z"),
            json!("2026-01-01T00:00:00.000+00:00"),
            json!("2026-01-01T01:00:00+01:00"),
            json!("2026-01-01T00:00:00+0000"),
            json!("2026-01-01T00:00:00"),
            json!("2026-01-01 00:00:00"),
            json!("2026-01-01"),
            json!("Thu, 01 Jan 2026 00:00:00 GMT"),
        ] {
            assert_eq!(moment(&form, NOW), Some(end), "{form}");
        }
        assert_eq!(moment(&json!("1:2:3"), NOW), Some(NOW.plus_minutes(24 * 60 + 2 * 60 + 3)));
        for none in [json!(null), json!("soon"), json!(0), json!(-5), json!({}), json!(""), json!(true)] {
            assert_eq!(moment(&none, NOW), None, "{none}");
        }
    }

    #[test]
    fn a_lifetime_may_be_a_text_and_is_never_negative() {
        assert_eq!(lifetime(&json!(3600), 1000, NOW), Some(NOW.plus_minutes(60)));
        assert_eq!(lifetime(&json!("3600"), 1000, NOW), Some(NOW.plus_minutes(60)));
        assert_eq!(lifetime(&json!(3_600_000), 1, NOW), Some(NOW.plus_minutes(60)));
        assert_eq!(lifetime(&json!(0), 1000, NOW), None);
        assert_eq!(lifetime(&json!(i64::MAX), 1000, NOW), Some(Timestamp(i64::MAX)));
    }
}
