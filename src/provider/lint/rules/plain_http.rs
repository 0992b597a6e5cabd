//! Addresses that anybody on the way can read.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Addresses that anybody on the way can read.
pub(super) const RULE: Rule = Rule {
    name: "plain-http",
    severity: Severity::Warning,
    about: "An address is not https.",
    remedy: "Write https.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let raw = &subject.raw;
    for (key, page) in
        [("docs", &raw.docs), ("docs_connect", &raw.docs_connect), ("setup_guide_url", &raw.setup_guide_url)]
    {
        if page.as_deref().is_some_and(|page| !page.is_empty() && !page.starts_with("https://")) {
            found.at(&[key], "does not begin with https://");
        }
    }
    let is_address = |path: &[String]| path.iter().any(|key| key.ends_with("_url"));
    let templates = subject.templates();
    for template in templates.iter().filter(|template| is_address(&template.path)) {
        if !template.text.split("||").any(|side| side.trim().starts_with("http://")) {
            continue;
        }
        found.at(&template.path(), "credentials would be sent without encryption");
    }
}
