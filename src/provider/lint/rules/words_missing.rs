//! Fields without words.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Fields without words.
pub(super) const RULE: Rule = Rule {
    name: "words-missing",
    severity: Severity::Warning,
    about: "A field is shown without saying what it is or where to find it.",
    remedy: "Write title and description for the person who has the service open in another tab.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields() {
        if field.hidden || field.automated {
            continue;
        }
        for (key, text) in [("title", &field.title), ("description", &field.description)] {
            if text.is_none() {
                found.at(&[map, field.name.as_str()], format!("{key} is missing"));
            }
        }
    }
}
