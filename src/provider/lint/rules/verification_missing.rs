//! Modes that can be checked at the service, and are not.

use super::super::super::mode::AuthMode;
use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Modes that can be checked at the service, and are not.
pub(super) const RULE: Rule = Rule {
    name: "verification-missing",
    severity: Severity::Warning,
    about: "Nothing tries the credential before it is stored, so a mistyped one is stored too.",
    remedy: "Add proxy.verification with a call that a wrong credential is refused at; where there is none, allow it with the reason.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let can_be = matches!(
        subject.mode(),
        AuthMode::ApiKey
            | AuthMode::Basic
            | AuthMode::Jwt
            | AuthMode::Signature
            | AuthMode::Tba
            | AuthMode::InstallPlugin
    );
    let is = subject.provider.proxy.verification.is_some()
        || subject.provider.credentials_verification_script.is_some();
    if can_be && !is {
        found.at(&["proxy", "verification"], "credentials are stored without having been tried");
    }
}
