//! Environments and their keys, for the operator's own programs.

use serde_json::json;

use crate::web::{
    api::input::account::{NewEnvironment, NewKey, OldKey},
    openapi::{
        caller::Caller,
        operation::{Chapter, Content, Operation},
        schema::{about, boolean, data, list, object, shape, sized, text},
    },
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [create_environment(), delete_environment(), create_key(), delete_key()];
    all.into_iter().map(|operation| operation.of(Chapter::Settings)).collect()
}

const ENVIRONMENT: &str = "5d9c6e0a4b7f43c1a8e2d3f4b5c6a7d8";
const KEY: &str = "0f8e7d6c5b4a49382716051423324150";

fn create_environment() -> Operation {
    let body = object([
        ("name", about(sized(1, 255), "Small letters, digits, - and _")),
        ("is_production?", about(boolean(), "Accepted, and without meaning here")),
    ]);
    let answer = object([
        ("id", text()),
        ("name", text()),
        ("secret", about(text(), "Its first key, which may do everything in it. It is not shown again")),
    ]);
    let example = json!({ "data": {
        "id": ENVIRONMENT, "name": "prod", "secret": "22222222-2222-4222-8222-222222222222",
    }});
    Operation::new("POST", "/environments", "createEnvironment", "Make an environment")
        .by(Caller::Account)
        .no_query()
        .body(
            body,
            |body| NewEnvironment::read(body).map(drop),
            vec![("environment", json!({ "name": "prod" }))],
        )
        .answers(200, "It is made", data(answer), example)
        .refuse(&[(400, "resource_capped"), (409, "conflict")])
}

fn delete_environment() -> Operation {
    Operation::new("DELETE", "/environments/{id}", "deleteEnvironment", "Delete an environment")
        .about("With its integrations, keys, links and variables. It must not have connections any more.")
        .by(Caller::Account)
        .no_query()
        .path("id", "The environment's id", text(), ENVIRONMENT.into())
        .answers_with(204, "It is gone", Content::Empty)
        .refuse(&[(400, "cannot_delete_prod_environment"), (404, "unknown_environment"), (409, "conflict")])
}

fn create_key() -> Operation {
    let body = object([
        ("environment_id", sized(1, 255)),
        ("display_name", sized(1, 100)),
        (
            "scopes?",
            about(
                list(&text()),
                "What it may do, each beginning with `environment:`; everything where nothing is said",
            ),
        ),
    ]);
    let answer = object([
        ("id", text()),
        ("display_name", text()),
        ("scopes", list(&text())),
        ("secret", about(text(), "The key. It is not shown again")),
        ("created_at", text()),
    ]);
    let example = json!({ "data": {
        "id": KEY, "display_name": "Backend", "scopes": ["environment:*"],
        "secret": "33333333-3333-4333-8333-333333333333", "created_at": "2025-01-31T10:00:00.000Z",
    }});
    let sent = json!({ "environment_id": ENVIRONMENT, "display_name": "Backend" });
    Operation::new("POST", "/environment/api-keys", "createApiKey", "Make an API key")
        .by(Caller::Account)
        .no_query()
        .body(body, |body| NewKey::read(body).map(drop), vec![("key", sent)])
        .answers(200, "It is made", data(answer), example)
        .refuse(&[(400, "resource_capped"), (404, "unknown_environment"), (409, "conflict")])
}

fn delete_key() -> Operation {
    let body = object([("environment_id", sized(1, 255)), ("key_id", sized(1, 255))]);
    let sent = json!({ "environment_id": ENVIRONMENT, "key_id": KEY });
    Operation::new("DELETE", "/environment/api-keys", "deleteApiKey", "Revoke an API key")
        .by(Caller::Account)
        .no_query()
        .body(body, |body| OldKey::read(body).map(drop), vec![("key", sent)])
        .answers(200, "It opens nothing any more", shape("Success"), json!({ "success": true }))
        .refuse(&[(404, "not_found"), (404, "unknown_environment")])
}
