//! Which content type a body goes out with, and whether it must be written anew for it (wire-protocol.md §7.1).

use super::CallBody;
use crate::{outbound::HeaderMap, provider::Provider};

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// What a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Json,
    Form,
    Multipart,
    Other,
}

/// From what a body is written to what.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// What came.
    pub from: Kind,
    /// What goes.
    pub to: Kind,
    /// Whether the two differ.
    pub rewrites: bool,
    content_type: String,
}

impl Plan {
    /// The content type for a body; none without one.
    pub(super) fn content_type<'a>(&'a self, body: &CallBody) -> Option<&'a str> {
        let has_body = !matches!(body, CallBody::Empty);
        (has_body && !self.content_type.is_empty()).then_some(&self.content_type)
    }
}

/// What the caller says for the service counts; then the definition, if what came can be written so; then what came,
/// where a form becomes JSON.
pub(super) fn plan(provider: &Provider, incoming: Option<&str>, headers: &HeaderMap) -> Plan {
    let from = incoming.map_or(Kind::Other, kind);
    let own = headers.get("content-type").and_then(|value| value.to_str().ok());
    let of_definition = || {
        let text = provider.proxy.headers.get("content-type").filter(|text| !text.contains("${"));
        text.map(String::as_str).filter(|_| matches!(from, Kind::Json | Kind::Form))
    };
    let came = || match from {
        Kind::Form | Kind::Json => "application/json",
        Kind::Multipart | Kind::Other => incoming.unwrap_or_default(),
    };
    let wanted = own.or_else(of_definition).unwrap_or_else(came);
    let to = kind(wanted);
    let rewrites = from != to && matches!(from, Kind::Json | Kind::Form) && to != Kind::Other;
    // A boundary belongs to the body that came, or to the one that is written.
    let content_type = match (to, incoming) {
        (Kind::Multipart, Some(incoming)) if from == Kind::Multipart => incoming.to_owned(),
        (Kind::Multipart, _) if rewrites => format!("{MULTIPART}; boundary={}", super::body::BOUNDARY),
        _ => wanted.to_owned(),
    };
    Plan { from, to, rewrites, content_type }
}

fn kind(content_type: &str) -> Kind {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        FORM => Kind::Form,
        MULTIPART => Kind::Multipart,
        "application/json" | "" => Kind::Json,
        other if other.ends_with("+json") => Kind::Json,
        _ => Kind::Other,
    }
}
