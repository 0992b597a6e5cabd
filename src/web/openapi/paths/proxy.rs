//! `/proxy/…`.

use crate::web::openapi::{
    caller::Caller,
    operation::{Chapter, Content, Operation},
    schema::{choice, pattern, shape, text},
};

const METHODS: [(&str, &str); 5] = [
    ("GET", "proxyGet"),
    ("POST", "proxyPost"),
    ("PUT", "proxyPut"),
    ("PATCH", "proxyPatch"),
    ("DELETE", "proxyDelete"),
];

/// The calls.
pub fn operations() -> Vec<Operation> {
    METHODS.iter().map(|(method, id)| call(method, id)).collect()
}

fn call(method: &'static str, id: &'static str) -> Operation {
    Operation::new(method, "/proxy/{endpoint}", id, "Call a service")
        .of(Chapter::Proxy)
        .about(
            "Path, query and body go to the service as they are, with the connection's credentials, which are renewed first \
             where they have to be. `endpoint` may hold slashes. Of your headers only those that begin with `Nango-Proxy-` \
             are passed on, without that beginning; so send the body's type as `Nango-Proxy-Content-Type` too. Every other \
             method works likewise. The answer is the service's own, whatever its status; where there is none, it is one of \
             ours with the codes below.",
        )
        .by(Caller::Key(&["proxy"]))
        .path("endpoint", "What to call, behind the base URL", text(), "user/repos".into())
        .header("Provider-Config-Key", "The key of the integration", shape("IntegrationKey"), "github-prod".into())
        .header("Connection-Id", "The id of the connection", text(), "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f".into())
        .header("Retries?", "How often to try again, at most 20", text(), "3".into())
        .header("Retry-On?", "Further statuses after which to try again", pattern(r"^(\d+(,\d+)*)?$", 255), "429,503".into())
        .header("Base-Url-Override?", "Another address than the definition's", text(), "".into())
        .header("Decompress?", "Whether to unpack the answer", choice(&["true", "false", ""]), "false".into())
        .header(
            "Forward-Headers-On-Redirect?",
            "Whether your headers go along when the service leads elsewhere",
            choice(&["true", "false", ""]),
            "false".into(),
        )
        .answers_with(0, "What the service answered", Content::Passed)
        .refuse(&[
            (400, "invalid_request"),
            (400, "invalid_body"),
            (400, "invalid_uri_params"),
            (400, "server_error"),
            (400, "base_url_override_disabled"),
            (400, "base_url_override_not_allowed"),
            (400, "missing_api_url"),
            (400, "unknown_provider"),
            (400, "unsupported_auth"),
            (400, "failed_to_get_connection"),
            (400, "invalid_certificate_or_key_format"),
            (404, "unknown_provider_config"),
            (413, "payload_too_large"),
            (424, "connection_refresh_backoff"),
            (424, "server_error"),
            (500, "server_error"),
            (502, "body_not_repeatable"),
            (502, "unresolved_host"),
            (502, "unreachable_host"),
            (502, "tls_failed"),
            (502, "answer_too_large"),
            (502, "too_many_redirects"),
            (503, "too_busy"),
            (504, "timed_out"),
        ])
}
