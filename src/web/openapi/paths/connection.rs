//! `/connections`.

use serde_json::{Value, json};

use crate::web::api::input::connection_change::{ConnectionPatch, MetadataBody};
use crate::web::openapi::{
    caller::Caller,
    operation::{Chapter, Operation},
    schema::{about, any_object, list, object, shape, sized, text, whole},
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [list_all(), one(), change(), replace_metadata(), merge_metadata(), delete()];
    all.into_iter().map(|operation| operation.of(Chapter::Connections)).collect()
}

/// What a list shows of a connection.
fn item() -> Value {
    json!({
        "id": 7, "connection_id": "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f", "provider_config_key": "github-prod",
        "provider": "github", "errors": [], "end_user": null, "tags": { "end_user_id": "u-1" }, "metadata": null,
        "created": "2025-01-31T10:00:00.000000+00:00",
    })
}

/// A whole one.
pub(super) fn full() -> Value {
    json!({
        "id": 7, "connection_id": "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f", "provider_config_key": "github-prod",
        "provider": "github", "errors": [], "end_user": null, "tags": { "end_user_id": "u-1" }, "metadata": null,
        "connection_config": {}, "webhook_url_override": null,
        "created_at": "2025-01-31T10:00:00.000+00:00", "updated_at": "2025-01-31T10:00:00.000+00:00",
        "last_fetched_at": "2025-01-31T10:05:00.000+00:00",
        "credentials": {
            "type": "OAUTH2", "access_token": "gho_16C7e42F292c6912E7710c838347Ae178B4a",
            "expires_at": "2025-01-31T18:00:00.000Z", "raw": { "access_token": "gho_16C7e42F292c6912E7710c838347Ae178B4a" },
        },
    })
}

/// The texts that a query takes for yes and no.
fn flag() -> Value {
    let words = ["true", "false", "1", "0", "yes", "no", "on", "off", "y", "n", "enabled", "disabled"];
    json!({ "type": "string", "enum": words })
}

/// Which integration a call is about.
pub(super) fn of_integration(operation: Operation) -> Operation {
    operation.query(
        "provider_config_key",
        "The key of its integration",
        shape("IntegrationKey"),
        "github-prod".into(),
    )
}

fn list_all() -> Operation {
    Operation::new("GET", "/connections", "listConnections", "List connections")
        .about(
            "The newest first, without credentials. All filters must hold. There is no total and no cursor: ask for the \
             next page until one is not full.",
        )
        .by(Caller::Key(&["connections:list", "connections:list_credentials"]))
        .query("connectionId?", "Exactly this connection", sized(1, 255), "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f".into())
        .query("search?", "Part of its id, or of the user's name or e-mail address, in any case. Fewer than three characters are looked for among the newest 10,000 connections, unless a user or an id is named too", sized(1, 255), "alice".into())
        .query("endUserId?", "Your id of the user", sized(1, 255), "u-1".into())
        .query("endUserOrganizationId?", "Your id of the organization", sized(1, 255), "acme".into())
        .query("integrationId?", "Any of these integrations, separated by commas", text(), "github-prod,slack".into())
        .deep_query("tags?", "All of these tags, as `tags[end_user_id]=u-1`", shape("Tags"), json!({ "end_user_id": "u-1" }))
        .query("limit?", "At most so many; without it 10,000", whole(1, 2000), 100.into())
        .query("page?", "Which page of so many, from 0", json!({ "type": "integer", "minimum": 0 }), 0.into())
        .answers(
            200,
            "One page",
            object([("connections", list(&shape("ConnectionItem")))]),
            json!({ "connections": [item()] }),
        )
}

fn one() -> Operation {
    let operation =
        Operation::new("GET", "/connections/{connectionId}", "getConnection", "Read a connection")
            .about(
                "With fresh credentials: a token that is about to end is renewed first. To a key without \
             `environment:connections:read_credentials` the credentials are empty, and nothing is renewed.",
            )
            .by(Caller::Key(&["connections:read", "connections:read_credentials"]))
            .connection_id();
    of_integration(operation)
        .query("refresh_token?", "Whether to tell the refresh token too", flag(), "false".into())
        .query("force_refresh?", "Whether to renew a token that is not about to end", flag(), "false".into())
        .query(
            "refresh_github_app_jwt_token?",
            "Whether to renew a GitHub App's own token too",
            flag(),
            "false".into(),
        )
        .answers(200, "The connection", shape("Connection"), full())
        .refuse(&[
            (400, "unknown_provider_config"),
            (400, "invalid_credentials"),
            (404, "not_found"),
            (409, "connection_not_exchanged"),
            (424, "invalid_credentials"),
            (500, "invalid_credentials"),
        ])
}

fn change() -> Operation {
    let body = object([
        ("end_user?", about(shape("EndUser"), "Whose account it is from now on")),
        ("tags?", about(shape("Tags"), "With those that `end_user` makes, all tags from now on")),
        (
            "webhook_url_override?",
            about(text(), "The only address that gets its webhooks; empty for none of its own"),
        ),
    ]);
    let operation =
        Operation::new("PATCH", "/connections/{connectionId}", "changeConnection", "Change a connection")
            .about("What is absent stays. Credentials are changed by a reconnect session.")
            .by(Caller::Key(&["connections:update"]))
            .connection_id();
    of_integration(operation)
        .body(
            body,
            |body| ConnectionPatch::read(body).map(drop),
            vec![
                ("tags", json!({ "tags": { "end_user_id": "u-1", "plan": "gold" } })),
                ("webhooks", json!({ "webhook_url_override": "" })),
            ],
        )
        .answers(200, "Changed", shape("Success"), json!({ "success": true }))
        .refuse(&[(400, "unknown_provider_config"), (404, "not_found")])
}

fn replace_metadata() -> Operation {
    let operation = Operation::new("POST", "/connections/metadata", "setMetadata", "Replace metadata");
    metadata(
        operation.about("All of the connections get it, or none. Nothing of the old metadata stays."),
        201,
    )
}

fn merge_metadata() -> Operation {
    let operation = Operation::new("PATCH", "/connections/metadata", "updateMetadata", "Merge metadata");
    metadata(
        operation
            .about("Members of the first level take the place of those of the same name; the others stay."),
        200,
    )
}

/// What both calls have in common; they answer with what was sent.
fn metadata(operation: Operation, status: u16) -> Operation {
    let ids = json!({ "anyOf": [sized(1, 255), list(&sized(1, 255))] });
    let body = object([
        ("connection_id", about(ids, "One connection or several")),
        ("provider_config_key", shape("IntegrationKey")),
        ("metadata", any_object()),
    ]);
    let example = json!({
        "connection_id": "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f", "provider_config_key": "github-prod",
        "metadata": { "folder": "inbox" },
    });
    operation
        .by(Caller::Key(&["connections:update"]))
        .no_query()
        .body(body.clone(), |body| MetadataBody::read(body).map(drop), vec![("one", example.clone())])
        .answers(status, "What was sent", body, example)
        .refuse(&[(404, "unknown_connection")])
}

fn delete() -> Operation {
    let operation = Operation::new("DELETE", "/connections/{connectionId}", "deleteConnection", "Delete a connection")
        .about("What it holds is revoked at the service where the service can do that. One that is not there is 400, as the \
                protocol has it.")
        .by(Caller::Key(&["connections:delete"]))
        .connection_id();
    of_integration(operation)
        .answers(
            200,
            "`success` is false if somebody else was faster",
            shape("Success"),
            json!({ "success": true }),
        )
        .refuse(&[(400, "unknown_connection")])
}
