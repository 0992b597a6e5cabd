//! Hints at fields that nobody is shown.

use super::super::super::field::FieldGroup;
use super::super::super::field::Form;
use super::super::super::form::FormContext;
use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Hints at fields that nobody is shown.
pub(super) const RULE: Rule = Rule {
    name: "hint-field",
    severity: Severity::Warning,
    about: "A hint names a field that the form does not show.",
    remedy: "Name a field that is shown, as credentials.NAME or connection_config.NAME.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let form = Form::build(&subject.provider, &FormContext::default());
    for path in subject.provider.hints.fields() {
        if form.visible().any(|field| field.path == *path) {
            continue;
        }
        let map = match path.group {
            FieldGroup::Params => "connection_config",
            group => group.as_str(),
        };
        found.at(&["hints"], format!("names {map}.{}, which the form does not show", path.name));
    }
}
