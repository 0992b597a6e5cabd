//! `${now…}`: the moment of the request, shifted and written in the tokens of dayjs, in UTC.

use time::{Duration, Month, OffsetDateTime};

use crate::clock::Timestamp;

/// The text for `now`, `now:<format>` or `now±N:unit[:<format>]`; `None` where the name is none of them.
pub(super) fn now_form(name: &str, now: Timestamp) -> Option<String> {
    let rest = name.strip_prefix("now")?;
    match rest.chars().next() {
        None => Some(now.to_z_iso()),
        Some(':') => Some(format(&rest[1..], now)),
        Some('+' | '-') => shifted(rest, now),
        Some(_) => None,
    }
}

fn shifted(rest: &str, now: Timestamp) -> Option<String> {
    let mut parts = rest.splitn(3, ':');
    let amount: i64 = parts.next()?.parse().ok()?;
    let moment = add(now, amount, parts.next()?)?;
    Some(parts.next().map_or_else(|| moment.to_z_iso(), |pattern| format(pattern, moment)))
}

fn add(now: Timestamp, amount: i64, unit: &str) -> Option<Timestamp> {
    let millis = match unit {
        "ms" | "millisecond" | "milliseconds" => 1,
        "s" | "second" | "seconds" => 1_000,
        "m" | "minute" | "minutes" => 60_000,
        "h" | "hour" | "hours" => 3_600_000,
        "d" | "day" | "days" => 86_400_000,
        "w" | "week" | "weeks" => 604_800_000,
        "M" | "month" | "months" => return add_months(now, amount),
        "Q" | "quarter" | "quarters" => return add_months(now, amount.checked_mul(3)?),
        "y" | "year" | "years" => return add_months(now, amount.checked_mul(12)?),
        _ => return None,
    };
    Some(now.plus_millis(amount.checked_mul(millis)?))
}

/// The same day some months on; the last of the month where it has no such day.
fn add_months(now: Timestamp, amount: i64) -> Option<Timestamp> {
    let start = now.date_time();
    let months =
        (i64::from(start.year()) * 12 + i64::from(u8::from(start.month())) - 1).checked_add(amount)?;
    let year = i32::try_from(months.div_euclid(12)).ok()?;
    let month = Month::try_from(u8::try_from(months.rem_euclid(12) + 1).ok()?).ok()?;
    let day = start.day().min(month.length(year));
    let shifted = start.replace_day(1).ok()?.replace_year(year).ok()?.replace_month(month).ok()?;
    let difference: Duration = shifted.replace_day(day).ok()? - start;
    Some(now.plus_millis(i64::try_from(difference.whole_milliseconds()).ok()?))
}

/// Writes a moment by a pattern of dayjs; `[…]` and all that is no token stand as they are.
pub(super) fn format(pattern: &str, moment: Timestamp) -> String {
    let when = moment.date_time();
    let mut text = String::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        if let Some((literal, after)) = rest.strip_prefix('[').and_then(|inside| inside.split_once(']')) {
            text.push_str(literal);
            rest = after;
            continue;
        }
        let run = rest.chars().take_while(|character| *character == first).count() * first.len_utf8();
        let length = token_length(first, run);
        match token(&rest[..length], moment, when) {
            Some(value) => text.push_str(&value),
            None => text.push_str(&rest[..length]),
        }
        rest = &rest[length..];
    }
    text
}

/// How many of a run of equal letters make one token.
fn token_length(letter: char, run: usize) -> usize {
    let longest = match letter {
        'Y' | 'M' | 'd' => 4,
        'S' => 3,
        'D' | 'H' | 'h' | 'k' | 'm' | 's' | 'Z' => 2,
        _ => return letter.len_utf8(),
    };
    run.min(longest)
}

fn token(token: &str, moment: Timestamp, when: OffsetDateTime) -> Option<String> {
    let (hour, twelve) = (when.hour(), (when.hour() + 11) % 12 + 1);
    let month = u8::from(when.month());
    Some(match token {
        "YY" => format!("{:02}", when.year().rem_euclid(100)),
        "YYYY" => format!("{:04}", when.year()),
        "Q" => month.div_ceil(3).to_string(),
        "M" => month.to_string(),
        "MM" => format!("{month:02}"),
        "MMM" => when.month().to_string()[..3].to_owned(),
        "MMMM" => when.month().to_string(),
        "D" => when.day().to_string(),
        "DD" => format!("{:02}", when.day()),
        "d" => when.weekday().number_days_from_sunday().to_string(),
        "dd" => when.weekday().to_string()[..2].to_owned(),
        "ddd" => when.weekday().to_string()[..3].to_owned(),
        "dddd" => when.weekday().to_string(),
        "H" => hour.to_string(),
        "HH" => format!("{hour:02}"),
        "h" => twelve.to_string(),
        "hh" => format!("{twelve:02}"),
        "k" => ((hour + 23) % 24 + 1).to_string(),
        "kk" => format!("{:02}", (hour + 23) % 24 + 1),
        "a" => (if hour < 12 { "am" } else { "pm" }).to_owned(),
        "A" => (if hour < 12 { "AM" } else { "PM" }).to_owned(),
        "m" => when.minute().to_string(),
        "mm" => format!("{:02}", when.minute()),
        "s" => when.second().to_string(),
        "ss" => format!("{:02}", when.second()),
        "SSS" => format!("{:03}", when.millisecond()),
        "Z" => "+00:00".to_owned(),
        "ZZ" => "+0000".to_owned(),
        "X" => moment.0.div_euclid(1_000).to_string(),
        "x" => moment.0.to_string(),
        _ => return None,
    })
}
