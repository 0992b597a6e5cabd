//! `/connections`.

use serde_json::{Value, json};

use crate::web::openapi::{
    caller::Caller,
    operation::{Chapter, Operation},
    schema::{about, boolean, choice, data, list, nullable, object, open_object, shape, sized, text, whole},
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [list_all(), one(), delete(), erase()];
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
        .query("search?", "Part of its id, or of the user's name or e-mail address", sized(1, 255), "alice".into())
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

fn erase() -> Operation {
    let erased = open_object([
        ("connection_id", text()),
        ("provider_config_key", text()),
        ("provider", text()),
        (
            "revocation",
            about(
                choice(&["revoked", "partly", "not_offered", "failed"]),
                "What became of it at the service",
            ),
        ),
        ("detail", text()),
        ("end_access_at", about(nullable(&text()), "Where the person can end the access")),
    ]);
    let example = json!({ "success": true, "data": { "connections": [{
        "connection_id": "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f", "provider_config_key": "github-prod", "provider": "github",
        "revocation": "revoked", "detail": "revoked at the service", "end_access_at": null,
    }]}});
    let mut answer = data(object([("connections", list(&erased))]));
    answer["properties"]["success"] = boolean();
    Operation::new("DELETE", "/end-users/{id}", "eraseEndUser", "Forget a user")
        .about(
            "Ours alone. Everything of the user with this id is deleted: connections, sessions, and what was noted of them. \
             The answer says of each connection whether it was revoked at the service. Nobody by that id is no error.",
        )
        .by(Caller::Key(&["connections:delete"]))
        .path("id", "Your id of the user", sized(1, 255), "u-1".into())
        .no_query()
        .answers(200, "Forgotten", answer, example)
        .refuse(&[(400, "invalid_uri_params")])
}
