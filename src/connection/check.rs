//! Trying credentials for a session: a few at once, and slower after each refusal, so that one session is no oracle for
//! stolen credentials and cannot use up the way out for all others (security.md G3).

use std::{sync::Arc, time::Duration};

use tokio::sync::Semaphore;

use super::conversation;
use crate::{
    auth::{
        ConnectionConfig, Credential,
        check::{self, CheckFailure, Checked},
        problem::ExchangeProblem,
    },
    id::SessionId,
    outbound::OutboundError,
    provider::Provider,
    recent::Recent,
    services::Services,
};

/// Checks of one session that may run at once.
const AT_ONCE: usize = 2;
/// Refusals without a wait.
const FREE: u32 = 5;
/// The longest wait before a check.
const LONGEST_WAIT: Duration = Duration::from_secs(8);
/// All endpoints of one check together.
const WHOLE_CHECK: Duration = Duration::from_secs(25);
const SESSIONS: usize = 100_000;
const FORGET: Duration = Duration::from_hours(1);

/// What is known of the sessions that check credentials.
pub struct CheckGate(Recent<String, Arc<Gate>>);

struct Gate {
    places: Semaphore,
    refusals: std::sync::atomic::AtomicU32,
}

impl CheckGate {
    /// Nobody has checked anything yet.
    #[must_use]
    pub fn new() -> Self {
        Self(Recent::used_within(SESSIONS, FORGET))
    }

    fn of(&self, session: &SessionId) -> Arc<Gate> {
        let new = || {
            Arc::new(Gate { places: Semaphore::new(AT_ONCE), refusals: std::sync::atomic::AtomicU32::new(0) })
        };
        self.0.get_or_make(session.as_str(), new)
    }
}

impl Default for CheckGate {
    fn default() -> Self {
        Self::new()
    }
}

/// Tries a credential at its service, on behalf of a session.
pub async fn check(
    services: &Services,
    session: &SessionId,
    provider: &Provider,
    credential: &Credential,
    config: &ConnectionConfig,
) -> Result<Checked, CheckFailure> {
    if !check::is_declared(provider) {
        return Ok(Checked::NotDeclared);
    }
    let check = check::check(conversation(services), provider, credential, config);
    gated(services, session, check).await
}

/// Why a gated call was refused, or could not be made.
pub(super) trait Refusal {
    /// No answer came of it.
    fn no_answer(error: OutboundError) -> Self;
    /// Whether the service did not accept the credentials.
    fn is_refusal(&self) -> bool;
}

impl Refusal for CheckFailure {
    fn no_answer(error: OutboundError) -> Self {
        Self::NoAnswer { error, host: None }
    }

    fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused { .. })
    }
}

impl Refusal for ExchangeProblem {
    fn no_answer(error: OutboundError) -> Self {
        Self::NoAnswer { error, host: String::new() }
    }

    fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::NoToken { .. })
    }
}

/// A call with what somebody typed, on behalf of a session.
pub(super) async fn gated<T, E: Refusal>(
    services: &Services,
    session: &SessionId,
    call: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    let gate = services.checks.of(session);
    let Ok(_place) = gate.places.try_acquire() else { return Err(E::no_answer(OutboundError::Busy)) };
    tokio::time::sleep(wait(gate.refusals.load(std::sync::atomic::Ordering::Relaxed))).await;
    let called = tokio::time::timeout(WHOLE_CHECK, call);
    let outcome = called.await.unwrap_or_else(|_| Err(E::no_answer(OutboundError::TimedOut)));
    if outcome.as_ref().is_err_and(E::is_refusal) {
        gate.refusals.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    }
    outcome
}

/// Half a second after the fifth refusal, then twice as long each time.
fn wait(refusals: u32) -> Duration {
    match refusals.checked_sub(FREE) {
        None => Duration::ZERO,
        Some(beyond) => Duration::from_millis(500 << beyond.min(5)).min(LONGEST_WAIT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_refusals_are_free_and_then_waits_double_up_to_eight_seconds() {
        let waits: Vec<u128> = (0..12).map(|refusals| wait(refusals).as_millis()).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 500, 1000, 2000, 4000, 8000, 8000, 8000]);
    }
}
