//! Pagination that lacks what its type needs.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Pagination that lacks what its type needs.
pub(super) const RULE: Rule = Rule {
    name: "pagination-incomplete",
    severity: Severity::Warning,
    about: "Lists cannot be paged as the definition says.",
    remedy: "Name what its type needs: cursor names, a link, or an offset.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(paginate) = subject.raw.proxy.as_ref().and_then(|proxy| proxy.paginate.as_ref()) else { return };
    let missing = match paginate.r#type.as_deref() {
        Some("cursor") if paginate.cursor_name_in_request.is_none() => "cursor_name_in_request",
        Some("cursor") if paginate.cursor_path_in_response.is_none() => "cursor_path_in_response",
        Some("offset") if paginate.offset_name_in_request.is_none() => "offset_name_in_request",
        Some("link")
            if paginate.link_rel_in_response_header.is_none()
                && paginate.link_path_in_response_body.is_none() =>
        {
            "link_rel_in_response_header or link_path_in_response_body"
        }
        Some("cursor" | "offset" | "link") => return,
        _ => "type (cursor, link or offset)",
    };
    found.at(&["proxy", "paginate"], format!("{missing} is missing"));
}
