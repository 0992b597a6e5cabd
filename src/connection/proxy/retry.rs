//! Whether a call is tried again, and after which wait (wire-protocol.md §7.4).

mod wait;

use std::time::Duration;

use super::Call;
use crate::{
    clock::Clock,
    outbound::{StreamError, StreamedAnswer},
    provider::RetryRules,
};

/// The longest wait. Who is told to wait longer gets the answer at once, and decides himself.
const LONGEST: Duration = Duration::from_mins(10);

/// What is still to be tried.
pub(super) struct Retries {
    rules: RetryRules,
    left: u32,
    done: u32,
    retry_on: Vec<u16>,
    /// Whether the body can be sent again.
    can_repeat: bool,
}

/// What comes of an attempt.
pub(super) enum Verdict {
    /// That was it; and whether only the body that has passed kept it from being tried again.
    Final(Result<StreamedAnswer, StreamError>, bool),
    /// Once more, after this wait.
    Again(Duration),
}

impl Retries {
    pub(super) fn new(rules: Option<RetryRules>, call: &Call, can_repeat: bool) -> Self {
        let (left, retry_on) = (call.retries, call.retry_on.clone());
        Self { rules: rules.unwrap_or_default(), left, done: 0, retry_on, can_repeat }
    }

    pub(super) async fn judge(
        &mut self,
        clock: &Clock,
        answer: Result<StreamedAnswer, StreamError>,
    ) -> Verdict {
        let is_retryable = match &answer {
            Ok(answer) => self.is_retryable(answer),
            Err(StreamError::Call(error)) => error.is_transient(),
            Err(StreamError::BodyHasPassed) => false,
        };
        if !is_retryable || self.left == 0 {
            return Verdict::Final(answer, false);
        }
        if !self.can_repeat {
            return Verdict::Final(answer, true);
        }
        let asked = match &answer {
            Ok(answer) => wait::asked_by_headers(&self.rules, &answer.headers, clock.now()),
            Err(_) => None,
        };
        let wait = asked
            .unwrap_or_else(|| Duration::from_secs(3).saturating_mul(1 << self.done.min(8)).min(LONGEST));
        if wait > LONGEST {
            return Verdict::Final(answer, false);
        }
        self.left -= 1;
        self.done += 1;
        Verdict::Again(wait)
    }

    fn is_retryable(&self, answer: &StreamedAnswer) -> bool {
        let status = answer.status.as_u16();
        let by_status = match &self.rules.statuses {
            Some(statuses) => statuses.iter().any(|range| range.contains(&status)),
            None => status >= 500 || status == 429 || status == 401,
        };
        let nothing_left = || {
            let name = self.rules.remaining.as_deref();
            let value = name.and_then(|name| answer.headers.get(name)).and_then(|value| value.to_str().ok());
            !answer.status.is_success() && value == Some("0")
        };
        by_status || self.retry_on.contains(&status) || nothing_left()
    }
}
