//! Why nobody could be sent to the service, or nothing came of the return.

use super::provider_error::ProviderError;
use crate::auth::{
    mcp::DiscoveryProblem,
    problem::{DefinitionProblem, ExchangeProblem, MissingOwner},
};

/// Why nobody can be sent to the service.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DepartureProblem {
    /// The provider's mode does not leave for the service's pages.
    #[error("this provider has no page to be sent to")]
    NotARedirectMode,
    /// The owner's part is missing.
    #[error(transparent)]
    Owner(#[from] MissingOwner),
    /// No address came of the definition.
    #[error(transparent)]
    Definition(#[from] DefinitionProblem),
    /// The definition names a grant other than the authorization code.
    #[error("the grant type {0} is not supported")]
    GrantType(String),
    /// OAuth 1: the service gave no request token.
    #[error("no request token: {0}")]
    RequestToken(ExchangeProblem),
    /// MCP: the server does not say how to connect to it.
    #[error(transparent)]
    Discovery(#[from] DiscoveryProblem),
    /// MCP: the server does not register us as a client.
    #[error("the server did not register a client: {0}")]
    Registration(ExchangeProblem),
}

impl DepartureProblem {
    /// The protocol's `error_type` (wire-protocol.md §4.4, §4.9).
    #[must_use]
    pub const fn error_type(&self) -> &'static str {
        match self {
            Self::NotARedirectMode => "auth_mode_err",
            Self::Owner(_) => "provider_config_err",
            Self::Definition(DefinitionProblem::Unresolved(_) | DefinitionProblem::Url { .. }) => {
                "url_param_err"
            }
            Self::GrantType(_) => "grant_type_err",
            Self::RequestToken(_) => "token_err",
            Self::Definition(_) | Self::Discovery(_) | Self::Registration(_) => "unknown_err",
        }
    }
}

/// Why nothing came of the return.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReturnProblem {
    /// The service sent back no code: the person said no, or the service found a fault.
    #[error("{}", no_code(.0))]
    NoCode(ProviderError),
    /// A parameter that must come back did not.
    #[error("the service did not send back {0}")]
    Missing(&'static str),
    /// The installation was only asked for: somebody else has to approve it.
    #[error("the installation was requested and still has to be approved")]
    InstallationRequested,
    /// The person may not see the installation that the return names.
    #[error("the installation belongs to somebody else")]
    ForeignInstallation,
    /// RFC 9207: the answer must name its issuer and does not.
    #[error("the answer does not say which server it comes from")]
    IssuerMissing,
    /// RFC 9207: the answer comes from another server than the one that was asked.
    #[error("the answer comes from another server than the one that was asked")]
    IssuerMismatch,
    /// What was kept belongs to another mode.
    #[error("this return belongs to another flow")]
    Mismatch,
    /// The exchange of the code brought nothing.
    #[error(transparent)]
    Exchange(#[from] ExchangeProblem),
}

impl ReturnProblem {
    /// The protocol's `error_type` (wire-protocol.md §4.5, §4.9).
    #[must_use]
    pub const fn error_type(&self) -> &'static str {
        match self {
            Self::NoCode(_) | Self::IssuerMissing | Self::IssuerMismatch | Self::ForeignInstallation => {
                "callback_err"
            }
            Self::Missing(_) => "url_param_err",
            Self::InstallationRequested => "auth_mode_err",
            Self::Mismatch => "state_err",
            Self::Exchange(_) => "unknown_err",
        }
    }

    /// `error.type` of the failure's webhook (wire-protocol.md §4.5).
    #[must_use]
    pub const fn webhook_type(&self) -> &'static str {
        match self {
            Self::NoCode(_)
            | Self::Missing(_)
            | Self::IssuerMissing
            | Self::IssuerMismatch
            | Self::ForeignInstallation => "invalid_callback",
            Self::Exchange(ExchangeProblem::Unreadable { .. } | ExchangeProblem::NoToken { .. }) => {
                "unable_to_parse_token_response"
            }
            _ => "unknown",
        }
    }
}

fn no_code(error: &ProviderError) -> String {
    if error.is_empty() { "the service sent back no code".to_owned() } else { error.to_string() }
}
