//! Why a credential was not renewed.

use crate::auth::problem::ExchangeProblem;

/// Why a credential was not renewed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenewalProblem {
    /// Credentials of this kind are never renewed, or this one has nothing to be renewed with.
    #[error("this credential cannot be renewed")]
    NotRenewable,
    /// The service gave no new one.
    #[error(transparent)]
    Exchange(#[from] ExchangeProblem),
}
