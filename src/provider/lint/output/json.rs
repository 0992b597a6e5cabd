//! The report as one JSON object.

use serde_json::{Value, json};

use super::super::report::{Remark, Report};
use super::super::severity::Severity;

/// The report for programs. The shape is kept; keys may be added.
#[must_use]
pub fn json(report: &Report) -> Value {
    json!({
        "providers": report.providers,
        "errors": report.count(Severity::Error),
        "warnings": report.count(Severity::Warning),
        "notes": report.count(Severity::Note),
        "remarks": report.remarks.iter().map(remark).collect::<Vec<_>>(),
    })
}

fn remark(remark: &Remark) -> Value {
    json!({
        "file": remark.place.file,
        "line": remark.place.line,
        "column": remark.place.column,
        "severity": remark.rule.severity.as_str(),
        "rule": remark.rule.name,
        "provider": remark.provider,
        "path": remark.path,
        "message": remark.what,
        "remedy": remark.rule.remedy,
    })
}
