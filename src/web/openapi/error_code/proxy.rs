//! Why a call to a service was not made or brought no answer.

use super::{
    Envelope::{NoAnswer, Plain},
    ErrorCode,
    Who::{Admin, Developer, EndUser, Operator, Service, Time},
    code,
};

/// The codes.
pub const CODES: &[ErrorCode] = &[
    code(
        "server_error",
        Plain,
        "The connection of a call is not there, or cannot be renewed. (The protocol gives this code to what is no fault of \
         the server's too.)",
        Developer,
        "With 400, check Connection-Id and Provider-Config-Key. With 424, the person has to connect again. With 500, the \
         server's log says more.",
    ),
    code(
        "connection_refresh_backoff",
        Plain,
        "The last attempt to renew the credentials failed less than half a minute ago, or one is under way.",
        Time,
        "Try again in half a minute. If it stays so, the person has to connect again.",
    ),
    code(
        "failed_to_get_connection",
        Plain,
        "The service has not sent its token yet: the installation is not finished.",
        Time,
        "Wait for the webhook that tells of the connection.",
    ),
    code(
        "base_url_override_disabled",
        Plain,
        "This server does not let callers choose the address.",
        Operator,
        "Allow it with CONNECT_UI_BASE_URL_OVERRIDE, or call the definition's own address.",
    ),
    code(
        "base_url_override_not_allowed",
        Plain,
        "This address may not be called: it is not among the allowed hosts, or not public.",
        Operator,
        "Allow the host with CONNECT_UI_BASE_URL_OVERRIDE or CONNECT_UI_OUTBOUND_ALLOW, if it should be.",
    ),
    code(
        "missing_api_url",
        Plain,
        "No address can be made: the definition has none, or the connection lacks a value of it.",
        Developer,
        "Send Base-Url-Override, or let the person connect again with the missing value.",
    ),
    code(
        "unknown_provider",
        Plain,
        "The integration is of a provider that this server has no definition of.",
        Operator,
        "Add the definition to a file named in CONNECT_UI_PROVIDERS and start again.",
    ),
    code(
        "unsupported_auth",
        Plain,
        "The call cannot be signed: the integration has no client, or the definition asks for a signature that we cannot make.",
        Admin,
        "Enter the integration's client at /admin.",
    ),
    code(
        "invalid_certificate_or_key_format",
        Plain,
        "The connection's client certificate or its key cannot be read.",
        EndUser,
        "Connect again, and paste both whole, with their first and last lines.",
    ),
    code(
        "body_not_repeatable",
        Plain,
        "The service sent the call to another address, and the body had passed through already.",
        Developer,
        "Call that address, or send a body of at most 64 KB.",
    ),
    code(
        "unresolved_host",
        NoAnswer,
        "There is no server of that name.",
        Developer,
        "Check the connection's values and Base-Url-Override.",
    ),
    code("unreachable_host", NoAnswer, "The service could not be reached.", Service, "Try again later."),
    code("timed_out", NoAnswer, "The service did not answer in time.", Service, "Try again later."),
    code(
        "tls_failed",
        NoAnswer,
        "The service has no certificate that can be trusted.",
        Service,
        "Tell the service. If it is your own, its certificate must be of a public authority.",
    ),
    code(
        "answer_too_large",
        NoAnswer,
        "The service sent more than is read.",
        Developer,
        "Ask the service for less at a time.",
    ),
    code(
        "too_many_redirects",
        NoAnswer,
        "The service kept sending the call elsewhere.",
        Developer,
        "Call the address to which it leads.",
    ),
    code(
        "too_busy",
        NoAnswer,
        "So many calls are under way that this one was not begun.",
        Time,
        "Try again in a moment.",
    ),
];
