//! Decoration that misleads the person who types.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Decoration that misleads the person who types.
pub(super) const RULE: Rule = Rule {
    name: "decoration-mismatch",
    severity: Severity::Warning,
    about: "The text shown before or after a field is not what the address has there.",
    remedy: "Make prefix and suffix the very text that stands around the placeholder, or leave them out.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields() {
        let decorated = field.prefix.is_some() || field.suffix.is_some();
        if map != "connection_config"
            || !decorated
            || field.automated
            || field.hidden
            || field.options.is_some()
        {
            continue;
        }
        let surroundings = surroundings(subject, field.name.as_str());
        if surroundings.is_empty() {
            found.at(&[map, field.name.as_str()], "is decorated, and its value stands in no address");
            continue;
        }
        for (key, text) in [("prefix", &field.prefix), ("suffix", &field.suffix)] {
            let Some(text) = text else { continue };
            let stands = |(before, after): &(&str, &str)| match key {
                "prefix" => before.ends_with(&**text),
                _ => after.starts_with(&**text),
            };
            if !surroundings.iter().any(stands) {
                found.at(
                    &[map, field.name.as_str(), key],
                    format!("no address has `{text}` next to the value"),
                );
            }
        }
    }
}

/// The texts before and after the value in every address that it stands in.
fn surroundings<'s>(subject: &'s Subject<'_>, name: &str) -> Vec<(&'s str, &'s str)> {
    let spellings = [format!("${{connectionConfig.{name}}}"), format!("${{{name}}}")];
    let mut all = Vec::new();
    for template in subject.templates() {
        for side in template
            .text
            .split("||")
            .map(str::trim)
            .filter(|side| side.contains("://") || side.starts_with("${"))
        {
            all.extend(spellings.iter().filter_map(|spelling| side.split_once(spelling.as_str())));
        }
    }
    all
}
