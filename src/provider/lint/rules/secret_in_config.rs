//! Secrets that stand among the connection's parameters.

use super::super::super::mode::AuthMode;
use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Secrets that stand among the connection's parameters.
pub(super) const RULE: Rule = Rule {
    name: "secret-outside-credentials",
    severity: Severity::Warning,
    about: "A secret is asked under connection_config, where other engines keep it as plain text.",
    remedy: "Move the field to credentials, and refer to it as credentials.NAME.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    if !matches!(subject.mode(), AuthMode::TwoStep | AuthMode::Jwt) {
        // In the other modes the credentials are a closed set.
        return;
    }
    for (map, field) in subject.fields().filter(|(map, field)| *map == "connection_config" && field.secret) {
        if !field.automated {
            found.at(
                &[map, field.name.as_str()],
                "is marked as a secret, and does not stand under credentials",
            );
        }
    }
}
