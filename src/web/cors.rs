//! Who may read answers from other origins (wire-protocol.md §0.5, security.md E9).
//!
//! Protocol routes: everybody, never with credentials. Pages, admin and OAuth: nobody, so no header at all.

use actix_web::{
    Error, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};

use super::{proxy, state::State};

const TELEMETRY: &str = "/connect/telemetry";
/// The one address below `/oauth` that is no page.
const CLIENT_METADATA: &str = "/oauth/client-metadata/";
/// First segments of the protocol's routes.
const PROTOCOL: &[&str] = &[
    "connect",
    "connections",
    "connection",
    "integrations",
    "providers",
    "providers.json",
    "api-auth",
    "auth",
    "oauth2",
    "proxy",
    "config",
    "environment-variables",
    "mcp",
    "v1",
];
const METHODS: &str = "GET,HEAD,PUT,PATCH,POST,DELETE";
const REQUEST_HEADERS: &str = "Authorization, Content-Type, Accept, Origin, X-Requested-With, Nango-Activity-Log-Id, \
    Nango-Is-Dry-Run, Nango-Is-Sync, Provider-Config-Key, Connection-Id, Sentry-Trace, Baggage";
const RESPONSE_HEADERS: &str = "Authorization, Etag, Content-Type, Content-Length, X-Nango-Signature, \
    X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset";

/// Who may read a path's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readers {
    /// Every origin, without credentials.
    Everybody,
    /// Our own pages, with credentials: `sendBeacon` always sends them.
    OurPages,
    /// Nobody.
    Nobody,
}

/// The middleware: answers preflights, and marks every other answer, errors included.
pub async fn cors(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let readers = readers(request.path());
    let state = request.app_data::<Data<State>>().cloned();
    let mut response = if is_preflight(&request) && readers != Readers::Nobody {
        let mut preflight = HttpResponse::NoContent().finish();
        allow_request(readers, preflight.headers_mut());
        request.into_response(preflight)
    } else {
        next.call(request).await?.map_into_boxed_body()
    };
    if let Some(state) = state {
        allow_reading(readers, &state, response.headers_mut());
    }
    Ok(response)
}

/// Of calls to services, `OPTIONS` may be the call itself.
fn is_preflight(request: &ServiceRequest) -> bool {
    let asks = request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    request.method() == Method::OPTIONS && (asks || !proxy::is_call(request.path()))
}

fn readers(path: &str) -> Readers {
    if path == TELEMETRY {
        return Readers::OurPages;
    }
    if path.starts_with(CLIENT_METADATA) {
        return Readers::Everybody;
    }
    let first = path.split('/').nth(1).unwrap_or_default();
    if PROTOCOL.contains(&first) { Readers::Everybody } else { Readers::Nobody }
}

fn allow_request(readers: Readers, headers: &mut HeaderMap) {
    let (methods, names, seconds) = match readers {
        Readers::OurPages => ("POST", "Authorization, Content-type", "36000"),
        Readers::Everybody | Readers::Nobody => (METHODS, REQUEST_HEADERS, "600"),
    };
    set(headers, header::ACCESS_CONTROL_ALLOW_METHODS, methods);
    set(headers, header::ACCESS_CONTROL_ALLOW_HEADERS, names);
    set(headers, header::ACCESS_CONTROL_MAX_AGE, seconds);
}

fn allow_reading(readers: Readers, state: &State, headers: &mut HeaderMap) {
    match readers {
        Readers::Nobody => {}
        Readers::Everybody => {
            set(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            set(headers, header::ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
        }
        Readers::OurPages => {
            set(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, state.public_url.origin().as_str());
            set(headers, header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            set(headers, header::ACCESS_CONTROL_EXPOSE_HEADERS, "content-type");
            headers.append(header::VARY, HeaderValue::from_static("Origin"));
        }
    }
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}
