//! Categories outside the format's list.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Categories outside the format's list.
pub(super) const RULE: Rule = Rule {
    name: "category-unknown",
    severity: Severity::Warning,
    about: "A category that no list has is found by nobody.",
    remedy: "Choose from the categories in docs/writing-providers.md.",
    check: Check::Entry(check),
};

/// The categories of the format.
pub(super) const CATEGORIES: &[&str] = &[
    "accounting",
    "analytics",
    "ats",
    "banking",
    "cms",
    "communication",
    "crm",
    "design",
    "dev-tools",
    "e-commerce",
    "erp",
    "gaming",
    "hr",
    "iam",
    "invoicing",
    "knowledge-base",
    "legal",
    "marketing",
    "mcp",
    "other",
    "payment",
    "popular",
    "productivity",
    "search",
    "social",
    "sports",
    "storage",
    "support",
    "surveys",
    "ticketing",
    "video",
];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (at, category) in subject.provider.categories.iter().enumerate() {
        if !CATEGORIES.contains(&&**category) {
            found.at(&["categories", &at.to_string()], format!("there is no category `{category}`"));
        }
    }
}
