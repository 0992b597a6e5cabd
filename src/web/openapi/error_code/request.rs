//! What is wrong with a request as such.

use super::{
    Envelope::{Issues, Plain, Request},
    ErrorCode,
    Who::{Developer, Time},
    code,
};

/// The codes.
pub const CODES: &[ErrorCode] = &[
    code(
        "invalid_json",
        Plain,
        "The body is not JSON.",
        Developer,
        "Send JSON; the message says where reading stopped.",
    ),
    code(
        "invalid_body",
        Issues,
        "Something in the body is missing, unknown, or not as it must be.",
        Developer,
        "`errors` names every place with its path. Keys that are not described are refused, not ignored. Where the cause \
         is no single place, there is only a message.",
    ),
    code(
        "invalid_query_params",
        Issues,
        "Something in the query is missing, unknown, or not as it must be.",
        Developer,
        "`errors` names every place. Take away parameters that are not described.",
    ),
    code(
        "invalid_uri_params",
        Issues,
        "A name in the path has characters or a length that such names never have.",
        Developer,
        "Check which value your code puts there, and that it is percent-encoded.",
    ),
    code(
        "invalid_headers",
        Issues,
        "A header is missing or not as it must be.",
        Developer,
        "`errors` names the headers. The proxy needs at least Provider-Config-Key and Connection-Id.",
    ),
    code(
        "invalid_content_type",
        Plain,
        "The Content-Type header is something else than application/json.",
        Developer,
        "Send `Content-Type: application/json`, or no such header where there is no body.",
    ),
    code(
        "payload_too_large",
        Plain,
        "The body is larger than 2 MB; through the proxy, larger than 10 MB where it has to be signed or rewritten.",
        Developer,
        "Send less. Through the proxy, send the body with the content type that it has, so that it can pass as it is.",
    ),
    code(
        "invalid_request",
        Plain,
        "The HTTP method is none that can be passed on.",
        Developer,
        "Use a method that the service knows.",
    ),
    code(
        "bad_request",
        Plain,
        "The request could not be read as HTTP.",
        Developer,
        "Check how your client writes addresses and headers.",
    ),
    code(
        "method_not_allowed",
        Plain,
        "The address exists, but does not answer to this method.",
        Developer,
        "Compare the method with this documentation.",
    ),
    code(
        "not_found",
        Plain,
        "There is nothing of that name in the key's environment, or no such address.",
        Developer,
        "Check the name, and that the key belongs to the environment in which it exists. What is in another environment \
         answers as if it did not exist.",
    ),
    code(
        "too_many_request",
        Request,
        "One session, or one address, has asked too often within a minute.",
        Time,
        "Wait for as many seconds as the Retry-After header says. Calls with an API key are not limited.",
    ),
    code(
        "unknown_theme",
        Plain,
        "No theme can have this name.",
        Developer,
        "Name it by small letters, digits and dashes, or leave `theme` out.",
    ),
    code(
        "too_many_wordings",
        Plain,
        "The environment would have more texts of its own than it may have.",
        Developer,
        "Leave out those that are the same as their default.",
    ),
    code(
        "theme_does_not_read",
        Plain,
        "Colours that are set by hand do not read on their grounds; the message names each pair.",
        Developer,
        "Take other colours, or none; or confirm with `accept_failing`, which the audit log keeps.",
    ),
    code(
        "conflict",
        Plain,
        "Somebody else changed the same thing at the same moment, or the name is taken.",
        Developer,
        "Read the present state and try again.",
    ),
    code(
        "resource_capped",
        Plain,
        "There are as many environments, or keys of this environment, as there may be.",
        Developer,
        "Delete one that nobody uses.",
    ),
    code(
        "cannot_delete_prod_environment",
        Plain,
        "The first environment of a server stays.",
        Developer,
        "Delete what is in it instead.",
    ),
    code(
        "not_implemented",
        Plain,
        "The protocol knows this call, and this server does not have it: syncs, records, actions, functions, deployments.",
        Developer,
        "Run such code in your own backend, with `/proxy` or with the connection's credentials.",
    ),
];
