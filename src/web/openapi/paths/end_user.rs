//! `/end-users`.

use serde_json::{Value, json};

use crate::web::openapi::{
    caller::Caller,
    operation::{Chapter, Operation},
    schema::{address, boolean, choice, list, nullable, object, shape, sized, text},
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    vec![erase().of(Chapter::Connections)]
}

fn erased() -> Value {
    object([
        ("connection_id", text()),
        ("provider_config_key", shape("IntegrationKey")),
        ("provider", text()),
        ("revocation", choice(&["revoked", "partly", "not_offered", "failed"])),
        ("detail", text()),
        ("end_access_at", nullable(&address())),
    ])
}

fn erase() -> Operation {
    let example = json!({
        "connection_id": "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f", "provider_config_key": "github-prod",
        "provider": "github", "revocation": "not_offered",
        "detail": "not revoked at the service: it offers no revocation", "end_access_at": "https://github.com",
    });
    Operation::new("DELETE", "/end-users/{endUserId}", "eraseEndUser", "Erase everything about a user")
        .about(
            "Ours alone. Their connections are revoked at the services, where those offer it, and deleted for good with \
             sessions, attempts, tags and webhooks. The answer says what could not be ended, and on which site the \
             account's owner can do it. It may be asked again: nobody by that id is no error.",
        )
        .by(Caller::Key(&["connections:delete"]))
        .path("endUserId", "Your id of the user", sized(1, 255), "u-1".into())
        .no_query()
        .answers(
            200,
            "What was deleted, and what came of it at the services",
            object([("success", boolean()), ("data", object([("connections", list(&erased()))]))]),
            json!({ "success": true, "data": { "connections": [example] } }),
        )
        .refuse(&[(400, "invalid_uri_params")])
}
