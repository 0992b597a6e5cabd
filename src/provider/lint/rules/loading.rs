//! The rules that loading itself answers for.

use super::super::rule::{Check, Rule};
use super::super::severity::Severity::{self, Error, Warning};

const fn rule(name: &'static str, severity: Severity, about: &'static str, remedy: &'static str) -> Rule {
    Rule { name, severity, about, remedy, check: Check::Loader }
}

/// A file that stops the load.
pub const UNREADABLE: Rule = rule(
    "unreadable",
    Error,
    "A file cannot be read as YAML, or is no map from keys to definitions; nothing in it loads.",
    "Correct the file at this place.",
);

/// An entry that is set aside.
pub const UNUSABLE: Rule = rule(
    "unusable",
    Error,
    "An entry cannot be used and is switched off; the others load.",
    "Correct the entry at this place.",
);

/// Two keys of one map.
pub const DUPLICATE_KEY: Rule = rule(
    "duplicate-key",
    Error,
    "A key stands twice in one map, and it cannot be known which is meant.",
    "Remove one of the two.",
);

/// A key that the format does not have.
pub const UNKNOWN_KEY: Rule = rule(
    "unknown-key",
    Warning,
    "A key that the format does not have, or not here.",
    "Correct its spelling or its indentation, or remove it.",
);

/// A key that every entry should have.
pub const MISSING_KEY: Rule =
    rule("missing-key", Warning, "A key is missing that every definition should have.", "Add it.");

/// A pattern that is dropped.
pub const PATTERN_UNUSABLE: Rule = rule(
    "pattern-unusable",
    Warning,
    "A pattern cannot be run in linear time, or is no pattern; it is dropped.",
    "Write it without look-around and back-references, with a bare hyphen last in its class.",
);

/// A comment that allows nothing.
pub const ALLOW_WITHOUT_EFFECT: Rule = rule(
    "allow-without-effect",
    Warning,
    "A comment allows what is not there, or names no rule, or gives no reason.",
    "Remove it, or write `# allow RULE: why` inside the entry.",
);
