//! Why a credential was not stored, in words: the status or the reason, never the service's own answer.

use super::ApiError;
use crate::auth::check::CheckFailure;

/// The error of a failed check.
#[must_use]
pub fn error(failure: &CheckFailure) -> ApiError {
    ApiError::bad_request("connection_test_failed", message(failure))
}

fn message(failure: &CheckFailure) -> String {
    match failure {
        CheckFailure::Refused { status, host } => {
            format!("{host} did not accept these credentials: it answered with status {status}")
        }
        CheckFailure::Unclear { status, host } => {
            format!("The credentials could not be checked: {host} answered with status {status}")
        }
        CheckFailure::NoAnswer { error, host: Some(host) } => {
            format!("The credentials could not be checked at {host}: {}", error.user_message())
        }
        CheckFailure::NoAnswer { error, host: None } => {
            format!("The credentials could not be checked: {}", error.user_message())
        }
        CheckFailure::NoRequest => {
            "The credentials could not be checked: with these values the service has no address".to_owned()
        }
    }
}
