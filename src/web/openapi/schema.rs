//! The few JSON Schema shapes of which the document is made.
//!
//! Owns how they are written. Must not know any route.

use serde_json::{Map, Value, json};

/// Any text.
pub fn text() -> Value {
    json!({ "type": "string" })
}

/// A text with so many characters.
pub fn sized(least: u64, most: u64) -> Value {
    json!({ "type": "string", "minLength": least, "maxLength": most })
}

/// A text of this form.
pub fn pattern(pattern: &str, most: u64) -> Value {
    json!({ "type": "string", "pattern": pattern, "maxLength": most })
}

/// One of these texts.
pub fn choice(options: &[&str]) -> Value {
    json!({ "type": "string", "enum": options })
}

/// True or false.
pub fn boolean() -> Value {
    json!({ "type": "boolean" })
}

/// A whole number from here to there.
pub fn whole(least: i64, most: i64) -> Value {
    json!({ "type": "integer", "minimum": least, "maximum": most })
}

/// A moment, as RFC 3339 writes it.
pub fn moment() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

/// An address.
pub fn address() -> Value {
    json!({ "type": "string", "format": "uri" })
}

/// Nothing but exactly this text.
pub fn exactly(text: &str) -> Value {
    json!({ "type": "string", "const": text })
}

/// A list of these.
pub fn list(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// This, or null.
pub fn nullable(schema: &Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

/// A map whose keys are free.
pub fn map_of(values: &Value) -> Value {
    json!({ "type": "object", "additionalProperties": values })
}

/// Any object.
pub fn any_object() -> Value {
    json!({ "type": "object" })
}

/// The shape of that name among the document's shapes.
pub fn shape(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// The same with a sentence for readers.
pub fn about(mut schema: Value, sentence: &str) -> Value {
    schema["description"] = json!(sentence);
    schema
}

/// An object with these members and no others; a name that ends in `?` may be missing.
pub fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    let mut schema = open_object(members);
    schema["additionalProperties"] = json!(false);
    schema
}

/// An object with these members and maybe others.
pub fn open_object<const N: usize>(members: [(&str, Value); N]) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (name, schema) in members {
        let plain = name.strip_suffix('?');
        if plain.is_none() {
            required.push(name.to_owned());
        }
        properties.insert(plain.unwrap_or(name).to_owned(), schema);
    }
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

/// What almost every answer of the protocol is: `{"data": …}`.
pub fn data(schema: Value) -> Value {
    object([("data", schema)])
}
