//! What is said about a definition, as pages and the script show it.

use serde::Serialize;

use crate::{provider::lint::Remark, provider::lint::Severity};

/// One thing, at its line.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// The line of the text.
    pub line: u32,
    /// The column.
    pub column: u32,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// The rule's name.
    pub rule: &'static str,
    /// What was found.
    pub what: String,
    /// What to do.
    pub remedy: &'static str,
    /// The line itself.
    pub text: String,
}

/// The longest part of a line that is shown.
const SHOWN: usize = 120;

/// All of them, errors first.
pub fn findings(remarks: &[Remark], source: &str) -> Vec<Finding> {
    let mut found: Vec<Finding> = remarks.iter().map(|remark| finding(remark, source)).collect();
    found.sort_by_key(|one| (one.severity != Severity::Error.as_str(), one.line, one.column));
    found
}

fn finding(remark: &Remark, source: &str) -> Finding {
    let line = source.lines().nth((remark.place.line as usize).saturating_sub(1)).unwrap_or_default();
    let path = if remark.path.is_empty() { String::new() } else { format!("{}: ", remark.path) };
    Finding {
        line: remark.place.line,
        column: remark.place.column,
        severity: remark.rule.severity.as_str(),
        rule: remark.rule.name,
        what: format!("{path}{}", remark.what),
        remedy: remark.rule.remedy,
        text: line.trim().chars().take(SHOWN).collect(),
    }
}
