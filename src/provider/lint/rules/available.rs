//! Which values a template is filled with, by where it stands (provider-format.md §3.4).

use super::super::super::base;
use super::super::super::mode::AuthMode;
use super::super::subject::Subject;

/// What a request says about itself.
const REQUEST_FACTS: &[&str] = &[
    "method",
    "host",
    "path",
    "endpoint",
    "params",
    "bodyCanonicalParams",
    "urlCanonicalParams",
    "contentType",
];
/// What a stored credential holds beside its fields.
const STORED: &[&str] = &["raw", "_cookies", "token", "refresh_token", "expires_at"];

/// Whether a placeholder at a path has a value.
pub(super) fn is_given(subject: &Subject<'_>, path: &[String], name: &str) -> bool {
    let section = path.first().map_or("", String::as_str);
    if name == "random"
        || name == "now"
        || name.starts_with("now:")
        || name.starts_with("now+")
        || name.starts_with("now-")
    {
        return true;
    }
    if let Some((head, rest)) = name.split_once('.') {
        match head {
            "connectionConfig" | "connection_config" => return is_parameter(subject, rest),
            "credentials" => return is_credential(subject, first(rest)) || STORED.contains(&first(rest)),
            "assertionOption" => {
                return subject.raw.assertion_option.as_ref().is_some_and(|map| map.contains_key(rest));
            }
            _ => {}
        }
        if head.starts_with("step") && section == "additional_steps" {
            return true;
        }
    }
    match section {
        "proxy" => {
            REQUEST_FACTS.contains(&name)
                || is_token(subject, name)
                || is_credential_in_the_clear(subject, name)
        }
        "authorization_url" | "token_url" | "refresh_url" | "request_url" | "registration_url"
        | "revocation_url" => {
            is_parameter(subject, name)
                || (subject.mode() == AuthMode::TwoStep && is_credential(subject, name))
        }
        _ => is_credential(subject, first(name)) || ["token", "refresh_token", "assertion"].contains(&name),
    }
}

fn first(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

fn is_parameter(subject: &Subject<'_>, name: &str) -> bool {
    let raw = &subject.raw;
    let declared = |map: &Option<_>| {
        map.as_ref().is_some_and(|map: &super::super::super::raw::RawFieldMap| map.contains_key(name))
    };
    let told = [&raw.token_response_metadata, &raw.redirect_uri_metadata, &raw.webhook_response_metadata];
    let by_script = raw.post_connection_script.as_deref().is_some_and(|script| !script.is_empty());
    declared(&raw.connection_config)
        || declared(&raw.integration_config)
        || told.into_iter().flatten().flatten().any(|told| told == name)
        || by_script
        || subject.mode() == AuthMode::Tba
}

fn is_credential(subject: &Subject<'_>, name: &str) -> bool {
    let declared = subject.provider.credentials.iter().any(|field| field.name.as_str() == name);
    let owned = subject.provider.integration_config.iter().any(|field| field.name.as_str() == name);
    declared || owned || base::names(&subject.provider).contains(&name)
}

/// In modes that end in a token, headers are not filled with what was typed.
fn is_credential_in_the_clear(subject: &Subject<'_>, name: &str) -> bool {
    let typed =
        !matches!(subject.mode(), AuthMode::OAuth2 | AuthMode::McpOAuth2 | AuthMode::OAuth2ClientCredentials);
    typed && is_credential(subject, first(name))
}

fn is_token(subject: &Subject<'_>, name: &str) -> bool {
    let typed = matches!(subject.mode(), AuthMode::ApiKey | AuthMode::Basic | AuthMode::None | AuthMode::Tba);
    let is_client = matches!(name, "clientId" | "clientSecret");
    let has_client =
        matches!(subject.mode(), AuthMode::OAuth2 | AuthMode::McpOAuth2 | AuthMode::OAuth2ClientCredentials);
    (name == "accessToken" && !typed) || (is_client && has_client)
}
