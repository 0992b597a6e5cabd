//! Bodies: passed on as they are, or written anew where another form is wanted or the definition adds to them.

use bytes::Bytes;
use serde_json::{Map, Value};
use url::form_urlencoded;

use super::{
    ApiCall, PlacementProblem,
    content_type::{Kind, Plan},
};
use crate::provider::interpolate::{Context, call_body};

/// Between the parts of a form that is written here. No value holds it: see [`multipart`].
pub(super) const BOUNDARY: &str = "connect-ui-7d1f0c5a9b3e4826";

/// A call's body.
#[derive(Clone)]
pub enum CallBody {
    /// None.
    Empty,
    /// One that is known.
    Whole {
        /// Its bytes.
        bytes: Bytes,
        /// What the caller says it is.
        content_type: Option<String>,
    },
    /// One that passes through unread.
    Passing {
        /// What the caller says it is.
        content_type: Option<String>,
    },
}

impl CallBody {
    /// What the caller says it is.
    pub(super) fn kind(&self) -> Option<&str> {
        match self {
            // What a definition adds to nothing is written as JSON, unless it says otherwise.
            Self::Empty => Some("application/json"),
            Self::Whole { content_type, .. } | Self::Passing { content_type } => content_type.as_deref(),
        }
    }

    /// The text that can be signed; empty where the body is none.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Whole { bytes, .. } => std::str::from_utf8(bytes).unwrap_or_default(),
            Self::Empty | Self::Passing { .. } => "",
        }
    }
}

impl std::fmt::Debug for CallBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CallBody")
    }
}

/// The body as it is sent. What the definition adds joins JSON and forms; in others there is no place for it.
pub(super) fn place(
    call: &ApiCall<'_>,
    plan: &Plan,
    context: Context<'_>,
) -> Result<CallBody, PlacementProblem> {
    let added = added(call, context).filter(|_| matches!(plan.to, Kind::Json | Kind::Form));
    let bytes = match call.body {
        CallBody::Passing { .. } => return Ok(call.body.clone()),
        CallBody::Empty if added.is_none() => return Ok(CallBody::Empty),
        CallBody::Empty => &Bytes::new(),
        CallBody::Whole { bytes, .. } if !plan.rewrites && added.is_none() => {
            return Ok(CallBody::Whole { bytes: bytes.clone(), content_type: None });
        }
        CallBody::Whole { bytes, .. } => bytes,
    };
    let mut value = if bytes.is_empty() { Value::Object(Map::new()) } else { read(bytes, plan.from)? };
    if let (Value::Object(members), Some(added)) = (&mut value, added) {
        merge(members, added);
    }
    let bytes = match plan.to {
        Kind::Form => form(&value),
        Kind::Multipart => multipart(&value),
        Kind::Json | Kind::Other => value.to_string(),
    };
    Ok(CallBody::Whole { bytes: bytes.into(), content_type: None })
}

fn added(call: &ApiCall<'_>, context: Context<'_>) -> Option<Map<String, Value>> {
    let own = &call.provider.proxy.body;
    if own.is_empty() || *call.method == "GET" || *call.method == "HEAD" {
        return None;
    }
    let own = own.iter().map(|(name, value)| (name.clone(), value.clone()));
    match call_body(&Value::Object(own.collect()), context)? {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

/// The definition's values over the caller's; maps join.
fn merge(members: &mut Map<String, Value>, added: Map<String, Value>) {
    for (name, value) in added {
        match (members.get_mut(&name), value) {
            (Some(Value::Object(inner)), Value::Object(value)) => merge(inner, value),
            (_, value) => {
                members.insert(name, value);
            }
        }
    }
}

fn read(bytes: &Bytes, kind: Kind) -> Result<Value, PlacementProblem> {
    if kind != Kind::Form {
        return serde_json::from_slice(bytes).map_err(|_| PlacementProblem::Body);
    }
    let mut members = Map::new();
    for (name, value) in form_urlencoded::parse(bytes) {
        let value = Value::String(value.into_owned());
        match members.get_mut(name.as_ref()) {
            None => drop(members.insert(name.into_owned(), value)),
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
        }
    }
    Ok(Value::Object(members))
}

/// `a=1&b[c]=2&d[]=3`, as the published client's own library writes objects.
fn form(value: &Value) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs(value)).finish()
}

fn multipart(value: &Value) -> String {
    let part = |(name, value): (String, String)| {
        let name = name.replace('"', "%22").replace(['\r', '\n'], " ");
        let value = value.replace(BOUNDARY, "");
        format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let end = format!("--{BOUNDARY}--\r\n");
    pairs(value).into_iter().map(part).chain([end]).collect()
}

fn pairs(value: &Value) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (name, value) in value.as_object().into_iter().flatten() {
        flatten(name.clone(), value, &mut pairs);
    }
    pairs
}

fn flatten(name: String, value: &Value, into: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            for (inner, value) in members {
                flatten(format!("{name}[{inner}]"), value, into);
            }
        }
        Value::Array(values) => {
            for value in values {
                flatten(format!("{name}[]"), value, into);
            }
        }
        other => into.push((name, text(other))),
    }
}

/// A value as a form writes it.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
