//! Bytes of a body into a JSON tree.
//!
//! Owns malformed JSON. Must not know what a body means.

use serde_json::{Map, Value};

/// A body that is not JSON, with the parser's message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidJson(pub String);

/// Reads a body. Without a content type there is no body; with one, an empty body is an empty object.
///
/// Nesting deeper than 128 is refused by the parser, so that no later step can overflow the stack.
pub fn parse_body(has_content_type: bool, body: &[u8]) -> Result<Option<Value>, InvalidJson> {
    if !has_content_type {
        return Ok(None);
    }
    if body.is_empty() {
        return Ok(Some(Value::Object(Map::new())));
    }
    serde_json::from_slice(body).map(Some).map_err(|error| InvalidJson(error.to_string()))
}
