//! Why a look-up brought nothing, said so that somebody can act on it. Never holds what the service sent.

use crate::{
    auth::problem::DefinitionProblem,
    outbound::{OutboundError, RequestError},
};

/// Why a look-up brought nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LookupProblem {
    /// No request came of the definition.
    #[error(transparent)]
    Definition(#[from] DefinitionProblem),
    /// The credential cannot be sent.
    #[error("the credential cannot be sent in a header")]
    Header,
    /// The credential is of a kind that this look-up cannot use.
    #[error("the credential is not of the kind that this look-up needs")]
    Credential,
    /// No answer came.
    #[error("{host}: {error}")]
    NoAnswer {
        /// Who was asked.
        host: String,
        /// Why.
        error: OutboundError,
    },
    /// The service refused, or failed.
    #[error("{host} answered {status}")]
    Status {
        /// Who answered.
        host: String,
        /// The HTTP status.
        status: u16,
    },
    /// The answer came from elsewhere, or is no JSON.
    #[error("{host} gave an answer that cannot be read")]
    Unreadable {
        /// Who answered.
        host: String,
    },
    /// The answer does not have it.
    #[error("the answer names no {0}")]
    Missing(&'static str),
    /// The answer names several, and nothing says which one is meant.
    #[error("the account has {count} to choose from: connect it with `{choice}` filled in")]
    Several {
        /// How many.
        count: usize,
        /// The value that would say which one.
        choice: &'static str,
    },
    /// None of those that the answer names is the one that was asked for.
    #[error("the account has nothing that fits the value of `{0}`")]
    NotThere(&'static str),
    /// The answer's value may not stand where the definition puts it.
    #[error("the service named a value for `{0}` that cannot be used there")]
    Unfit(String),
}

impl LookupProblem {
    /// Whether the same question will get the same answer for a while.
    #[must_use]
    pub const fn lasts(&self) -> bool {
        match self {
            Self::NoAnswer { error, .. } => !error.is_transient(),
            Self::Status { status, .. } => !matches!(status, 408 | 425 | 429 | 500..=599),
            _ => true,
        }
    }
}

impl From<RequestError> for LookupProblem {
    fn from(_: RequestError) -> Self {
        Self::Header
    }
}
