//! Values in the authority of an address must have a whole shape (security.md G2).

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Values in the authority of an address must have a whole shape (security.md G2).
pub(super) const RULE: Rule = Rule {
    name: "host-unanchored",
    severity: Severity::Error,
    about: "A value decides to which host credentials are sent, and its definition does not say what it may look like.",
    remedy: "Give it options, format: hostname, or a pattern that begins with ^ and ends with $.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields() {
        let name = field.name.as_str();
        let parameter = match map {
            "connection_config" => name.to_owned(),
            "credentials" => format!("credentials.{name}"),
            _ => continue,
        };
        let stands_in_host = !subject.provider.authority_roles(&parameter).is_empty();
        if field.automated
            || field.hidden
            || !stands_in_host
            || field.options.is_some()
            || field.format.is_some()
        {
            continue;
        }
        match &field.pattern {
            None => found.at(&[map, name], "stands in the host of an address, and any text would do"),
            Some(pattern) if !pattern.is_anchored() => {
                found.at(
                    &[map, name, "pattern"],
                    "stands in the host of an address, and its pattern is open at an end",
                );
            }
            Some(_) => {}
        }
    }
}
