//! Examples that fail their own rule.

use super::super::super::schema::FieldSchema;
use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;
use super::value_problem;

/// Examples that fail their own rule.
pub(super) const RULE: Rule = Rule {
    name: "example-mismatch",
    severity: Severity::Warning,
    about: "An example is not accepted by the field that it explains.",
    remedy: "Correct the example or the rule; write … for the part of a secret that is left out.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields() {
        let Some(example) = field.example.as_deref() else { continue };
        if let Some(problem) = problem(field, example).filter(|_| !is_masked(example)) {
            found.at(&[map, field.name.as_str(), "example"], problem);
        }
    }
}

/// What an example fails.
pub(super) fn problem(field: &FieldSchema, example: &str) -> Option<String> {
    value_problem::of(field, example).map(|rule| format!("the example does not fit the field's own {rule}"))
}

/// Whether a part of it is left out on purpose.
pub(super) fn is_masked(example: &str) -> bool {
    ["***", "...", "…", "xxx", "XXX", "•••"].iter().any(|mask| example.contains(mask))
}
