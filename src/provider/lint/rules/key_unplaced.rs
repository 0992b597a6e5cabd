//! Keys that are never sent.

use super::super::super::mode::AuthMode;
use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Keys that are never sent.
pub(super) const RULE: Rule = Rule {
    name: "credential-unplaced",
    severity: Severity::Warning,
    about: "The key is asked, and no call carries it.",
    remedy: "Put it in proxy.headers, proxy.query, proxy.body or the address.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let by_owner = subject.raw.integration_config.is_some();
    if subject.mode() == AuthMode::ApiKey
        && !by_owner
        && !subject.refers_to(&["apiKey", "credentials.apiKey"])
    {
        found.at(&["proxy"], "no call carries the key");
    }
}
