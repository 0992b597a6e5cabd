//! Why a credential was not stored, in words: the status or the reason, never the service's own answer.

use super::ApiError;
use crate::{
    auth::{
        check::CheckFailure,
        problem::{DefinitionProblem, ExchangeProblem},
    },
    connection::ObtainError,
    web::error::WebError,
};

/// The error of a credential that was not obtained.
#[must_use]
pub fn error(error: &ObtainError) -> WebError {
    match error {
        ObtainError::Check(failure) => {
            ApiError::bad_request("connection_test_failed", message(failure)).into()
        }
        // Values that the addresses need and nobody gave are the caller's fault (§4.7, fixed: 400).
        ObtainError::Token(ExchangeProblem::Definition(
            problem @ (DefinitionProblem::Unresolved(_) | DefinitionProblem::Url { .. }),
        )) => ApiError::bad_request("invalid_query_params", problem.to_string()).into(),
        ObtainError::Token(problem) => {
            let message = format!("The client got no token: {problem}");
            ApiError::legacy("client_credentials_fetch_error", message).into()
        }
        ObtainError::Signed(mode, problem) => super::signed::failure(*mode, problem).into(),
        ObtainError::Login(problem) => super::two_step::failure(problem).into(),
        ObtainError::NoClient => ApiError::legacy("missing_client_id", "The body has no client_id").into(),
        ObtainError::Sealed(_) => WebError::Internal(error.to_string()),
    }
}

fn message(failure: &CheckFailure) -> String {
    match failure {
        CheckFailure::Refused { status, host, .. } => {
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
