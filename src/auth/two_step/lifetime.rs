//! When a login's token ends (provider-format.md §2.5, step 12).

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;

use super::answer::Answer;
use crate::{
    auth::oauth2::{at_path, expiry},
    clock::Timestamp,
    provider::raw::RawProvider,
};

/// How long before its own end a JWT counts as ended, in milliseconds.
const MARGIN: i64 = 15 * 60_000;

/// The end that the answer, the definition or the token itself says; nothing where it holds until it is taken back.
pub fn end(
    raw: &RawProvider,
    answer: &Answer,
    token: &SecretString,
    refresh_token: Option<&SecretString>,
    now: Timestamp,
) -> Option<Timestamp> {
    if let Some(end) = stated(raw, answer, now) {
        return Some(end);
    }
    match raw.token_expires_in_ms.map(i64::try_from) {
        Some(Ok(0)) => None,
        Some(millis) => Some(now.plus_millis(millis.unwrap_or(i64::MAX))),
        None => own_end(token, now).map(|end| match refresh_token.and_then(|token| own_end(token, now)) {
            Some(earlier) if earlier < end => earlier,
            _ => end,
        }),
    }
}

fn stated(raw: &RawProvider, answer: &Answer, now: Timestamp) -> Option<Timestamp> {
    let response = raw.token_response.as_ref()?;
    let value = at_path(&answer.body, response.token_expiration.as_deref()?)?;
    match response.token_expiration_strategy.as_deref() {
        Some("expireIn") => expiry::lifetime(value, 1000, now).or_else(|| duration(value.as_str()?, now)),
        _ => expiry::moment(value, now),
    }
}

/// The end that a JWT has in itself, with a margin where it lives long enough for one.
fn own_end(token: &SecretString, now: Timestamp) -> Option<Timestamp> {
    let payload = token.expose_secret().split('.').nth(1)?;
    let claims = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    let claims: Value = serde_json::from_slice(&claims).ok()?;
    let end = claims.get("exp")?.as_f64()? * 1000.0;
    if !(end.is_finite() && end > 0.0 && end < 9.0e15) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "checked to lie within")]
    let end = end as i64;
    Some(Timestamp(if end - now.0 > 2 * MARGIN { end - MARGIN } else { end }))
}

/// A duration in words: `1h`, `90 minutes`, `2 days`.
fn duration(text: &str, now: Timestamp) -> Option<Timestamp> {
    let text = text.trim();
    let unit_at = text.find(|letter: char| letter.is_ascii_alphabetic())?;
    let (amount, unit) = text.split_at(unit_at);
    let millis = match unit.to_ascii_lowercase().as_str() {
        "ms" | "msec" | "msecs" | "millisecond" | "milliseconds" => 1.0,
        "s" | "sec" | "secs" | "second" | "seconds" => 1000.0,
        "m" | "min" | "mins" | "minute" | "minutes" => 60_000.0,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3_600_000.0,
        "d" | "day" | "days" => 86_400_000.0,
        "w" | "week" | "weeks" => 604_800_000.0,
        _ => return None,
    };
    let millis = amount.trim().parse::<f64>().ok()? * millis;
    #[expect(clippy::cast_possible_truncation, reason = "checked to lie within")]
    (millis > 0.0 && millis < 9.0e15).then(|| now.plus_millis(millis as i64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_may_be_said_in_words() {
        let now = Timestamp(1_000);
        for (text, minutes) in [("60m", 60), ("1h", 60), ("1 hour", 60), ("1.5 hrs", 90), ("2 days", 2880)] {
            assert_eq!(duration(text, now), Some(now.plus_minutes(minutes)), "{text}");
        }
        for none in ["", "soon", "h", "-1h", "1 fortnight"] {
            assert_eq!(duration(none, now), None, "{none}");
        }
    }
}
