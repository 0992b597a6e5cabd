//! Options with rules for texts.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Options with rules for texts.
pub(super) const RULE: Rule = Rule {
    name: "enum-with-rule",
    severity: Severity::Warning,
    about: "A select box has no room for what is said of a text field, and ignores it.",
    remedy: "Remove format, pattern, prefix and suffix beside enum.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields().filter(|(_, field)| field.options.is_some()) {
        let ignored = [
            ("format", field.format.is_some()),
            ("pattern", field.pattern.is_some()),
            ("prefix", field.prefix.is_some()),
            ("suffix", field.suffix.is_some()),
        ];
        for (key, _) in ignored.iter().filter(|(_, is_there)| *is_there) {
            found.at(&[map, field.name.as_str(), key], "has no effect beside enum");
        }
    }
}
