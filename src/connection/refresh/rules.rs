//! What is done about a connection that is read (wire-protocol.md §9.2). Asks nobody.

use super::RefreshProblem;
use crate::{
    auth::{
        ConnectionConfig, Introduction, Subject,
        renew::{Freshness, app_jwt_has_ended, freshness},
    },
    clock::Timestamp,
    connection::OpenedConnection,
    services::Services,
    store::connection::{ConnectionRow, refresh::RefreshState},
};

/// How long nobody tries again after a failure.
const BACK_OFF_MILLIS: i64 = 30_000;
/// How short tokens live whose margin is half their life: else each read would renew them.
const SHORT_MILLIS: i64 = 2 * 15 * 60_000;
/// On how many days a refresh fails before it is given up.
const DAYS: i64 = 4;

/// What whoever reads a connection asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RefreshWish {
    /// To refresh although nothing has ended, failed or not.
    pub force: bool,
    /// To renew an app's JWT that has ended.
    pub app_jwt: bool,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// The credential is good as it is, or as good as it gets.
    Keep,
    /// It is not, and nobody tries now.
    Refuse(RefreshProblem),
    /// Only the service knows.
    Ask,
    /// It is renewed.
    Renew,
}

/// What is to be done about a connection.
pub(super) fn decide(
    services: &Services,
    row: &ConnectionRow,
    opened: &OpenedConnection,
    wish: RefreshWish,
) -> Decision {
    let now = services.clock.now();
    let Some(provider) = services.definition(&row.environment_id, &row.provider) else {
        return Decision::Keep;
    };
    let custom = ConnectionConfig::default();
    let subject = Subject {
        provider: &provider,
        owner: None,
        custom: &custom,
        connection_config: &opened.connection_config,
        redirect_uri: "",
        introduction: Introduction { client_name: "", client_metadata_url: None },
    };
    let freshness = freshness(&subject, &opened.credential, now);
    if freshness == Freshness::Fixed {
        return Decision::Keep;
    }
    if wish.force {
        return Decision::Renew;
    }
    if let Some(problem) = refusal(&row.refresh, now) {
        return Decision::Refuse(problem);
    }
    let wants_jwt = wish.app_jwt && app_jwt_has_ended(&opened.credential, now);
    match freshness {
        Freshness::Due if !is_young(row, opened, now) => Decision::Renew,
        _ if wants_jwt || was_cut_off(&row.refresh, now) => Decision::Renew,
        Freshness::AskService => Decision::Ask,
        Freshness::Due | Freshness::Fresh | Freshness::Fixed => Decision::Keep,
    }
}

/// Whether less than half of a short life has passed.
fn is_young(row: &ConnectionRow, opened: &OpenedConnection, now: Timestamp) -> bool {
    let Some(end) = opened.credential.expires_at() else { return false };
    let start = row.refresh.last_success.unwrap_or(row.created_at);
    let life = end.0.saturating_sub(start.0);
    life < SHORT_MILLIS && now.0.saturating_sub(start.0) < life / 2
}

fn refusal(state: &RefreshState, now: Timestamp) -> Option<RefreshProblem> {
    let failed_just_now = |failure: Timestamp| now.0.saturating_sub(failure.0) < BACK_OFF_MILLIS;
    if state.is_exhausted {
        Some(RefreshProblem::Exhausted)
    } else {
        state.last_failure.is_some_and(failed_just_now).then_some(RefreshProblem::BackingOff)
    }
}

/// Whether a lease has ended without an outcome: its holder stopped between asking the service and storing the answer.
pub(super) fn was_cut_off(state: &RefreshState, now: Timestamp) -> bool {
    state.lease_until.is_some_and(|until| until <= now)
}

/// On how many days refreshes have failed after one more failure, and whether that is enough.
pub(super) fn after_failure(state: &RefreshState, now: Timestamp) -> (i64, bool) {
    let attempts = match state.last_failure {
        Some(before) if before.date_time().date() < now.date_time().date() => state.attempts + 1,
        Some(_) => state.attempts.max(1),
        None => 1,
    };
    (attempts, attempts >= DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400_000;

    #[test]
    fn days_are_counted_and_not_attempts() {
        let mut state = RefreshState::default();
        let mut days = Vec::new();
        for moment in [0, 1, DAY - 1, DAY, DAY + 1, 2 * DAY, 3 * DAY] {
            let (attempts, is_exhausted) = after_failure(&state, Timestamp(moment));
            state = RefreshState { last_failure: Some(Timestamp(moment)), attempts, is_exhausted, ..state };
            days.push((attempts, is_exhausted));
        }
        let (fourth, earlier) = days.split_last().unwrap();
        assert_eq!(earlier.iter().map(|(attempts, _)| *attempts).collect::<Vec<_>>(), [1, 1, 1, 2, 2, 3]);
        assert!(earlier.iter().all(|(_, is_exhausted)| !is_exhausted));
        assert_eq!(*fourth, (4, true));
    }

    #[test]
    fn thirty_seconds_are_waited_after_a_failure() {
        let state = RefreshState { last_failure: Some(Timestamp(0)), attempts: 1, ..RefreshState::default() };
        assert_eq!(refusal(&state, Timestamp(29_999)), Some(RefreshProblem::BackingOff));
        assert_eq!(refusal(&state, Timestamp(30_000)), None);
    }
}
