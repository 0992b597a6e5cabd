//! The OpenAPI 3.1 document of all operations.
//!
//! Owns its JSON. Must not know any route: what it says is in `paths/` and `error_code/`.

use serde_json::{Map, Value, json};

use super::{
    caller,
    chapters::CHAPTERS,
    error_code::ErrorCode,
    operation::{Answer, Content, Operation, Parameter, Place},
    shapes,
};

/// The document of these operations, for the server at that address.
pub fn document(operations: &[Operation], server: &str) -> Value {
    let mut paths = Map::new();
    for operation in operations {
        let path = paths.entry(operation.path).or_insert_with(|| json!({}));
        path[operation.method.to_ascii_lowercase()] = one(operation);
    }
    let tags: Vec<Value> = CHAPTERS
        .iter()
        .map(|chapter| json!({ "name": chapter.name, "description": chapter.about }))
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Connect UI",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Connecting the accounts of your customers' users, and calling services with them",
            "description": super::chapters::INTRODUCTION,
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": server }],
        "externalDocs": { "url": format!("{server}/docs"), "description": "The same for reading" },
        "tags": tags,
        "paths": paths,
        "components": {
            "schemas": shapes::all(),
            "securitySchemes": caller::schemes("__Host-admin"),
        },
    })
}

fn one(operation: &Operation) -> Value {
    let words = format!("{}\n\nNeeds {}.", operation.about, operation.caller.words());
    let mut json = json!({
        "operationId": operation.id,
        "tags": [operation.chapter.name()],
        "summary": operation.summary,
        "description": words.trim_start(),
        "security": operation.caller.security(),
    });
    if !operation.parameters.is_empty() {
        json["parameters"] = operation.parameters.iter().map(parameter).collect();
    }
    if let Some(body) = &operation.body {
        let examples: Map<String, Value> = body
            .examples
            .iter()
            .map(|(name, value)| ((*name).to_owned(), json!({ "value": value })))
            .collect();
        let mut content = json!({ "schema": body.schema });
        if !examples.is_empty() {
            content["examples"] = json!(examples);
        }
        json["requestBody"] =
            json!({ "required": body.required, "content": { "application/json": content } });
    }
    json["responses"] = responses(operation);
    json
}

fn parameter(parameter: &Parameter) -> Value {
    let place = match parameter.place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
    };
    let mut json = json!({
        "name": parameter.name, "in": place, "required": parameter.required,
        "description": parameter.about, "schema": parameter.schema, "example": parameter.example,
    });
    if parameter.is_deep {
        json["style"] = json!("deepObject");
        json["explode"] = json!(true);
    }
    json
}

fn responses(operation: &Operation) -> Value {
    let mut responses = Map::new();
    for answer in &operation.answers {
        responses.insert(status_name(answer.status), good(answer));
    }
    let mut refusals = super::refusals(operation);
    refusals.sort_unstable();
    for chunk in refusals.chunk_by(|a, b| a.0 == b.0) {
        let codes: Vec<&'static ErrorCode> =
            chunk.iter().filter_map(|(_, code)| ErrorCode::find(code)).collect();
        let Some((status, _)) = chunk.first() else { continue };
        let passes = operation.answers.iter().any(|answer| matches!(answer.content, Content::Passed));
        responses.insert(status_name(*status), refused(&codes, passes));
    }
    responses.into()
}

/// Nought stands for whatever is not named.
fn status_name(status: u16) -> String {
    if status == 0 { "default".to_owned() } else { status.to_string() }
}

fn good(answer: &Answer) -> Value {
    let mut json = json!({ "description": answer.about });
    match &answer.content {
        Content::Empty | Content::Passed => {}
        Content::Json(schema, example) => {
            json["content"] = json!({ "application/json": { "schema": schema, "example": example } });
        }
        Content::Other(media_type) => json["content"] = json!({ *media_type: {} }),
    }
    json
}

/// One status with all the codes that it can have.
fn refused(codes: &[&'static ErrorCode], passes: bool) -> Value {
    let names: Vec<&str> = codes.iter().map(|code| code.code).collect();
    let words: Vec<String> = codes.iter().map(|code| format!("`{}`: {}", code.code, code.happened)).collect();
    let examples: Map<String, Value> =
        codes.iter().map(|code| (code.code.to_owned(), json!({ "value": code.example() }))).collect();
    let schema = json!({
        "allOf": [
            { "$ref": "#/components/schemas/Error" },
            { "properties": { "error": { "properties": { "code": { "enum": names } } } } },
        ],
    });
    // A service may answer with the same status and whatever body it likes, or none.
    if passes {
        return json!({ "description": words.join("\n\n") });
    }
    let content = json!({ "application/json": { "schema": schema, "examples": examples } });
    json!({ "description": words.join("\n\n"), "content": content })
}
