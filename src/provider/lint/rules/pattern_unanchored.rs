//! Patterns that are open at an end.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Patterns that are open at an end.
pub(super) const RULE: Rule = Rule {
    name: "pattern-unanchored",
    severity: Severity::Warning,
    about: "A pattern is found anywhere in a value, so that it says little.",
    remedy: "Begin it with ^ and end it with $.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields() {
        let name = field.name.as_str();
        if field.pattern.as_ref().is_some_and(|pattern| !pattern.is_anchored()) {
            found.at(&[map, name, "pattern"], "accepts values that only contain what it describes");
        }
    }
}
