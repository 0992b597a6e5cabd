//! Modes without what their flow needs.

use super::super::super::mode::AuthMode;
use super::super::super::model::Installation;
use super::super::found::Found;
use super::super::rule::{Check, Rule};
use super::super::severity::Severity;
use super::super::subject::Subject;

/// Modes without what their flow needs.
pub(super) const RULE: Rule = Rule {
    name: "flow-incomplete",
    severity: Severity::Error,
    about: "The mode's flow lacks an address, so that nobody can connect.",
    remedy: "Add the address, or choose the mode that the service has.",
    check: Check::Entry(check),
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let raw = &subject.raw;
    // An installation that begins at the service has no page of consent.
    let outbound = subject.provider.installation == Installation::Outbound;
    let authorization = ("authorization_url", outbound || raw.authorization_url.is_some());
    let token = ("token_url", raw.token_url.is_some());
    let needed: &[(&str, bool)] = match subject.mode() {
        AuthMode::OAuth2 | AuthMode::App | AuthMode::Custom => &[authorization, token],
        AuthMode::OAuth1 => &[authorization, token, ("request_url", raw.request_url.is_some())],
        AuthMode::OAuth2ClientCredentials | AuthMode::Bill => &[token],
        AuthMode::TwoStep => &[token, ("token_response", raw.token_response.is_some())],
        AuthMode::McpOAuth2 => {
            let dynamic = raw.client_registration.as_deref() == Some("dynamic");
            let registration = ("registration_url", !dynamic || raw.registration_url.is_some());
            &[authorization, token, ("client_registration", raw.client_registration.is_some()), registration]
        }
        AuthMode::Jwt => &[("token", raw.token.is_some()), ("signature", raw.signature.is_some())],
        AuthMode::Basic
        | AuthMode::ApiKey
        | AuthMode::None
        | AuthMode::Tba
        | AuthMode::Signature
        | AuthMode::McpOAuth2Generic
        | AuthMode::InstallPlugin
        | AuthMode::AwsSigV4 => &[],
    };
    for (key, _) in needed.iter().filter(|(_, there)| !there) {
        found.at(&[key], format!("{key} is missing, and {} does not work without it", subject.mode()));
    }
}
