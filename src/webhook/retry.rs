//! When a webhook that did not arrive is sent again.

use crate::clock::{Random, Timestamp};

/// The waits after each attempt, in seconds: about a day in all, so that a night's outage loses nothing.
const WAITS: [i64; 11] = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 14_400, 14_400, 28_800];
/// The longest wait that an address may ask for.
const LONGEST_ASKED: i64 = 12 * 3_600;

/// When the attempt after this many is made; nothing when there is none any more. What was asked for is kept.
#[must_use]
pub fn next_attempt(
    attempts: usize,
    asked_seconds: Option<i64>,
    now: Timestamp,
    random: &Random,
) -> Option<Timestamp> {
    let wait = *WAITS.get(attempts.checked_sub(1)?)?;
    let asked = asked_seconds.unwrap_or_default().clamp(0, LONGEST_ASKED);
    Some(Timestamp(now.0 + spread(wait * 1_000, random).max(asked * 1_000)))
}

/// A fifth more or less: what failed together is not tried again together.
fn spread(millis: i64, random: &Random) -> i64 {
    let [byte] = random.bytes::<1>();
    millis * (800 + 400 * i64::from(byte) / 255) / 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_go_on_for_a_day_and_end() {
        let random = Random::seeded(1);
        let mut now = Timestamp(0);
        let mut attempts = 1;
        while let Some(next) = next_attempt(attempts, None, now, &random) {
            assert!(next > now);
            now = next;
            attempts += 1;
        }
        let hours = now.0 / 3_600_000;
        assert_eq!(attempts, 12);
        assert!((18..=30).contains(&hours), "{hours} hours");
    }

    #[test]
    fn an_address_may_ask_for_more_time_but_not_for_days() {
        let random = Random::seeded(1);
        assert_eq!(next_attempt(1, Some(600), Timestamp(0), &random), Some(Timestamp(600_000)));
        let most = Timestamp(LONGEST_ASKED * 1_000);
        assert_eq!(next_attempt(1, Some(i64::MAX), Timestamp(0), &random), Some(most));
    }
}
