//! The outermost layer: a request id, the security headers, the log line, and the one place where errors are drawn.
//!
//! The person sees a sentence, a stable code and the request id; the log sees the whole chain. Never the other way
//! round.

use std::time::Instant;

use actix_web::{
    Error, HttpMessage, HttpRequest, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        StatusCode,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use secrecy::SecretString;
use tracing::Instrument as _;

use super::{error::WebError, guard, metrics, problem_page, proxy::Passed, state::State};
use crate::web::api::ApiError;

/// The id of a request: in the answer's header, in the log, and on an error page as the reference for support.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// How errors of a path are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audience {
    /// People, in a page.
    People,
    /// Programs, in JSON.
    Programs,
}

/// The middleware.
pub async fn edge(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let started = Instant::now();
    let state = request.app_data::<Data<State>>().cloned();
    let Some(state) = state else { return Ok(next.call(request).await?.map_into_boxed_body()) };
    let id = RequestId(state.services.random.hex::<8>());
    request.extensions_mut().insert(id.clone());
    let audience = audience(request.path());
    // Whatever is logged on the way says which request it was.
    let span = tracing::info_span!(
        "request",
        id = id.0,
        method = tracing::field::Empty,
        route = tracing::field::Empty,
        status = tracing::field::Empty,
        traceparent = state.traces_requests.then(|| guard::text(request.headers(), "traceparent")).flatten()
    );
    let answered = async {
        let response = next.call(request).await?.map_into_boxed_body();
        let is_passed = response.response().extensions().contains::<Passed>();
        Ok::<_, Error>(if is_passed { response } else { draw_error(&state, audience, &id, response).await })
    };
    let mut response = answered.instrument(span.clone()).await?;
    if state.traces_requests {
        metrics::describe(&span, &response);
    }
    secure(&state, audience, &id, response.headers_mut());
    log(&response, &id, started);
    metrics::count(&state, &response, started);
    Ok(response)
}

fn audience(path: &str) -> Audience {
    let for_people = path == "/"
        || ["/ui", "/admin", "/docs", "/l/", "/oauth/", "/app-auth/"]
            .iter()
            .any(|prefix| path.starts_with(prefix));
    let is_document = path.starts_with("/oauth/client-metadata/");
    if for_people && !is_document { Audience::People } else { Audience::Programs }
}

async fn draw_error(
    state: &State,
    audience: Audience,
    id: &RequestId,
    response: ServiceResponse<BoxBody>,
) -> ServiceResponse<BoxBody> {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let request = response.request().clone();
    let Some(drawn) = drawn_error(state, audience, id, &request, &response).await else { return response };
    let mut drawn = drawn;
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE
            && name != header::CONTENT_LENGTH
            && !drawn.headers().contains_key(name)
        {
            drawn.headers_mut().append(name.clone(), value.clone());
        }
    }
    ServiceResponse::new(request, drawn)
}

/// The page or the JSON of an error; nothing when the handler has written its own body.
async fn drawn_error(
    state: &State,
    audience: Audience,
    id: &RequestId,
    request: &HttpRequest,
    response: &ServiceResponse<BoxBody>,
) -> Option<HttpResponse> {
    let status = response.status();
    let error = response.response().error();
    let web_error = error.and_then(actix_web::Error::as_error::<WebError>);
    // What is not built is no failure of ours.
    if status.is_server_error() && status != StatusCode::NOT_IMPLEMENTED {
        let chain = web_error.map_or_else(|| error.map_or_else(String::new, ToString::to_string), chain);
        tracing::error!(request = id.0, error = chain, "request failed");
    }
    if error.is_none() && !matches!(response.response().body().size(), actix_web::body::BodySize::Sized(0)) {
        return None;
    }
    if error.is_none() && status != StatusCode::NOT_FOUND && status != StatusCode::METHOD_NOT_ALLOWED {
        return None;
    }
    Some(match audience {
        Audience::People => problem_page::draw(state, request, status, id, web_error).await,
        Audience::Programs => json_error(status, id, web_error, error),
    })
}

fn json_error(
    status: StatusCode,
    id: &RequestId,
    web_error: Option<&WebError>,
    error: Option<&Error>,
) -> HttpResponse {
    let api_error = match web_error {
        Some(WebError::Api(error)) => error.clone(),
        _ if status == StatusCode::NOT_FOUND => {
            ApiError::not_found("not_found", "There is nothing at this address.")
        }
        _ if status == StatusCode::METHOD_NOT_ALLOWED => {
            ApiError::new(status, "method_not_allowed", "This address does not answer to that method.")
        }
        _ if status == StatusCode::SERVICE_UNAVAILABLE => {
            ApiError::new(status, "unavailable", "The database does not answer. Try again in a minute.")
        }
        _ if status.is_server_error() => return support_error(status, id),
        _ => ApiError::new(status, "bad_request", error.map_or_else(String::new, ToString::to_string)),
    };
    HttpResponse::build(status).json(api_error.body())
}

/// Wire-protocol.md §0.4, variant 3: what cannot happen did, here is the reference.
fn support_error(status: StatusCode, id: &RequestId) -> HttpResponse {
    let message = format!("Something failed on the server. Its log says what under the reference {}.", id.0);
    HttpResponse::build(status).json(serde_json::json!({
        "error": { "message": message, "code": "generic_error_support", "payload": id.0 }
    }))
}

fn chain(error: &WebError) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

/// Sets what no handler has set (security.md A1, F2).
fn secure(state: &State, audience: Audience, id: &RequestId, headers: &mut HeaderMap) {
    let request_id = HeaderName::from_static("x-request-id");
    // A service's own id of a proxied call stays: it is what the service is asked about.
    if let (Ok(id), false) = (HeaderValue::from_str(&id.0), headers.contains_key(&request_id)) {
        headers.insert(request_id, id);
    }
    let mut default = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    default(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(header::CACHE_CONTROL, "no-store");
    default(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    default(
        header::REFERRER_POLICY,
        if audience == Audience::People { "no-referrer" } else { "strict-origin" },
    );
    if !state.public_url.origin().is_http() {
        default(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if audience == Audience::People {
        default(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
        default(
            HeaderName::from_static("permissions-policy"),
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
        );
    }
}

fn log(response: &ServiceResponse<BoxBody>, id: &RequestId, started: Instant) {
    if !tracing::enabled!(tracing::Level::DEBUG) {
        return;
    }
    let request = response.request();
    let path = without_secrets(request.path());
    let millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let (method, status) = (request.method().as_str(), response.status().as_u16());
    tracing::debug!(request = id.0, method, path, status, millis, "answered");
}

/// The path without the capability in it; queries are never logged.
#[must_use]
pub fn without_secrets(path: &str) -> String {
    let mut segments: Vec<&str> = path.split('/').collect();
    let secret = match segments.get(1) {
        Some(&"ui" | &"l") => 2,
        Some(&"admin") if matches!(segments.get(2), Some(&"setup" | &"invitation")) => 3,
        _ => return path.to_owned(),
    };
    if let Some(segment) = segments.get_mut(secret)
        && segment.len() > 16
    {
        *segment = "…";
    }
    segments.join("/")
}

/// A cookie of a request.
#[must_use]
pub fn cookie(request: &HttpRequest, name: &str) -> Option<SecretString> {
    let prefix = format!("{name}=");
    request
        .headers()
        .get_all(header::COOKIE)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(prefix.as_str()).map(str::to_owned))
        .map(SecretString::from)
}

/// The id of the request being answered.
#[must_use]
pub fn request_id(request: &HttpRequest) -> String {
    request.extensions().get::<RequestId>().map_or_else(String::new, |id| id.0.clone())
}
