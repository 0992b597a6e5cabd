//! What belongs to an environment.

mod theme;
mod wording;

use serde_json::{Value, json};

use crate::web::{
    api::input::{ui_settings::UiSettings, webhook_settings::WebhookSettingsPatch},
    openapi::{
        caller::Caller,
        operation::{Chapter, Operation},
        schema::{about, boolean, data, list, nullable, object, shape, sized, text},
    },
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [show_look(), replace_look(), show_webhooks(), change_webhooks(), rotate(), variables()];
    all.into_iter()
        .chain(theme::operations())
        .chain(wording::operations())
        .map(|operation| operation.of(Chapter::Settings))
        .collect()
}

fn of_environment(operation: Operation) -> Operation {
    operation.query("env", "The name of the environment", sized(1, 255), "dev".into())
}

fn look() -> Value {
    json!({
        "theme": { "light": { "primary": "#0b66c3" }, "dark": { "primary": "#6cb2f7" } },
        "defaultTheme": "system", "showWatermark": true,
    })
}

fn show_look() -> Operation {
    let path = "/api/v1/connect-ui-settings";
    of_environment(Operation::new("GET", path, "getConnectUiSettings", "Read how the pages look"))
        .by(Caller::Settings("connect_ui_settings:read"))
        .answers(200, "The settings", data(shape("UiSettings")), json!({ "data": look() }))
}

fn replace_look() -> Operation {
    let path = "/api/v1/connect-ui-settings";
    of_environment(Operation::new("PUT", path, "setConnectUiSettings", "Set how the pages look"))
        .about("Colours are as CSS writes them. One from which no readable page can be made is refused with the reason.")
        .by(Caller::Settings("connect_ui_settings:update"))
        .body(shape("UiSettings"), |body| UiSettings::read(body).map(drop), vec![("settings", look())])
        .answers(200, "As they are now", data(shape("UiSettings")), json!({ "data": look() }))
        .refuse(&[(409, "conflict")])
}

fn show_webhooks() -> Operation {
    let settings = object([
        ("primary_url", nullable(&text())),
        ("secondary_url", nullable(&text())),
        ("on_auth_creation", boolean()),
        ("on_auth_refresh_error", boolean()),
    ]);
    let example = json!({
        "primary_url": "https://app.example.com/webhooks/connect", "secondary_url": null,
        "on_auth_creation": true, "on_auth_refresh_error": true,
    });
    let path = "/api/v1/environments/webhook";
    of_environment(Operation::new("GET", path, "getWebhookSettings", "Read where webhooks go"))
        .by(Caller::Settings("webhook_settings:read"))
        .answers(200, "The settings", data(settings), json!({ "data": example }))
        .refuse(&[(404, "not_found")])
}

fn change_webhooks() -> Operation {
    let mut body = object([
        ("primary_url?", shape("WebhookTarget")),
        ("secondary_url?", shape("WebhookTarget")),
        ("on_auth_creation?", about(boolean(), "Whether you are told of new connections")),
        (
            "on_auth_refresh_error?",
            about(boolean(), "Whether you are told when credentials could not be renewed"),
        ),
        ("on_sync_completion_always?", about(boolean(), "Accepted, and without meaning here")),
        ("on_sync_error?", about(boolean(), "Accepted, and without meaning here")),
        ("on_async_action_completion?", about(boolean(), "Accepted, and without meaning here")),
    ]);
    body["minProperties"] = json!(1);
    let path = "/api/v1/environments/webhook";
    of_environment(Operation::new("PATCH", path, "setWebhookSettings", "Set where webhooks go"))
        .about("What is not named stays; the empty text takes an address away.")
        .by(Caller::Settings("webhook_settings:update"))
        .body(
            body,
            |body| WebhookSettingsPatch::read(body).map(drop),
            vec![("address", json!({ "primary_url": "https://app.example.com/webhooks/connect" }))],
        )
        .answers(200, "Stored", shape("Success"), json!({ "success": true }))
        .refuse(&[(404, "not_found"), (409, "conflict")])
}

fn variables() -> Operation {
    let path = "/environment-variables";
    Operation::new("GET", path, "listEnvironmentVariables", "Read the environment's variables")
        .about("An admin sets them. They are stored encrypted.")
        .by(Caller::Key(&["variables:read"]))
        .no_query()
        .answers(
            200,
            "All of them, by name",
            list(&object([("name", text()), ("value", text())])),
            json!([{ "name": "BASE_URL", "value": "https://app.example.com" }]),
        )
}

fn rotate() -> Operation {
    let path = "/environment/webhook-signing-key/rotate";
    Operation::new("POST", path, "rotateWebhookSigningKey", "Make a new webhook signing key")
        .about("The old key signs beside the new one for a day, so that no delivery is refused meanwhile.")
        .by(Caller::Key(&["webhook_signing_key:rotate"]))
        .no_query()
        .answers(
            200,
            "The new key",
            data(object([("webhook_signing_key", text())])),
            json!({ "data": { "webhook_signing_key": "11111111-1111-4111-8111-111111111111" } }),
        )
        .refuse(&[(404, "not_found"), (409, "conflict"), (409, "multiple_webhook_signing_keys")])
}
