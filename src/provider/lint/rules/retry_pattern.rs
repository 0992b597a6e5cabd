//! Patterns of retries that never match.

use super::super::super::pattern::Pattern;
use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Patterns of retries that never match.
pub(super) const RULE: Rule = Rule {
    name: "retry-pattern",
    severity: Severity::Warning,
    about: "The time to wait is never found in the body.",
    remedy: "Write the pattern bare, without slashes, and with one group around the time.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let retry = subject.raw.proxy.as_ref().and_then(|proxy| proxy.retry.as_ref());
    let Some(value) = retry.and_then(|retry| retry.in_body.as_ref()?.value.as_deref()) else { return };
    let path = ["proxy", "retry", "in_body", "value"];
    if value.len() > 1 && value.starts_with('/') && value.ends_with('/') {
        found.at(&path, "the slashes around the pattern are taken for slashes of the text");
    } else if let Err(error) = Pattern::parse(value) {
        found.at(&path, error.0);
    } else if !value.contains('(') {
        found.at(&path, "the pattern has no group for the time");
    }
}
