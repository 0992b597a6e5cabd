//! Token parameters that other engines send on refresh.

use super::super::super::mode::AuthMode;
use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Token parameters that other engines send on refresh.
pub(super) const RULE: Rule = Rule {
    name: "refresh-grant",
    severity: Severity::Note,
    about: "Other engines of the format would send this grant_type when they refresh; we send refresh_token.",
    remedy: "Add refresh_params with grant_type: refresh_token.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let raw = &subject.raw;
    let params = raw.token_params.as_ref().filter(|_| raw.refresh_params.is_none());
    let consent = matches!(subject.mode(), AuthMode::OAuth2 | AuthMode::McpOAuth2);
    let grant = params.and_then(|params| params.get("grant_type")).filter(|_| consent);
    if grant.is_some_and(|grant| grant != "refresh_token") {
        found.at(&["token_params", "grant_type"], "is sent on refresh too where refresh_params is missing");
    }
    for name in raw
        .refresh_params
        .iter()
        .flatten()
        .filter(|(_, value)| value.as_str().is_some_and(|v| v.contains("${")))
    {
        found.at(&["refresh_params", name.0], "other engines send the placeholder as it stands");
    }
}
