//! What can go wrong in a conversation with a service, said so that somebody can act on it. Never holds what the
//! service sent as it came: only its OAuth error code and a cleaned description.

use crate::{
    outbound::{OutboundError, RequestError},
    provider::interpolate::UrlError,
};

/// The definition and the values at hand give no request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DefinitionProblem {
    /// The definition cannot be read.
    #[error("the provider's definition cannot be read")]
    Unreadable,
    /// The definition lacks a key that its mode needs.
    #[error("the provider's definition has no {0}")]
    Missing(&'static str),
    /// The definition asks for something we do not know.
    #[error("the provider's definition has an unknown {0}")]
    Unknown(&'static str),
    /// Values that the definition names and nobody gave.
    #[error("no value for {}", .0.join(", "))]
    Unresolved(Vec<String>),
    /// A template and its values make no address.
    #[error("{key}: {problem}")]
    Url {
        /// The definition's key.
        key: &'static str,
        /// Why.
        problem: UrlError,
    },
}

/// The integration's owner has not said what the mode needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MissingOwner {
    /// No OAuth client.
    #[error("the integration has no OAuth client")]
    Client,
    /// No app.
    #[error("the integration has no app")]
    App,
    /// A value among the integration's own.
    #[error("the integration has no {0}")]
    Value(&'static str),
    /// A value among the integration's own that cannot be used.
    #[error("the integration's {0} cannot be used")]
    Unusable(&'static str),
}

/// The service said no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The host that answered.
    pub host: String,
    /// Its error code (RFC 6749 §5.2), where it sent one.
    pub error: Option<String>,
    /// What it said beside it, cleaned of everything that looks like a secret.
    pub description: Option<String>,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} answered {}", self.host, self.status)?;
        match (&self.error, &self.description) {
            (Some(error), Some(description)) => write!(f, ": {error}: {description}"),
            (Some(text), None) | (None, Some(text)) => write!(f, ": {text}"),
            (None, None) => Ok(()),
        }
    }
}

/// Why a call to a service's endpoints brought no credential.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeProblem {
    /// No request came of the definition.
    #[error(transparent)]
    Definition(#[from] DefinitionProblem),
    /// The owner's part is missing.
    #[error(transparent)]
    Owner(#[from] MissingOwner),
    /// A key or certificate cannot be read; which one.
    #[error("the {0} cannot be read")]
    BadKey(&'static str),
    /// A value that was typed and cannot be used; which one.
    #[error("the value of {0} cannot be used")]
    BadValue(&'static str),
    /// A value that a header cannot carry.
    #[error(transparent)]
    Header(#[from] RequestError),
    /// The service said no.
    #[error("{0}")]
    Refused(Refusal),
    /// The service's answer is neither a grant nor a refusal that we can read.
    #[error("the answer of {host} ({status}) cannot be read")]
    Unreadable {
        /// The HTTP status.
        status: u16,
        /// The host that answered.
        host: String,
    },
    /// The service's answer has no token where the definition says.
    #[error("the answer of {host} has no token")]
    NoToken {
        /// The host that answered.
        host: String,
    },
    /// No answer came.
    #[error("{host}: {error}")]
    NoAnswer {
        /// Why.
        error: OutboundError,
        /// The host that was asked.
        host: String,
    },
    /// The service offers nothing of the kind.
    #[error("this provider does not offer it")]
    NotOffered,
}

impl ExchangeProblem {
    /// A stable name, for logs and webhooks.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Definition(_) => "invalid_definition",
            Self::Owner(_) => "missing_client",
            Self::BadKey(_) => "invalid_key",
            Self::BadValue(_) | Self::Header(_) => "invalid_value",
            Self::Refused(_) => "refused",
            Self::Unreadable { .. } | Self::NoToken { .. } => "unable_to_parse_token_response",
            Self::NoAnswer { error, .. } => error.code(),
            Self::NotOffered => "not_offered",
        }
    }

    /// Whether the same call may succeed later without any change.
    #[must_use]
    pub const fn is_transient(&self) -> bool {
        match self {
            Self::NoAnswer { error, .. } => error.is_transient(),
            Self::Refused(refusal) => refusal.status >= 500 || refusal.status == 429,
            Self::Unreadable { status, .. } => *status >= 500 || *status == 429,
            _ => false,
        }
    }

    /// Whether the service has ended what was granted: only a new connection helps (RFC 6749 §5.2).
    #[must_use]
    pub fn is_revoked(&self) -> bool {
        matches!(self, Self::Refused(refusal) if refusal.error.as_deref() == Some("invalid_grant"))
    }
}
