//! Placeholders that stay in the text.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;
use super::available;

/// Placeholders that stay in the text.
pub(super) const RULE: Rule = Rule {
    name: "placeholder-unresolved",
    severity: Severity::Error,
    about: "A template asks for a value that nothing gives it.",
    remedy: "Declare the field, name the value in token_response_metadata or redirect_uri_metadata, or correct the placeholder.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for template in subject.templates() {
        for name in template.names() {
            if !available::is_given(subject, &template.path, name) {
                found.at(&template.path(), format!("nothing gives a value to ${{{name}}} here"));
            }
        }
    }
}
