//! Why a flow came to nothing, in the visitor's words. The codes are stable; the texts are ours, never the service's.

use super::page::{Chrome, Service};

/// The sentence for a code.
#[must_use]
pub fn reason(chrome: &Chrome, service: &Service, code: &str) -> String {
    let arguments = [("service", (&service.name).into()), ("app", (&chrome.app_name).into())];
    chrome.tr.text_with(key(code), &arguments)
}

fn key(code: &str) -> &'static str {
    match code {
        "access_denied" | "callback_err" => "flow-denied",
        "service_unreachable" => "flow-no-answer",
        "token_err" | "unable_to_parse_token_response" => "flow-refused",
        "provider_config_err" | "unknown_config_key" | "grant_type_err" | "auth_mode_err" => "flow-owner",
        "url_param_err" => "flow-values",
        "issuer_mismatch" => "flow-other-server",
        "flow_expired" => "flow-too-late",
        "cancelled" | "session_ended" => "flow-cancelled",
        "not_stored" => "flow-not-stored",
        _ => "flow-unknown",
    }
}
