use super::*;
use crate::clock::Timestamp;

mod functions;
mod names;
mod placement;
mod urls;

const RANDOM: &str = "2f1d6b4e-8f0a-4c55-9d7e-0a1b2c3d4e5f";

/// 2024-03-09T07:05:03.042Z, a Saturday.
fn moment() -> Timestamp {
    Timestamp::parse_rfc3339("2024-03-09T07:05:03.042Z").unwrap()
}

#[expect(clippy::needless_pass_by_value, reason = "a literal reads best as it is")]
fn scope(json: serde_json::Value) -> Scope {
    Scope::from_json(&json)
}

fn flat_text(template: &str, scope: &Scope) -> String {
    flat(template, Context::new(scope, moment(), RANDOM)).as_str().to_owned()
}

fn path_text(template: &str, scope: &Scope) -> String {
    path(template, Context::new(scope, moment(), RANDOM)).as_str().to_owned()
}

fn check_table(fill: fn(&str, &Scope) -> String, scope: &Scope, table: &[(&str, &str)]) {
    for (template, expected) in table {
        assert_eq!(fill(template, scope), *expected, "template {template}");
    }
}
