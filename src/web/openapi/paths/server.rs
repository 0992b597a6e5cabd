//! What whoever watches over the server asks, and these documents.

use serde_json::json;

use crate::web::openapi::{
    operation::{Chapter, Content, Operation},
    schema::{any_object, open_object, text},
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [health(), ready(), logo(), document(), docs(), errors()];
    all.into_iter().map(|operation| operation.of(Chapter::Server)).collect()
}

fn health() -> Operation {
    Operation::new("GET", "/health", "health", "Does the process serve?").answers(
        200,
        "It does",
        open_object([("result", text())]),
        json!({ "result": "ok" }),
    )
}

fn ready() -> Operation {
    let result = open_object([("result", text())]);
    Operation::new("GET", "/ready", "ready", "May requests be sent here?")
        .about("For what decides whether requests are sent here.")
        .answers(200, "The database answers", result.clone(), json!({ "result": "ok" }))
        .answers(
            503,
            "The database does not answer, or the server is stopping",
            result,
            json!({ "result": "not ready", "database": "no answer" }),
        )
}

fn logo() -> Operation {
    Operation::new("GET", "/images/template-logos/{provider}.svg", "getLogo", "The logo of a provider")
        .about("Loadable from every origin. An unknown provider has a monogram.")
        .path("provider", "The provider's key", text(), "demo-postbox".into())
        .answers_with(200, "The logo", Content::Other("image/svg+xml"))
}

fn document() -> Operation {
    Operation::new("GET", "/openapi.json", "getOpenApi", "This document")
        .about("OpenAPI 3.1, for generators and tools.")
        .answers(200, "The document", any_object(), json!({ "openapi": "3.1.0" }))
}

fn docs() -> Operation {
    Operation::new("GET", "/docs", "readDocs", "This document, for reading").answers_with(
        200,
        "A page",
        Content::Other("text/html"),
    )
}

fn errors() -> Operation {
    Operation::new("GET", "/docs/errors", "readErrors", "Every error code, for reading").answers_with(
        200,
        "A page",
        Content::Other("text/html"),
    )
}
