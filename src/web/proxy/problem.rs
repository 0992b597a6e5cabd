//! What a caller is told when there is no answer of the service (wire-protocol.md §7.6): what happened, and who can help.

use actix_web::{HttpRequest, http::StatusCode};

use crate::{
    auth::placement::PlacementProblem,
    connection::{RefreshProblem, proxy::ProxyProblem},
    outbound::{OutboundError, StreamError},
    provider::interpolate::{PlacementError, UrlError},
    web::{
        api::{ApiError, Detail},
        error::WebError,
    },
};

/// The error of a problem.
pub(super) fn told(request: &HttpRequest, problem: ProxyProblem) -> WebError {
    let error = match problem {
        ProxyProblem::Store(error) => return error.into(),
        ProxyProblem::Sealed(error) => return error.into(),
        ProxyProblem::NoAnswer { error, host } => no_answer(request, &error, &host),
        ProxyProblem::NotFresh(problem) => not_fresh(&problem),
        ProxyProblem::Placement(problem) => unplaced(&problem),
        other => of_call(&other),
    };
    error.into()
}

fn of_call(problem: &ProxyProblem) -> ApiError {
    let bad = |code, message: &str| ApiError::bad_request(code, message);
    match problem {
        ProxyProblem::UnknownIntegration => ApiError::not_found(
            "unknown_provider_config",
            "No integration has the key of the Provider-Config-Key header. Check the header in your backend",
        ),
        ProxyProblem::Waiting => bad(
            "server_error",
            "Failed to get connection: its service waits for a code to be exchanged. Your backend has to exchange it \
             first",
        ),
        ProxyProblem::UnknownProvider(provider) => bad(
            "unknown_provider",
            &format!(
                "The integration is of the provider {provider}, which has no usable definition on this server. Whoever \
                 runs it can add one with CONNECT_UI_PROVIDERS"
            ),
        ),
        ProxyProblem::OverrideOff => bad(
            "base_url_override_disabled",
            "This server does not take a Base-Url-Override. Whoever runs it can allow it with CONNECT_UI_BASE_URL_OVERRIDE",
        ),
        ProxyProblem::OverrideDenied => bad(
            "base_url_override_not_allowed",
            "The host of the Base-Url-Override may not be called. Whoever runs this server can allow it with \
             CONNECT_UI_BASE_URL_OVERRIDE",
        ),
        ProxyProblem::BodyTooLarge => ApiError::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "payload_too_large",
            "The body is too large to be signed or written anew: such bodies end at 10 MB. Send it with the content type \
             that it has",
        ),
        ProxyProblem::BodyBroken => bad("invalid_body", "The body broke off before its end. Send it again"),
        _ => bad(
            "server_error",
            "Failed to get connection: the integration has none of that id. Check the Connection-Id header in your \
             backend",
        ),
    }
}

/// Status and code of §7.6.
fn not_fresh(problem: &RefreshProblem) -> ApiError {
    let (status, code) = match problem {
        RefreshProblem::BackingOff | RefreshProblem::Busy => {
            (StatusCode::FAILED_DEPENDENCY, "connection_refresh_backoff")
        }
        RefreshProblem::Exhausted => (StatusCode::FAILED_DEPENDENCY, "server_error"),
        RefreshProblem::Refused(_) => (StatusCode::BAD_REQUEST, "server_error"),
        RefreshProblem::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "server_error"),
    };
    ApiError::new(status, code, problem.to_string())
}

fn unplaced(problem: &PlacementProblem) -> ApiError {
    let (code, message) = match problem {
        PlacementProblem::NoBaseUrl => (
            "missing_api_url",
            "The provider's definition has no base URL. Send one in the Base-Url-Override header".to_owned(),
        ),
        PlacementProblem::Address(PlacementError::Url(UrlError::DotSegment)) => (
            "invalid_uri_params",
            "The endpoint has a \".\" or \"..\" between slashes. Write the path without them".to_owned(),
        ),
        PlacementProblem::Address(PlacementError::ForeignEndpoint) => (
            "invalid_uri_params",
            "The endpoint is an address outside the base URL. Send its beginning in the Base-Url-Override header"
                .to_owned(),
        ),
        PlacementProblem::Address(problem) => (
            "missing_api_url",
            format!("No address can be made for the API: {problem}. The connection's values decide; connect again"),
        ),
        PlacementProblem::Header(_) => (
            "invalid_headers",
            format!("The call cannot be written: {problem}. Check the connection's values and your own headers"),
        ),
        PlacementProblem::NoClient => (
            "unsupported_auth",
            "Calls of this connection are signed with the integration's client, and it has none. Enter it in admin"
                .to_owned(),
        ),
        PlacementProblem::NotYet => (
            "failed_to_get_connection",
            "The service has not sent its token yet: the installation is not finished. Try again later".to_owned(),
        ),
        PlacementProblem::Signature => (
            "unsupported_auth",
            "The provider's definition asks for a signature that this server cannot make. Its author can help".to_owned(),
        ),
        PlacementProblem::Certificate => (
            "invalid_certificate_or_key_format",
            "The connection's client certificate or its key cannot be read. The end user has to connect again".to_owned(),
        ),
        PlacementProblem::Body => (
            "invalid_body",
            "The body is not what its Content-Type says, so it cannot be written for the service. Check it in your backend"
                .to_owned(),
        ),
    };
    ApiError::bad_request(code, message)
}

/// The service did not answer; where it may not be called at all, the caller has named what he may not.
fn no_answer(request: &HttpRequest, error: &StreamError, host: &str) -> ApiError {
    tracing::warn!(host, %error, "a proxied call brought no answer");
    let StreamError::Call(call) = error else {
        return ApiError::new(
            StatusCode::BAD_GATEWAY,
            "body_not_repeatable",
            "The service sends the call to another address, and its body has passed through already. Send the call to \
             that address, or a body of at most 64 KB",
        );
    };
    let (status, code) = match call {
        OutboundError::Forbidden(_) => (StatusCode::BAD_REQUEST, "base_url_override_not_allowed"),
        OutboundError::BadUrl => (StatusCode::BAD_REQUEST, "missing_api_url"),
        OutboundError::TimedOut => (StatusCode::GATEWAY_TIMEOUT, call.code()),
        OutboundError::Busy => (StatusCode::SERVICE_UNAVAILABLE, call.code()),
        _ => (StatusCode::BAD_GATEWAY, call.code()),
    };
    let whose = match call {
        OutboundError::Forbidden(_) => {
            " It is no public https address. Whoever runs this server can allow it with CONNECT_UI_OUTBOUND_ALLOW."
        }
        OutboundError::Busy => " Try again in a moment.",
        OutboundError::UnresolvedHost => {
            " The connection's values or the Base-Url-Override header decide it."
        }
        _ => " Only the service can help; try again later.",
    };
    let message = format!("No answer from {host}: {call}.{whose}");
    let detail = Detail::NoAnswer { method: request.method().to_string() };
    ApiError { detail, ..ApiError::new(status, code, message) }
}
