//! Sections of guides that lead nowhere.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Sections of guides that lead nowhere.
pub(super) const RULE: Rule = Rule {
    name: "anchor-broken",
    severity: Severity::Warning,
    about: "The help icon of a field leads to a section that cannot be there.",
    remedy: "Write #section as the guide's own headings have it, and give the guide as docs_connect.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields() {
        let Some(section) = field.doc_section.as_deref() else { continue };
        let slug = section.strip_prefix('#').unwrap_or_default();
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let path = [map, field.name.as_str(), "doc_section"];
        if subject.provider.docs_connect.is_none() {
            found.at(&path, "there is no docs_connect that this could be a section of");
        } else if slug.is_empty() || !slug.bytes().all(plain) {
            found.at(&path, "a section is # and lower-case letters, digits and hyphens");
        }
    }
}
