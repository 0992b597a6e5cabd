//! Why a flow came to nothing: a stable code in its row, the protocol's type on the socket, a sentence on our pages.

use crate::auth::{
    problem::{DefinitionProblem, ExchangeProblem},
    redirect::{DepartureProblem, ReturnProblem},
};

macro_rules! failures {
    ($($(#[$doc:meta])* $variant:ident = $code:literal as $error_type:literal,)*) => {
        /// Why a flow came to nothing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FlowFailure {
            $($(#[$doc])* $variant,)*
        }

        impl FlowFailure {
            /// Every failure.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The stable code, as it is stored.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The protocol's type (wire-protocol.md §4.9).
            #[must_use]
            pub const fn error_type(self) -> &'static str {
                match self { $(Self::$variant => $error_type,)* }
            }

            /// The failure of a stored code; one that we do not know is [`Self::Unknown`].
            #[must_use]
            pub fn of_code(code: &str) -> Self {
                match code { $($code => Self::$variant,)* _ => Self::Unknown }
            }
        }
    };
}

failures! {
    /// The person said no at the service.
    Denied = "access_denied" as "callback_err",
    /// The service sent no code, or not all that it must send.
    NoCode = "no_code" as "callback_err",
    /// The installation still has to be approved by somebody else.
    ApprovalRequested = "approval_requested" as "callback_err",
    /// The answer is not from the server that was asked (RFC 9207).
    OtherServer = "issuer_mismatch" as "callback_err",
    /// The service refused the token request.
    TokenRefused = "token_refused" as "token_err",
    /// The service's answer cannot be read.
    Unreadable = "unable_to_parse_token_response" as "unknown_err",
    /// The service did not answer.
    NoAnswer = "service_unreachable" as "unknown_err",
    /// The owner's OAuth client or app is missing or wrong.
    Owner = "provider_config_err" as "provider_config_err",
    /// The provider is not defined here any more.
    NoDefinition = "unknown_config_key" as "unknown_config_key",
    /// The provider has another definition in this environment since the person left.
    DefinitionChanged = "definition_changed" as "provider_config_err",
    /// The definition's mode or grant cannot be used this way.
    Mode = "auth_mode_err" as "auth_mode_err",
    /// A value that the service's address needs is missing or wrong.
    Values = "url_param_err" as "url_param_err",
    /// The installation that came back belongs to somebody else.
    ForeignInstallation = "foreign_installation" as "callback_err",
    /// The service did not accept the owner's credentials.
    CheckFailed = "connection_test_failed" as "connection_test_failed",
    /// The session is unknown or over.
    NoSession = "unknown_connect_session_token" as "state_err",
    /// The session does not allow the integration.
    NotAllowed = "integration_not_allowed" as "provider_config_err",
    /// The session's connections have to be exchanged, and a popup of the SDK cannot carry the code.
    NoWayForCode = "exchange_needs_connect_ui" as "auth_mode_err",
    /// The session asks who is there, which only its hosted link can.
    Unverified = "verification_required" as "state_err",
    /// Nobody came back in time.
    Expired = "flow_expired" as "unknown_err",
    /// The person cancelled on our page.
    Cancelled = "cancelled" as "unknown_err",
    /// The session was ended, or the integration deleted, meanwhile.
    Gone = "session_ended" as "unknown_err",
    /// The connection that was to be connected anew was deleted.
    ConnectionGone = "connection_deleted" as "unknown_err",
    /// The database did not take it.
    NotStored = "not_stored" as "unknown_err",
    /// Anything else.
    Unknown = "unknown_err" as "unknown_err",
}

impl From<&DepartureProblem> for FlowFailure {
    fn from(problem: &DepartureProblem) -> Self {
        match problem {
            DepartureProblem::NotARedirectMode | DepartureProblem::GrantType(_) => Self::Mode,
            DepartureProblem::Owner(_) => Self::Owner,
            DepartureProblem::Definition(problem) => Self::of_definition(problem),
            DepartureProblem::RequestToken(problem) | DepartureProblem::Registration(problem) => {
                Self::from(problem)
            }
            DepartureProblem::Discovery(_) => Self::Values,
        }
    }
}

impl From<&ReturnProblem> for FlowFailure {
    fn from(problem: &ReturnProblem) -> Self {
        match problem {
            ReturnProblem::NoCode(said) if said.is_denied() => Self::Denied,
            ReturnProblem::NoCode(_) | ReturnProblem::Missing(_) => Self::NoCode,
            ReturnProblem::InstallationRequested => Self::ApprovalRequested,
            ReturnProblem::IssuerMissing | ReturnProblem::IssuerMismatch => Self::OtherServer,
            ReturnProblem::ForeignInstallation => Self::ForeignInstallation,
            ReturnProblem::Mismatch => Self::Unknown,
            ReturnProblem::Exchange(problem) => Self::from(problem),
        }
    }
}

impl From<&ExchangeProblem> for FlowFailure {
    fn from(problem: &ExchangeProblem) -> Self {
        match problem {
            ExchangeProblem::Definition(problem) => Self::of_definition(problem),
            ExchangeProblem::BadValue(_) => Self::Values,
            ExchangeProblem::Owner(_) | ExchangeProblem::BadKey(_) | ExchangeProblem::Header(_) => {
                Self::Owner
            }
            // RFC 6749 §5.2: the client itself is not accepted.
            ExchangeProblem::Refused(refusal)
                if matches!(refusal.error.as_deref(), Some("invalid_client" | "unauthorized_client")) =>
            {
                Self::Owner
            }
            ExchangeProblem::Refused(refusal) if refusal.status >= 500 => Self::NoAnswer,
            ExchangeProblem::Refused(_) => Self::TokenRefused,
            ExchangeProblem::Unreadable { .. } | ExchangeProblem::NoToken { .. } => Self::Unreadable,
            ExchangeProblem::NoAnswer { .. } => Self::NoAnswer,
            ExchangeProblem::NotOffered => Self::Mode,
        }
    }
}

impl FlowFailure {
    const fn of_definition(problem: &DefinitionProblem) -> Self {
        match problem {
            DefinitionProblem::Unresolved(_) | DefinitionProblem::Url { .. } => Self::Values,
            DefinitionProblem::Unreadable | DefinitionProblem::Missing(_) | DefinitionProblem::Unknown(_) => {
                Self::NoDefinition
            }
        }
    }
}
