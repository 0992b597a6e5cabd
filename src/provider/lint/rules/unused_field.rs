//! Fields that no template mentions.

use super::super::super::base;
use super::super::super::mode::AuthMode;
use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Fields that no template mentions.
pub(super) const RULE: Rule = Rule {
    name: "unused-field",
    severity: Severity::Warning,
    about: "A field is asked, and its value goes nowhere.",
    remedy: "Remove the field, or put its placeholder where the value belongs.",
    check: Check::Entry(check),
};

/// Parameters that code reads by their names.
const READ_BY_CODE: &[&str] = &[
    "mcp_server_url",
    "oauth_scopes",
    "oauth_client_id_override",
    "oauth_client_secret_override",
    "region",
    "external_id",
    "service",
    "appPublicLink",
    "app_link",
    "installation_id",
    "accountId",
];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (map, field) in subject.fields() {
        let name = field.name.as_str();
        if field.automated || is_read_by_code(subject, map, name) {
            continue;
        }
        let spellings: &[&str] = match map {
            "credentials" => &[&format!("credentials.{name}"), name],
            "connection_config" => {
                &[&format!("connectionConfig.{name}"), &format!("connection_config.{name}"), name]
            }
            "assertion_option" => &[&format!("assertionOption.{name}")],
            _ => continue,
        };
        if !subject.refers_to(spellings) {
            found.at(&[map, name], "is asked, and no template refers to it");
        }
    }
}

fn is_read_by_code(subject: &Subject<'_>, map: &str, name: &str) -> bool {
    let scripts = [&subject.raw.post_connection_script, &subject.raw.credentials_verification_script];
    let in_script = scripts.into_iter().flatten().any(|script| !script.is_empty());
    let by_mode = map == "credentials"
        && subject.mode() != AuthMode::ApiKey
        && (base::names(&subject.provider).contains(&name) || name == "client_private_key");
    let is_made_into_token =
        map == "credentials" && matches!(subject.mode(), AuthMode::AwsSigV4 | AuthMode::Bill);
    by_mode || is_made_into_token || READ_BY_CODE.contains(&name) || (map == "connection_config" && in_script)
}
