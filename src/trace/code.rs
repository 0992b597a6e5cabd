//! The catalogue of what can go wrong in an attempt: stable codes, and who can do something about each. What each means
//! and what to do stands in `locales/*/codes.ftl`, by the keys of `web/code_words.rs`.

/// Who can do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// The person who connects.
    EndUser,
    /// Whoever integrates: the application's backend, the integration's settings.
    Owner,
    /// The service.
    Service,
    /// Whoever runs this server.
    Operator,
}

macro_rules! codes {
    ($($variant:ident = $code:literal by $party:ident,)*) => {
        /// What went wrong; its code never changes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "what each means stands in locales/en/codes.ftl")]
        pub enum Code {
            $($variant,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The stable code.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The code of a text.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($code => Some(Self::$variant),)* _ => None }
            }

            /// Who can do something about it.
            #[must_use]
            pub const fn party(self) -> Party {
                match self { $(Self::$variant => Party::$party,)* }
            }
        }
    };
}

codes! {
    // What was typed.
    FieldsRefused = "fields_refused" by EndUser,
    CredentialsRefused = "credentials_refused" by EndUser,
    CheckUnclear = "check_unclear" by Service,
    CheckImpossible = "check_impossible" by Owner,
    // The way to a service and back: the codes of a flow.
    Denied = "access_denied" by EndUser,
    NoCode = "no_code" by Service,
    ApprovalRequested = "approval_requested" by EndUser,
    OtherServer = "issuer_mismatch" by Service,
    TokenRefused = "token_refused" by Owner,
    Unreadable = "unable_to_parse_token_response" by Service,
    NoAnswer = "service_unreachable" by Service,
    Owner = "provider_config_err" by Owner,
    NoDefinition = "unknown_config_key" by Owner,
    DefinitionChanged = "definition_changed" by EndUser,
    Mode = "auth_mode_err" by Owner,
    Values = "url_param_err" by EndUser,
    ForeignInstallation = "foreign_installation" by EndUser,
    CheckFailed = "connection_test_failed" by Owner,
    NoSession = "unknown_connect_session_token" by Owner,
    NotAllowed = "integration_not_allowed" by Owner,
    NoWayForCode = "exchange_needs_connect_ui" by Owner,
    Unverified = "verification_required" by EndUser,
    Expired = "flow_expired" by EndUser,
    Cancelled = "cancelled" by EndUser,
    Gone = "session_ended" by EndUser,
    ConnectionGone = "connection_deleted" by Owner,
    NotStored = "not_stored" by Operator,
    Unknown = "unknown_err" by Operator,
    // Around it.
    NotVerified = "not_verified" by EndUser,
    PopupBlocked = "popup_blocked" by EndUser,
    PopupClosed = "popup_closed" by EndUser,
    // Afterwards.
    LookupFailed = "lookup_failed" by Service,
    RefreshRefused = "refresh_token_external_error" by EndUser,
    RefreshInterrupted = "refresh_interrupted" by EndUser,
}
