//! Secrets that other engines of the format would show while they are typed.

use super::super::super::{base, secrecy_rule};
use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Secrets that other engines of the format would show while they are typed.
pub(super) const RULE: Rule = Rule {
    name: "secret-in-clear",
    severity: Severity::Error,
    about: "A field takes a secret, and its definition does not say so.",
    remedy: "Add secret: true.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields() {
        let name = field.name.as_str();
        let known = map == "credentials" && base::built_in(name).is_some_and(|known| known.secret);
        if field.secret || known || field.automated || field.hidden || field.options.is_some() {
            continue;
        }
        if secrecy_rule::sounds_secret(name, field.title.as_deref()) || secrecy_rule::is_private_key(field) {
            found.at(&[map, name], "is a secret by its name, its title or its shape, and not marked as one");
        }
    }
}
