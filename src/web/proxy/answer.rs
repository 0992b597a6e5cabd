//! Handing on a service's answer: status, headers and body as they come, but for what would speak to our own origin.

use actix_web::{
    HttpResponse, HttpResponseBuilder,
    body::{BodyStream, SizedStream},
    dev::Decompress,
    error::PayloadError,
    http::{
        Method, StatusCode,
        header::{self, ContentEncoding, HeaderName, HeaderValue},
    },
};
use futures_util::{Stream, StreamExt as _, stream};

use crate::{
    connection::proxy::Answer,
    outbound::{HeaderMap, OutboundError, StreamedAnswer},
};

/// Marks an answer that is a service's: its errors are not drawn here, its headers not ours to set.
#[derive(Clone, Copy, Debug)]
pub struct Passed;

/// Says that an attempt would have followed, had the body not passed through.
const NOT_REPEATED: &str = "connect-ui-not-repeated";
/// What concerns one connection between two machines, or the origin that answers: none of it is for ours.
const DROPPED: &[&str] = &[
    "alt-svc",
    "cache-control",
    "clear-site-data",
    "connection",
    "content-length",
    "content-security-policy",
    "content-security-policy-report-only",
    "keep-alive",
    "nel",
    "origin-agent-cluster",
    "permissions-policy",
    "proxy-authenticate",
    "proxy-connection",
    "public-key-pins",
    "referrer-policy",
    "refresh",
    "report-to",
    "reporting-endpoints",
    "service-worker-allowed",
    "set-cookie",
    "set-cookie2",
    "strict-transport-security",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "x-content-type-options",
    "x-frame-options",
];
const DROPPED_FAMILIES: &[&str] = &["access-control-", "cross-origin-"];

/// The answer for the caller.
pub(super) fn pass(answered: Answer, method: &Method) -> HttpResponse {
    let Answer { answer, decompress, not_repeated } = answered;
    let StreamedAnswer { status, headers, length, body } = answer;
    let status = StatusCode::from_u16(status.as_u16()).unwrap_or(StatusCode::BAD_GATEWAY);
    let packing = if decompress { packing(&headers) } else { None };
    let mut response = HttpResponse::build(status);
    copy(&headers, packing.is_some(), &mut response);
    response.insert_header((
        header::CONTENT_SECURITY_POLICY,
        "sandbox; default-src 'none'; frame-ancestors 'none'",
    ));
    if not_repeated {
        response.insert_header((NOT_REPEATED, "the body has passed through"));
    }
    let has_no_body = status.is_informational() || matches!(status.as_u16(), 204 | 304);
    let said = headers.get("content-length").and_then(|value| value.to_str().ok()?.parse().ok());
    let mut response = match (packing, length) {
        _ if has_no_body => response.finish(),
        _ if *method == Method::HEAD => match said {
            Some(said) => response.body(SizedStream::new(said, stream::empty::<Piece>())),
            None => response.finish(),
        },
        (Some(packing), _) => response.body(BodyStream::new(unpacked(body, packing))),
        (None, Some(length)) => response.body(SizedStream::new(length, body)),
        (None, None) => response.body(BodyStream::new(body)),
    };
    response.extensions_mut().insert(Passed);
    response
}

type Piece = Result<actix_web::web::Bytes, OutboundError>;

fn copy(headers: &HeaderMap, is_unpacked: bool, response: &mut HttpResponseBuilder) {
    for (name, value) in headers {
        let text = name.as_str();
        let is_dropped = DROPPED.contains(&text)
            || DROPPED_FAMILIES.iter().any(|family| text.starts_with(family))
            || is_unpacked && text == "content-encoding";
        let copied = (HeaderName::from_bytes(text.as_bytes()), HeaderValue::from_bytes(value.as_bytes()));
        if let ((Ok(name), Ok(value)), false) = (copied, is_dropped) {
            response.append_header((name, value));
        }
    }
}

/// How the body is packed, if it is in a way that can be unpacked here.
fn packing(headers: &HeaderMap) -> Option<ContentEncoding> {
    match headers.get("content-encoding")?.to_str().ok()?.trim() {
        "gzip" | "x-gzip" => Some(ContentEncoding::Gzip),
        "deflate" => Some(ContentEncoding::Deflate),
        "br" => Some(ContentEncoding::Brotli),
        _ => None,
    }
}

fn unpacked(
    body: impl Stream<Item = Piece> + Unpin + 'static,
    packing: ContentEncoding,
) -> impl Stream<Item = Result<actix_web::web::Bytes, PayloadError>> + 'static {
    let pieces = body.map(|piece| piece.map_err(|error| PayloadError::Io(std::io::Error::other(error))));
    Decompress::new(pieces, packing)
}
