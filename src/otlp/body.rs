//! The body of an export (opentelemetry-proto, JSON mapping): ids in hex, moments as text.

use serde_json::{Value, json};

use super::spans::Ended;

const SERVER: u8 = 2;
const CLIENT: u8 = 3;
const FAILED: u8 = 2;

/// `ExportTraceServiceRequest`.
pub(super) fn traces(service: &str, spans: &[Ended]) -> String {
    let spans: Vec<Value> = spans.iter().map(span).collect();
    json!({ "resourceSpans": [{
        "resource": { "attributes": [
            attribute("service.name", service), attribute("service.version", env!("CARGO_PKG_VERSION")),
        ] },
        "scopeSpans": [{ "scope": { "name": "connect-ui" }, "spans": spans }],
    }] })
    .to_string()
}

fn span(ended: &Ended) -> Value {
    let field =
        |name: &str| ended.fields.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str());
    let is_request = ended.name == "request";
    let name = match (is_request, field("method"), field("route")) {
        (true, Some(method), Some(route)) => format!("{method} {route}"),
        _ => ended.name.to_owned(),
    };
    let attributes: Vec<Value> =
        ended.fields.iter().map(|(name, value)| attribute(convention(name), value)).collect();
    let has_failed = field("status").is_some_and(|status| status.starts_with('5'))
        || (!is_request && field("outcome").is_some_and(|outcome| !outcome.ends_with("xx")));
    let mut told = json!({
        "traceId": hex::encode(ended.trace), "spanId": hex::encode(ended.id), "name": name,
        "kind": if is_request { SERVER } else { CLIENT },
        "startTimeUnixNano": ended.started.to_string(), "endTimeUnixNano": ended.until.to_string(),
        "attributes": attributes,
    });
    if let Some(parent) = ended.parent {
        told["parentSpanId"] = hex::encode(parent).into();
    }
    if has_failed {
        told["status"] = json!({ "code": FAILED });
    }
    told
}

/// The names of the semantic conventions, where they have one.
fn convention(name: &str) -> &str {
    match name {
        "method" => "http.request.method",
        "route" => "http.route",
        "status" => "http.response.status_code",
        "id" => "connect_ui.request_id",
        "outcome" => "connect_ui.outcome",
        other => other,
    }
}

fn attribute(key: &str, value: &str) -> Value {
    match value.parse::<u16>() {
        Ok(number) if key.ends_with("status_code") => {
            json!({ "key": key, "value": { "intValue": number.to_string() } })
        }
        _ => json!({ "key": key, "value": { "stringValue": value } }),
    }
}
