//! What the codes of attempts mean, who can do something, and what: the keys of their texts.

use crate::trace::{Code, Party};

/// The key of what a code means, and of what to do.
#[must_use]
pub const fn keys(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::FieldsRefused => ("code-fields-refused", "code-fields-refused-remedy"),
        Code::CredentialsRefused => ("code-credentials-refused", "code-credentials-refused-remedy"),
        Code::CheckUnclear => ("code-check-unclear", "code-check-unclear-remedy"),
        Code::CheckImpossible => ("code-check-impossible", "code-check-impossible-remedy"),
        Code::Denied => ("code-access-denied", "code-access-denied-remedy"),
        Code::NoCode => ("code-no-code", "code-no-code-remedy"),
        Code::ApprovalRequested => ("code-approval-requested", "code-approval-requested-remedy"),
        Code::OtherServer => ("code-issuer-mismatch", "code-issuer-mismatch-remedy"),
        Code::TokenRefused => ("code-token-refused", "code-token-refused-remedy"),
        Code::Unreadable => {
            ("code-unable-to-parse-token-response", "code-unable-to-parse-token-response-remedy")
        }
        Code::NoAnswer => ("code-service-unreachable", "code-service-unreachable-remedy"),
        Code::Owner => ("code-provider-config-err", "code-provider-config-err-remedy"),
        Code::NoDefinition => ("code-unknown-config-key", "code-unknown-config-key-remedy"),
        Code::DefinitionChanged => ("code-definition-changed", "code-definition-changed-remedy"),
        Code::Mode => ("code-auth-mode-err", "code-auth-mode-err-remedy"),
        Code::Values => ("code-url-param-err", "code-url-param-err-remedy"),
        Code::ForeignInstallation => ("code-foreign-installation", "code-foreign-installation-remedy"),
        Code::CheckFailed => ("code-connection-test-failed", "code-connection-test-failed-remedy"),
        Code::NoSession => {
            ("code-unknown-connect-session-token", "code-unknown-connect-session-token-remedy")
        }
        Code::NotAllowed => ("code-integration-not-allowed", "code-integration-not-allowed-remedy"),
        Code::NoWayForCode => ("code-exchange-needs-connect-ui", "code-exchange-needs-connect-ui-remedy"),
        Code::Unverified => ("code-verification-required", "code-verification-required-remedy"),
        Code::Expired => ("code-flow-expired", "code-flow-expired-remedy"),
        Code::Cancelled => ("code-cancelled", "code-cancelled-remedy"),
        Code::Gone => ("code-session-ended", "code-session-ended-remedy"),
        Code::ConnectionGone => ("code-connection-deleted", "code-connection-deleted-remedy"),
        Code::NotStored => ("code-not-stored", "code-not-stored-remedy"),
        Code::Unknown => ("code-unknown-err", "code-unknown-err-remedy"),
        Code::NotVerified => ("code-not-verified", "code-not-verified-remedy"),
        Code::PopupBlocked => ("code-popup-blocked", "code-popup-blocked-remedy"),
        Code::PopupClosed => ("code-popup-closed", "code-popup-closed-remedy"),
        Code::LookupFailed => ("code-lookup-failed", "code-lookup-failed-remedy"),
        Code::RefreshRefused => {
            ("code-refresh-token-external-error", "code-refresh-token-external-error-remedy")
        }
        Code::RefreshInterrupted => ("code-refresh-interrupted", "code-refresh-interrupted-remedy"),
    }
}

/// The key of who can do something.
#[must_use]
pub const fn party(party: Party) -> &'static str {
    match party {
        Party::EndUser => "code-by-end-user",
        Party::Owner => "code-by-owner",
        Party::Service => "code-by-service",
        Party::Operator => "code-by-operator",
    }
}
