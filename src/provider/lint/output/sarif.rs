//! The report as SARIF 2.1.0, which code hosts show beside the lines of a change.

use std::path::{Component, Path};

use serde_json::{Value, json};
use url::Url;

use super::super::report::{Remark, Report};
use super::super::rule::Rule;
use super::super::rules::RULES;
use super::text::subject;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The report for code hosts.
#[must_use]
pub fn sarif(report: &Report) -> Value {
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "connect-ui providers check",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": RULES.iter().map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": report.remarks.iter().map(result).collect::<Vec<_>>(),
        }],
    })
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.about },
        "help": { "text": rule.remedy },
        "defaultConfiguration": { "level": rule.severity.as_str() },
    })
}

fn result(remark: &Remark) -> Value {
    let text = format!("{}: {}. {}", subject(remark), remark.what, remark.rule.remedy);
    json!({
        "ruleId": remark.rule.name,
        "ruleIndex": RULES.iter().position(|rule| rule.name == remark.rule.name),
        "level": remark.rule.severity.as_str(),
        "message": { "text": text },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(&remark.place.file) },
            "region": { "startLine": remark.place.line, "startColumn": remark.place.column },
        } }],
    })
}

/// A file's name as a URI: relative to where the check was started, or absolute.
fn uri(file: &str) -> String {
    if let Ok(url) = Url::from_file_path(file) {
        return url.to_string();
    }
    let Ok(mut url) = Url::parse("file:///") else { return file.to_owned() };
    if let Ok(mut segments) = url.path_segments_mut() {
        let names = Path::new(file).components().filter_map(|component| match component {
            Component::Normal(name) => name.to_str(),
            Component::ParentDir => Some(".."),
            _ => None,
        });
        segments.clear().extend(names);
    }
    url.path().trim_start_matches('/').to_owned()
}
