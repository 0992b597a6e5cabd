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
    let count = |severity| counted(report.count(severity), severity.as_str());
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note].map(count);
    let _ = writeln!(text, "{}: {errors}, {warnings}, {notes}", counted(report.providers, "provider"));
    text
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// `provider.path`, as far as there is one.
pub(super) fn subject(remark: &Remark) -> String {
    match (remark.provider.as_str(), remark.path.as_str()) {
        ("", _) => "file".to_owned(),
        (provider, "") => provider.to_owned(),
        (provider, path) => format!("{provider}.{path}"),
    }
}
