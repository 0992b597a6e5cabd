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
    for template in subject.templates().iter().filter(|template| template.text.starts_with("http://")) {
        found.at(&template.path(), "credentials would be sent without encryption");
    }
}
