//! Keys of the format that nothing reads here.

use super::super::super::mode::AuthMode as Mode;
use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Keys of the format that nothing reads here.
pub(super) const RULE: Rule = Rule {
    name: "dead-key",
    severity: Severity::Warning,
    about: "A key has no effect in this mode, or in any.",
    remedy: "Remove it, or move it to where it is read.",
    check: Check::OwnKeys(check),
};

/// Keys that nothing reads.
const NOWHERE: &[&str] =
    &["auth", "decode_url", "refresh_token_response_metadata", "connection_configuration"];
/// The modes whose authorization is asked of a person at the service.
const CONSENT: &[Mode] = &[Mode::OAuth2, Mode::McpOAuth2];
const TOKENS: &[Mode] = &[Mode::OAuth2, Mode::McpOAuth2, Mode::OAuth2ClientCredentials, Mode::TwoStep];
const TWO_STEP: &[Mode] = &[Mode::TwoStep];
const SIGNED: &[Mode] = &[Mode::TwoStep, Mode::Jwt, Mode::Signature];
const OAUTH1: &[Mode] = &[Mode::OAuth1];
const MCP: &[Mode] = &[Mode::McpOAuth2];
const CHECKED: &[Mode] =
    &[Mode::ApiKey, Mode::Basic, Mode::Jwt, Mode::Signature, Mode::InstallPlugin, Mode::Tba, Mode::None];

/// The modes that read a key; keys that stand here not at all are read by every mode.
const READ_BY: &[(&str, &[Mode])] = &[
    ("token_headers", TWO_STEP),
    ("token_response", TWO_STEP),
    ("token_response_headers", TWO_STEP),
    ("token_expires_in_ms", TWO_STEP),
    ("token_request_method", TWO_STEP),
    ("additional_steps", TWO_STEP),
    ("assertion", TWO_STEP),
    ("assertion_option", TWO_STEP),
    ("refresh_token_params", TWO_STEP),
    ("refresh_token_headers", TWO_STEP),
    ("refresh_url", &[Mode::OAuth2, Mode::McpOAuth2, Mode::TwoStep]),
    ("refresh_params", CONSENT),
    ("token_response_metadata", TOKENS),
    ("body_format", TOKENS),
    ("token_request_auth_method", TOKENS),
    ("signature", SIGNED),
    ("token", SIGNED),
    ("request_url", OAUTH1),
    ("request_params", OAUTH1),
    ("signature_method", OAUTH1),
    ("client_registration", MCP),
    ("registration_url", MCP),
    ("registration_params", MCP),
    ("expires_in_unit", &[Mode::OAuth2ClientCredentials]),
    ("require_client_certificate", &[Mode::OAuth2ClientCredentials]),
    ("authorization_method", CONSENT),
    ("disable_pkce", CONSENT),
    ("alternate_access_token_response_path", CONSENT),
    ("authorization_code_param_in_callback", CONSENT),
    ("authorization_url_fragment", CONSENT),
    ("authorization_url_replacements", CONSENT),
    ("authorization_url_skip_empty", CONSENT),
    ("installation", CONSENT),
    ("issuer", CONSENT),
    ("issuer_in_callback", CONSENT),
    ("revocation_url", CONSENT),
    ("auth_type", &[Mode::InstallPlugin]),
    ("credentials_verification_script", CHECKED),
];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let mode = subject.mode();
    for entry in subject.node.entries().into_iter().flatten() {
        let readers = READ_BY.iter().find(|(key, _)| *key == &*entry.key).map(|(_, modes)| *modes);
        if NOWHERE.contains(&&*entry.key) {
            found.at(&[&entry.key], "nothing reads this key");
        } else if readers.is_some_and(|modes| !modes.contains(&mode)) {
            found.at(&[&entry.key], format!("nothing reads this key in the mode {mode}"));
        }
    }
    if subject.provider.proxy.verification.is_some() && !CHECKED.contains(&mode) {
        let what = format!("in the mode {mode} the token request is the check, and this one is not made");
        found.at(&["proxy", "verification"], what);
    }
    check_inner(subject, found);
}

fn check_inner(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (at, step) in subject.raw.additional_steps.iter().flatten().enumerate() {
        if step.body_format.is_some() {
            let what = "the body format of the first request is used for all";
            found.at(&["additional_steps", &at.to_string(), "body_format"], what);
        }
    }
    for (map, field) in subject.fields().filter(|(map, field)| *map == "credentials" && field.order.is_some())
    {
        found.at(&[map, field.name.as_str(), "order"], "credentials stand in the order of the file");
    }
}
