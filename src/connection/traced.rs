//! What the verbs of a connection note of an attempt. Codes and cleaned sentences only.

use super::{Attempt, FlowFailure, ObtainError};
use crate::{
    auth::check::CheckFailure,
    services::Services,
    store::flow::ClaimedFlow,
    trace::{Code, Step, Subject},
};

impl Attempt<'_> {
    /// Notes what happened in it.
    pub(super) fn note(&self, services: &Services, step: Step) {
        let subject = Subject::Integration(self.session_id.clone(), self.integration_key.to_owned());
        services.traces.note(services.clock.now(), subject, step);
    }
}

impl FlowFailure {
    /// The same among the codes of attempts.
    #[must_use]
    pub fn trace_code(self) -> Code {
        Code::parse(self.code()).unwrap_or(Code::Unknown)
    }

    /// The same as a step of an attempt, with what else is known.
    #[must_use]
    pub fn step(self, detail: Option<String>) -> Step {
        Step::Refused(self.trace_code(), detail)
    }
}

/// Notes what happened to whoever came back.
pub(super) fn note(services: &Services, flow: &ClaimedFlow, step: Step) {
    let subject = Subject::Integration(flow.session_id.clone(), flow.integration_key.clone());
    services.traces.note(services.clock.now(), subject, step);
}

/// Why nothing is stored, as a step.
pub(super) fn refused(error: &ObtainError) -> Step {
    match error {
        ObtainError::Check(failure) => {
            let (code, detail) = of_check(failure);
            Step::Refused(code, detail)
        }
        ObtainError::Token(problem) | ObtainError::Signed(_, problem) | ObtainError::Login(problem) => {
            FlowFailure::from(problem).step(Some(problem.to_string()))
        }
        ObtainError::NoClient => Step::Refused(Code::Values, None),
        ObtainError::Sealed(_) => Step::Refused(Code::Unknown, None),
    }
}

fn of_check(failure: &CheckFailure) -> (Code, Option<String>) {
    let answered = |host: &str, status: u16| Some(format!("{host} answered {status}"));
    match failure {
        CheckFailure::Refused { status, host, .. } => (Code::CredentialsRefused, answered(host, *status)),
        CheckFailure::Unclear { status, host } => (Code::CheckUnclear, answered(host, *status)),
        CheckFailure::NoAnswer { error, host } => {
            let host = host.as_deref().unwrap_or("the service");
            (Code::NoAnswer, Some(format!("{host}: {}", error.code())))
        }
        CheckFailure::NoRequest => (Code::CheckImpossible, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_of_a_flow_is_among_the_codes_of_attempts() {
        for failure in FlowFailure::ALL {
            assert_eq!(failure.trace_code().as_str(), failure.code());
        }
    }
}
