//! One line a remark, `file:line:column` first, as editors and terminals know it.

use std::fmt::Write as _;

use super::super::report::{Remark, Report};
use super::super::severity::Severity;

/// The report for people.
#[must_use]
pub fn text(report: &Report) -> String {
    let mut text = String::new();
    for remark in &report.remarks {
        let Remark { rule, place, what, .. } = remark;
        let (severity, name, remedy) = (rule.severity.as_str(), rule.name, rule.remedy);
        let _ = writeln!(text, "{place}: {severity}[{name}] {}: {what}. {remedy}", subject(remark));
    }
    let count = |severity| report.count(severity);
    let _ = writeln!(
        text,
        "{} providers: {} errors, {} warnings, {} notes",
        report.providers,
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note)
    );
    text
}

/// `provider.path`, as far as there is one.
pub(super) fn subject(remark: &Remark) -> String {
    match (remark.provider.as_str(), remark.path.as_str()) {
        ("", _) => "file".to_owned(),
        (provider, "") => provider.to_owned(),
        (provider, path) => format!("{provider}.{path}"),
    }
}
