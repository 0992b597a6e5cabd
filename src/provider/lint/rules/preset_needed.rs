//! Values that only the session can give.

use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Values that only the session can give.
pub(super) const RULE: Rule = Rule {
    name: "preset-needed",
    severity: Severity::Note,
    about: "A value is used that nobody is asked for and no answer brings: the session has to preset it.",
    remedy: "Nothing, if applications know; say so in a comment.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let raw = &subject.raw;
    if raw.post_connection_script.as_deref().is_some_and(|script| !script.is_empty()) {
        return;
    }
    let brought = [&raw.token_response_metadata, &raw.redirect_uri_metadata, &raw.webhook_response_metadata];
    for field in subject.provider.connection_config.iter().filter(|field| field.automated) {
        let name = field.name.as_str();
        let is_brought = brought.into_iter().flatten().flatten().any(|brought| brought == name);
        let by_install = matches!(name, "installation_id" | "appPublicLink" | "service");
        let without = |text: &str| !text.contains("||");
        let needed = subject.templates().iter().any(|template| {
            without(template.text)
                && template
                    .names()
                    .iter()
                    .any(|wanted| wanted.strip_prefix("connectionConfig.").unwrap_or(wanted) == name)
        });
        if !is_brought && !by_install && needed && field.default_value.is_none() {
            found.at(&["connection_config", name], "only the session can give this value");
        }
    }
}
