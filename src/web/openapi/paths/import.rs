//! Connections that backends bring, and the addresses of older ones.

use serde_json::{Value, json};

use super::connection::{full, of_integration};
use crate::web::{
    api::input::{connection_change::read_metadata, import_connection::ImportConnection},
    openapi::{
        caller::Caller,
        operation::{Chapter, Operation},
        schema::{about, any_object, list, object, open_object, shape, text},
    },
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [
        import(),
        list_legacy(),
        import_legacy(),
        one_legacy(),
        delete_legacy(),
        metadata_legacy("POST"),
        metadata_legacy("PATCH"),
    ];
    all.into_iter().map(|operation| operation.of(Chapter::Connections)).collect()
}

fn import() -> Operation {
    let credentials = about(
        open_object([("type", text())]),
        "By type, as in `credentials` of a connection: OAUTH2, OAUTH2_CC, OAUTH1, API_KEY, BASIC, NONE, TBA; APP and CUSTOM \
         take `app_id` and `installation_id`",
    );
    let body = object([
        ("provider_config_key", shape("IntegrationKey")),
        ("credentials", credentials),
        ("connection_id?", about(text(), "A connection of this id is replaced; without it, it gets one")),
        ("metadata?", any_object()),
        ("connection_config?", open_object([("oauth_scopes_override?", list(&text()))])),
        ("webhook_url_override?", shape("WebhookTarget")),
        ("end_user?", shape("EndUser")),
        ("tags?", shape("Tags")),
    ]);
    let token = json!({ "type": "OAUTH2", "access_token": "gho_16C7", "refresh_token": "r-1", "expires_at": "2025-01-31T18:00:00Z" });
    Operation::new("POST", "/connections", "importConnection", "Take over a connection")
        .about(
            "For accounts that were connected elsewhere. API keys, passwords and NetSuite tokens are tried at the service \
             first; of an app's installation the token is fetched. A connection of the same id is replaced, with its tags; \
             metadata, webhook address and user stay unless they are given. Tells of it by webhook, like any connection.",
        )
        .by(Caller::Key(&["connections:create"]))
        .no_query()
        .body(
            body,
            |body| ImportConnection::read(body).map(drop),
            vec![
                ("token", json!({ "provider_config_key": "github-prod", "credentials": token, "tags": { "end_user_id": "u-1" } })),
                ("API key", json!({ "provider_config_key": "mail", "credentials": { "type": "API_KEY", "apiKey": "k-1" } })),
                ("installation", json!({ "provider_config_key": "github-app", "credentials": { "type": "APP", "app_id": "1", "installation_id": "2" } })),
            ],
        )
        .answers(201, "The connection, with its credentials", shape("Connection"), full())
        .refuse(&[(400, "connection_test_failed"), (404, "not_found"), (409, "conflict")])
}

fn list_legacy() -> Operation {
    let item: Value = json!({ "connections": [] });
    Operation::new("GET", "/connection", "listConnectionsLegacy", "List connections (older address)")
        .about("The same as `GET /connections`, with the same filters.")
        .by(Caller::Key(&["connections:list", "connections:list_credentials"]))
        .answers(200, "One page", object([("connections", list(&shape("ConnectionItem")))]), item)
        .refuse(&[(400, "invalid_query_params")])
}

fn import_legacy() -> Operation {
    let body = open_object([("provider_config_key", shape("IntegrationKey"))]);
    let example = json!({ "provider_config_key": "mail", "connection_id": "c-1", "api_key": "k-1" });
    Operation::new("POST", "/connection", "importConnectionLegacy", "Take over a connection (older address)")
        .about(
            "With flat members instead of `credentials`: `access_token`, `refresh_token` and `expires_at`, `expires_in` or \
             `no_expiration`; `oauth_token` and `oauth_token_secret`; `username` and `password`; `api_key`; `app_id` and \
             `installation_id`.",
        )
        .by(Caller::Key(&["connections:create"]))
        .no_query()
        .body(body, |_| Ok(()), vec![("API key", example.clone())])
        .answers(201, "The body, with the id of the connection", open_object([("connection_id", text())]), example)
        .refuse(&[
            (400, "missing_provider_config"),
            (400, "unknown_provider_config"),
            (400, "invalid_auth_mode"),
            (400, "missing_access_token"),
            (400, "missing_expires_at"),
            (400, "invalid_expires_at"),
            (400, "missing_oauth_token"),
            (400, "missing_oauth_token_secret"),
            (400, "missing_basic_username"),
            (400, "missing_api_key"),
            (400, "missing_app_id"),
            (400, "missing_installation_id"),
            (400, "connection_test_failed"),
            (404, "not_found"),
            (409, "conflict"),
        ])
}

fn one_legacy() -> Operation {
    let operation = Operation::new(
        "GET",
        "/connection/{connectionId}",
        "getConnectionLegacy",
        "Read a connection (older address)",
    )
    .about("The same as `GET /connections/{connectionId}`, with the same options.")
    .by(Caller::Key(&["connections:read", "connections:read_credentials"]))
    .connection_id();
    of_integration(operation).answers(200, "The connection", shape("Connection"), full()).refuse(&[
        (400, "unknown_provider_config"),
        (400, "invalid_credentials"),
        (404, "not_found"),
        (409, "connection_not_exchanged"),
        (424, "invalid_credentials"),
        (500, "invalid_credentials"),
    ])
}

fn metadata_legacy(method: &'static str) -> Operation {
    let (id, summary, about, status) = if method == "POST" {
        (
            "setMetadataLegacy",
            "Replace metadata (older address)",
            "The same as `POST /connections/metadata`",
            201,
        )
    } else {
        (
            "updateMetadataLegacy",
            "Merge metadata (older address)",
            "The same as `PATCH /connections/metadata`",
            200,
        )
    };
    let example = json!({ "folder": "inbox" });
    Operation::new(method, "/connection/{connectionId}/metadata", id, summary)
        .about(format!(
            "{about} for one connection; the body is the metadata. A header Provider-Config-Key does as well."
        ))
        .by(Caller::Key(&["connections:update"]))
        .connection_id()
        .query(
            "provider_config_key?",
            "The key of its integration",
            shape("IntegrationKey"),
            "github-prod".into(),
        )
        .body(any_object(), |body| read_metadata(body).map(drop), vec![("one", example.clone())])
        .answers(status, "What was sent", any_object(), example)
        .refuse(&[(400, "missing_provider_config"), (404, "unknown_connection")])
}

fn delete_legacy() -> Operation {
    let operation = Operation::new(
        "DELETE",
        "/connection/{connectionId}",
        "deleteConnectionLegacy",
        "Delete a connection (older address)",
    )
    .about("The same as `DELETE /connections/{connectionId}`.")
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
