//! Examples that fail their own rule because they are masked.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;
use super::example_mismatch;

/// Examples that fail their own rule because they are masked.
pub(super) const RULE: Rule = Rule {
    name: "example-masked",
    severity: Severity::Note,
    about: "An example leaves a part out and does not fit the field's rule.",
    remedy: "Nothing, if the part is left out on purpose.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields() {
        let Some(example) = field.example.as_deref().filter(|example| example_mismatch::is_masked(example))
        else {
            continue;
        };
        if let Some(problem) = example_mismatch::problem(field, example) {
            found.at(&[map, field.name.as_str(), "example"], format!("{problem}; a part of it is left out"));
        }
    }
}
