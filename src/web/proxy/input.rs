//! The headers that say what to call (wire-protocol.md §7.1).

use actix_web::{HttpRequest, http::header::HeaderMap as Incoming};
use url::Url;

use super::PREFIX;
use crate::{
    connection::proxy::{Body, Call},
    outbound::{HeaderMap, HeaderName, HeaderValue, Method},
    web::api::{
        ApiError,
        input::{
            issue::{Code, Fault, Issue, Issues},
            key::{ConnectionId, IntegrationKey},
        },
    },
};

/// What begins the names of headers that go to the service.
const FOR_SERVICE: &str = "nango-proxy-";
/// More attempts nobody waits for.
const MOST_RETRIES: u32 = 20;

/// What the headers say.
pub(super) struct Asked {
    integration: IntegrationKey,
    connection: ConnectionId,
    retries: u32,
    retry_on: Vec<u16>,
    base_url: Option<Url>,
    decompress: bool,
    keeps_headers: bool,
}

/// Reads the headers, or says all that is wrong with them.
pub(super) fn read(headers: &Incoming) -> Result<Asked, ApiError> {
    let mut reader = Reader { headers, issues: Vec::new() };
    let integration =
        reader.required("provider-config-key", |text| IntegrationKey::parse(text).map_err(Into::into));
    let connection = reader.required("connection-id", |text| ConnectionId::parse(text).map_err(Into::into));
    let retries = reader.optional("retries", retries);
    let retry_on = reader.optional("retry-on", statuses);
    let base_url = reader.optional("base-url-override", base_url);
    let decompress = reader.optional("decompress", flag);
    let keeps_headers = reader.optional("forward-headers-on-redirect", flag);
    let all = (integration, connection);
    match (all, Issues::non_empty(reader.issues)) {
        ((Some(integration), Some(connection)), None) => Ok(Asked {
            integration,
            connection,
            retries: retries.unwrap_or(0),
            retry_on: retry_on.unwrap_or_default(),
            base_url,
            decompress: decompress.unwrap_or(false),
            keeps_headers: keeps_headers.unwrap_or(false),
        }),
        (_, Some(issues)) => Err(ApiError::invalid("invalid_headers", issues)),
        (_, None) => Err(ApiError::bad_request("invalid_headers", "The headers cannot be read")),
    }
}

impl Asked {
    /// The call.
    pub(super) fn call(self, request: &HttpRequest, body: Body) -> Result<Call, ApiError> {
        let unknown = |_| ApiError::bad_request("invalid_request", "The method cannot be used");
        let method = Method::from_bytes(request.method().as_str().as_bytes()).map_err(unknown)?;
        let target = request.uri().path_and_query().map_or("", |target| target.as_str());
        Ok(Call {
            integration_key: self.integration.as_str().to_owned(),
            connection_id: self.connection.as_str().to_owned(),
            method,
            endpoint: target.strip_prefix(PREFIX).unwrap_or(target).to_owned(),
            headers: for_service(request.headers()),
            base_url: self.base_url,
            retries: self.retries,
            retry_on: self.retry_on,
            keeps_headers: self.keeps_headers,
            decompress: self.decompress,
            content_type: text(request.headers(), "content-type").map(str::to_owned),
            body,
        })
    }
}

/// The headers for the service, without what begins their names.
fn for_service(headers: &Incoming) -> HeaderMap {
    let mut kept = HeaderMap::new();
    for (name, value) in headers {
        let Some(name) = name.as_str().strip_prefix(FOR_SERVICE) else { continue };
        let (name, value) =
            (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_bytes(value.as_bytes()));
        if let (Ok(name), Ok(mut value)) = (name, value) {
            value.set_sensitive(true);
            kept.append(name, value);
        }
    }
    kept
}

struct Reader<'a> {
    headers: &'a Incoming,
    issues: Vec<Issue>,
}

impl Reader<'_> {
    fn required<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
        if self.headers.contains_key(name) {
            return self.parsed(name, parse);
        }
        self.issues.push(Fault::wrong_type("string", "undefined").at([name]));
        None
    }

    /// An empty header is none: the published client always sends some of them.
    fn optional<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
        let is_filled = self.headers.get(name).is_some_and(|value| !value.is_empty());
        if is_filled { self.parsed(name, parse) } else { None }
    }

    fn parsed<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
        match parse(text(self.headers, name).unwrap_or_default()) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.issues.push(fault.at([name]));
                None
            }
        }
    }
}

fn text<'h>(headers: &'h Incoming, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn retries(text: &str) -> Result<u32, Fault> {
    let number = text.trim().parse::<u32>().map_err(|_| Fault::wrong_type("number", "NaN"))?;
    Ok(number.min(MOST_RETRIES))
}

fn statuses(text: &str) -> Result<Vec<u16>, Fault> {
    text.split(',').map(|one| one.parse().map_err(|_| Fault::pattern(r"^\d+(,\d+)*$"))).collect()
}

fn flag(text: &str) -> Result<bool, Fault> {
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Fault::not_among(["true", "false"])),
    }
}

fn base_url(text: &str) -> Result<Url, Fault> {
    let url = Url::parse(text.trim()).ok().filter(|url| {
        matches!(url.scheme(), "https" | "http") && url.username().is_empty() && url.password().is_none()
    });
    url.ok_or_else(|| Fault::new(Code::InvalidFormat, "Invalid URL"))
}
