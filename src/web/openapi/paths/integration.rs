//! `/integrations`.

use serde_json::{Value, json};

use crate::web::{
    api::input::integration::{IntegrationPatch, NewIntegration},
    openapi::{
        caller::Caller,
        operation::{Chapter, Operation},
        schema::{about, boolean, choice, data, list, map_of, object, pattern, shape, sized, text},
    },
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [list_all(), create(), one(), patch(), delete(), quickstart()];
    all.into_iter().map(|operation| operation.of(Chapter::Integrations)).collect()
}

fn example() -> Value {
    json!({
        "unique_key": "github-prod", "provider": "github", "display_name": "GitHub",
        "logo": "https://connect.example.com/images/template-logos/github.svg", "forward_webhooks": true,
        "created_at": "2025-01-31T10:00:00.000Z", "updated_at": "2025-01-31T10:00:00.000Z",
    })
}

fn settings(mut body: Value) -> Value {
    let members = [
        ("display_name", about(sized(1, 255), "Shown instead of the provider's name")),
        ("forward_webhooks", boolean()),
        ("credentials", shape("IntegrationCredentials")),
        (
            "integration_config",
            about(map_of(&sized(0, 8192)), "What the provider's `integration_config` asks for"),
        ),
        ("custom", about(map_of(&text()), "Free values, for providers without `integration_config`")),
    ];
    for (name, schema) in members {
        body["properties"][name] = schema;
    }
    body
}

fn client() -> Value {
    json!({ "type": "OAUTH2", "client_id": "Iv1.8a61f9b3a7aba766", "client_secret": "b9c1d2e3f4", "scopes": "repo,user" })
}

fn list_all() -> Operation {
    Operation::new("GET", "/integrations", "listIntegrations", "List integrations")
        .about("With a session token, only those that the session allows. One whose provider is gone is left out.")
        .by(Caller::Either(&["integrations:list", "integrations:list_credentials"]))
        .no_query()
        .answers(200, "All of them", data(list(&shape("Integration"))), json!({ "data": [example()] }))
}

fn one() -> Operation {
    let part = choice(&["webhook", "credentials"]);
    Operation::new("GET", "/integrations/{uniqueKey}", "getIntegration", "Read an integration")
        .about("Its client is told only to keys with `environment:integrations:read_credentials`; to others it is left out.")
        .by(Caller::Key(&["integrations:read", "integrations:read_credentials"]))
        .integration_key("uniqueKey")
        .query(
            "include?",
            "What else to tell: the address for the service's webhooks, the integration's client. May stand twice",
            json!({ "anyOf": [part, { "type": "array", "items": part, "minItems": 1 }] }),
            "webhook".into(),
        )
        .answers(200, "The integration", data(shape("Integration")), json!({ "data": example() }))
        .refuse(&[(404, "not_found")])
}

fn create() -> Operation {
    let body = object([
        ("provider", about(pattern("^[a-zA-Z0-9_-]+$", 255), "The provider's key")),
        ("unique_key", shape("IntegrationKey")),
    ]);
    Operation::new("POST", "/integrations", "createIntegration", "Create an integration")
        .about(
            "The type of the credentials must be the provider's `auth_mode`. Providers of OAuth, of GitHub Apps and of two \
             more kinds need them. Where a service registers clients by itself, one is registered.",
        )
        .by(Caller::Key(&["integrations:create"]))
        .no_query()
        .body(
            settings(body),
            |body| NewIntegration::read(body).map(drop),
            vec![
                ("OAuth", json!({ "provider": "github", "unique_key": "github-prod", "credentials": client() })),
                ("no client", json!({ "provider": "demo-postbox", "unique_key": "mail", "display_name": "Mail" })),
            ],
        )
        .answers(200, "As it was stored", data(shape("Integration")), json!({ "data": example() }))
        .refuse(&[(502, "client_registration_failed")])
}

fn patch() -> Operation {
    Operation::new("PATCH", "/integrations/{uniqueKey}", "updateIntegration", "Change an integration")
        .about("What is not named stays. The key stays while there are connections: your backend knows them by it.")
        .by(Caller::Key(&["integrations:update"]))
        .integration_key("uniqueKey")
        .no_query()
        .body(
            settings(object([("unique_key?", shape("IntegrationKey"))])),
            |body| IntegrationPatch::read(body).map(drop),
            vec![
                ("new name", json!({ "display_name": "GitHub of Acme" })),
                ("new client", json!({ "credentials": client() })),
            ],
        )
        .answers(200, "As it is now", data(shape("Integration")), json!({ "data": example() }))
        .refuse(&[(404, "not_found"), (409, "conflict")])
}

fn delete() -> Operation {
    Operation::new("DELETE", "/integrations/{uniqueKey}", "deleteIntegration", "Delete an integration")
        .about("With all its connections. What they hold is revoked at the service where the service can do that.")
        .by(Caller::Key(&["integrations:delete"]))
        .integration_key("uniqueKey")
        .no_query()
        .answers(200, "Deleted", shape("Success"), json!({ "success": true }))
        .refuse(&[(404, "not_found")])
}

fn quickstart() -> Operation {
    Operation::new("POST", "/integrations/quickstart", "createQuickstartIntegration", "Use a shared client")
        .about("This server has no shared clients: the answer is always 400. Register your own client and create the \
                integration with it.")
        .by(Caller::Key(&["integrations:create"]))
        .no_query()
        .refuse(&[(400, "invalid_json"), (400, "invalid_body"), (413, "payload_too_large")])
}
