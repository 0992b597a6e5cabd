//! A schema as a list of fields, one line each.

use serde_json::Value;

use super::prose::{Paragraph, paragraphs};

/// Deeper nobody reads; the document itself has it all.
const DEEPEST: usize = 3;

/// A line.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// The name, with those above it.
    pub name: String,
    /// What it may be, in words.
    pub kind: String,
    /// What it is for.
    pub about: Vec<Paragraph>,
}

/// The fields of an object, those of objects within included.
pub fn fields(schema: &Value, shapes: &Value) -> Vec<Field> {
    let mut found = Vec::new();
    walk(schema, shapes, "", 0, &mut found);
    found
}

fn walk(schema: &Value, shapes: &Value, above: &str, depth: usize, found: &mut Vec<Field>) {
    let schema = resolved(schema, shapes);
    if let (Some(variants), None) = (schema.get("oneOf").and_then(Value::as_array), schema.get("properties"))
    {
        for variant in variants {
            walk(variant, shapes, above, depth, found);
        }
        return;
    }
    if depth == DEEPEST {
        return;
    }
    let required = |name: &str| {
        schema["required"].as_array().is_some_and(|names| names.iter().any(|one| one.as_str() == Some(name)))
    };
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        let full = format!("{above}{name}");
        let mut kind = kind(member, shapes);
        if required(name) {
            kind.push_str(", required");
        }
        let shape = resolved(member, shapes);
        let about =
            [member, shape].into_iter().find_map(|one| one["description"].as_str()).unwrap_or_default();
        if !found.iter().any(|field: &Field| field.name == full) {
            found.push(Field { name: full.clone(), kind, about: paragraphs(about) });
        }
        walk(inner(member, shapes), shapes, &format!("{full}."), depth + 1, found);
    }
}

/// Of a list or of something that may be null, what counts.
fn inner<'v>(schema: &'v Value, shapes: &'v Value) -> &'v Value {
    let schema = resolved(schema, shapes);
    match (schema.get("items"), schema["anyOf"].get(0)) {
        (Some(items), _) => resolved(items, shapes),
        (None, Some(first)) => resolved(first, shapes),
        (None, None) => schema,
    }
}

fn resolved<'v>(schema: &'v Value, shapes: &'v Value) -> &'v Value {
    let name = schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next());
    name.map_or(schema, |name| &shapes[name])
}

/// What a value may be, in words.
pub fn kind(schema: &Value, shapes: &Value) -> String {
    let schema = resolved(schema, shapes);
    if let Some(variants) = schema["anyOf"].as_array().or_else(|| schema["oneOf"].as_array()) {
        let kinds: Vec<String> = variants.iter().map(|variant| kind(variant, shapes)).collect();
        let mut distinct: Vec<String> = Vec::new();
        for kind in kinds {
            if !distinct.contains(&kind) {
                distinct.push(kind);
            }
        }
        return distinct.join(" or ");
    }
    if let Some(options) = schema["enum"].as_array() {
        let texts: Vec<&str> =
            options.iter().filter_map(Value::as_str).filter(|text| !text.is_empty()).collect();
        return texts.join(" | ");
    }
    match schema["type"].as_str() {
        Some("string") => text_kind(schema),
        Some("integer") => number_kind(schema),
        Some("boolean") => "true or false".to_owned(),
        Some("array") => format!("list of {}", kind(&schema["items"], shapes)),
        Some("null") => "null".to_owned(),
        Some("object") => match schema.get("additionalProperties").filter(|values| values.is_object()) {
            Some(values) => format!("map of {}", kind(values, shapes)),
            None => "object".to_owned(),
        },
        _ => "anything".to_owned(),
    }
}

fn text_kind(schema: &Value) -> String {
    if let Some(only) = schema["const"].as_str() {
        return only.to_owned();
    }
    match (schema["format"].as_str(), schema["maxLength"].as_u64()) {
        (Some("date-time"), _) => "moment".to_owned(),
        (Some("uri"), _) => "address".to_owned(),
        (Some("email"), _) => "e-mail address".to_owned(),
        (_, Some(most)) => format!("text, at most {most} characters"),
        _ => "text".to_owned(),
    }
}

fn number_kind(schema: &Value) -> String {
    match (schema["minimum"].as_i64(), schema["maximum"].as_i64()) {
        (Some(least), Some(most)) => format!("number from {least} to {most}"),
        (Some(least), None) => format!("number from {least}"),
        _ => "number".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn members_are_named_with_those_above_them() {
        let shapes = json!({ "User": { "type": "object", "properties": { "id": { "type": "string" } }, "required": ["id"] } });
        let schema = json!({ "type": "object", "properties": {
            "user": { "$ref": "#/components/schemas/User" },
            "tags": { "type": "array", "items": { "type": "string", "maxLength": 9 }, "description": "Words" },
        }});
        let found: Vec<(String, String)> =
            fields(&schema, &shapes).into_iter().map(|field| (field.name, field.kind)).collect();
        let expected = [
            ("user", "object"),
            ("user.id", "text, required"),
            ("tags", "list of text, at most 9 characters"),
        ];
        assert_eq!(found, expected.map(|(name, kind)| (name.to_owned(), kind.to_owned())));
    }
}
