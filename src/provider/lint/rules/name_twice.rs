//! Names that two providers share.

use std::collections::HashMap;

use super::super::rule::{AmongAll, Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Names that two providers share.
pub(super) const RULE: Rule = Rule {
    name: "name-twice",
    severity: Severity::Warning,
    about: "Two providers have the same display name, and nobody can tell them apart in a list.",
    remedy: "Say in the name what makes the difference.",
    check: Check::Catalogue(check),
};

fn check(subjects: &[Subject<'_>]) -> Vec<AmongAll> {
    let mut known: HashMap<String, &str> = HashMap::new();
    let mut found = Vec::new();
    for (at, subject) in subjects.iter().enumerate() {
        match known.get(&subject.provider.display_name.to_lowercase()) {
            Some(other) => found.push((at, "display_name", format!("`{other}` has this name too"))),
            None => _ = known.insert(subject.provider.display_name.to_lowercase(), subject.key),
        }
    }
    found
}
