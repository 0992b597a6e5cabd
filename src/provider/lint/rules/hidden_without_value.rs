//! Hidden fields without a value.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Hidden fields without a value.
pub(super) const RULE: Rule = Rule {
    name: "hidden-without-value",
    severity: Severity::Warning,
    about: "A field is never shown and has no default, so its value is always empty.",
    remedy: "Give it a default_value, or write automated: true where the session presets it.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields() {
        if field.hidden && !field.automated && field.default_value.is_none() && map != "integration_config" {
            found.at(&[map, field.name.as_str()], "is hidden and has no default");
        }
    }
}
