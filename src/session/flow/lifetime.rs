//! How long a way back stays open: people register, find a phone, ask an admin (security.md C9).

use crate::clock::Timestamp;

const USUAL_MINUTES: i64 = 30;
const AFTER_SESSION_MINUTES: i64 = 10;
const LONGEST_MINUTES: i64 = 60;

/// When the way back closes: after 30 minutes or 10 minutes after the session's end, whichever is later; 60 at most.
#[must_use]
pub fn way_back_closes(now: Timestamp, session_ends: Timestamp) -> Timestamp {
    let after_session = session_ends.plus_minutes(AFTER_SESSION_MINUTES);
    now.plus_minutes(USUAL_MINUTES).max(after_session).min(now.plus_minutes(LONGEST_MINUTES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_minutes_or_ten_after_the_session_and_never_more_than_sixty() {
        let now = Timestamp(0);
        let closes = |session_minutes| way_back_closes(now, now.plus_minutes(session_minutes)).0 / 60_000;
        assert_eq!([closes(1), closes(20), closes(30), closes(90)], [30, 30, 40, 60]);
    }
}
