//! Defaults that fail their own rule.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;
use super::value_problem;

/// Defaults that fail their own rule.
pub(super) const RULE: Rule = Rule {
    name: "default-mismatch",
    severity: Severity::Error,
    about: "A default is not accepted by its own field.",
    remedy: "Correct the default or the rule.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields() {
        let Some(default) = field.default_value.as_deref().filter(|default| !default.is_empty()) else {
            continue;
        };
        if let Some(rule) = value_problem::of(field, default) {
            let path = [map, field.name.as_str(), "default_value"];
            found.at(&path, format!("the default does not fit the field's own {rule}"));
        }
    }
}
