//! Why a credential is not stored.

use crate::{outbound::OutboundError, provider::RefusalHint};

/// Why a credential is not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckFailure {
    /// The service answered that it does not accept it (401, 403 and their like).
    Refused {
        /// The HTTP status.
        status: u16,
        /// The host that answered.
        host: String,
        /// What the answer says about the mistake, by the definition's rules.
        hint: Option<RefusalHint>,
    },
    /// The service answered something that says nothing about the credential.
    Unclear {
        /// The HTTP status.
        status: u16,
        /// The host that answered.
        host: String,
    },
    /// No answer came.
    NoAnswer {
        /// Why.
        error: OutboundError,
        /// The host that was asked, where the address could be built.
        host: Option<String>,
    },
    /// The definition and the values give no request.
    NoRequest,
}

impl CheckFailure {
    /// Of two endpoints' failures, the one that tells a person more: a refusal before silence.
    pub(super) fn or_worse(self, other: Self) -> Self {
        let weight = |failure: &Self| match failure {
            Self::NoRequest => 0,
            Self::NoAnswer { .. } => 1,
            Self::Unclear { .. } => 2,
            Self::Refused { hint: None, .. } => 3,
            Self::Refused { hint: Some(_), .. } => 4,
        };
        if weight(&other) > weight(&self) { other } else { self }
    }
}
