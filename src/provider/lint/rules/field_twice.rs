//! Fields that are asked twice.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Fields that are asked twice.
pub(super) const RULE: Rule = Rule {
    name: "field-twice",
    severity: Severity::Warning,
    about: "Two maps ask for a field of the same name, and only one of the values counts.",
    remedy: "Keep it where it belongs: secrets under credentials.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for field in &subject.provider.connection_config {
        if subject.provider.credentials.iter().any(|credential| credential.name == field.name) {
            let what = "is asked under credentials too, and that value counts";
            found.at(&["connection_config", field.name.as_str()], what);
        }
    }
}
