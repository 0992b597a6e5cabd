//! What can go wrong on the way out, and what of it a user may be told.

use super::address::AddressKind;

/// Why a target may not be reached. For logs; users learn only that it is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ForbiddenReason {
    /// The address is not one of the public internet.
    #[error("the address is {0:?}")]
    Address(AddressKind),
    /// Neither https nor an allowed target.
    #[error("the scheme is not https")]
    Scheme,
    /// Neither 443 nor the definition's port nor an allowed target.
    #[error("the port is neither 443 nor the definition's")]
    Port,
    /// A redirect that would take the body to another origin.
    #[error("a redirect asks for the body at another origin")]
    BodyToOtherOrigin,
}

/// A call that brought no answer. Never holds what the other side sent, nor the address that was called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutboundError {
    /// The target may not be reached from here.
    #[error("forbidden target: {0}")]
    Forbidden(ForbiddenReason),
    /// The host's name has no address.
    #[error("the host name has no address")]
    UnresolvedHost,
    /// No connection, or it broke.
    #[error("the host cannot be reached")]
    Unreachable,
    /// No whole answer in time.
    #[error("the host did not answer in time")]
    TimedOut,
    /// No trusted encrypted connection.
    #[error("no trusted TLS connection")]
    Tls,
    /// The answer is larger than we read.
    #[error("the answer is too large")]
    TooLarge,
    /// More redirects than we follow.
    #[error("too many redirects")]
    TooManyRedirects,
    /// No URL that can be called.
    #[error("the URL cannot be called")]
    BadUrl,
    /// Too many calls are under way, to this host or at all.
    #[error("too many calls are under way")]
    Busy,
}

impl OutboundError {
    /// A stable name of the kind of error: the key of its text in the user's language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Forbidden(_) => "forbidden_target",
            Self::UnresolvedHost => "unresolved_host",
            Self::Unreachable => "unreachable_host",
            Self::TimedOut => "timed_out",
            Self::Tls => "tls_failed",
            Self::TooLarge => "answer_too_large",
            Self::TooManyRedirects => "too_many_redirects",
            Self::BadUrl => "bad_url",
            Self::Busy => "too_busy",
        }
    }

    /// What a user can be told, in English.
    #[must_use]
    pub const fn user_message(&self) -> &'static str {
        match self {
            Self::Forbidden(_) => "This address cannot be used here.",
            Self::UnresolvedHost => "There is no server with this address. Check its spelling.",
            Self::Unreachable => "The server could not be reached.",
            Self::TimedOut => "The server did not answer in time.",
            Self::Tls => "The server has no certificate that can be trusted.",
            Self::TooLarge => "The server sent an answer that is too large.",
            Self::TooManyRedirects => "The server kept sending us elsewhere.",
            Self::BadUrl => "This is no address of a server.",
            Self::Busy => "Too many checks are under way. Try again in a moment.",
        }
    }

    /// Whether the same call may succeed later without any change.
    #[must_use]
    pub const fn is_transient(&self) -> bool {
        matches!(self, Self::Unreachable | Self::TimedOut | Self::Busy)
    }
}

/// A header that HTTP cannot carry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// The name is no header name.
    #[error("`{0}` is no header name")]
    HeaderName(String),
    /// The value has line breaks or other control characters.
    #[error("the value for the header `{0}` has characters that a header cannot carry")]
    HeaderValue(String),
}
