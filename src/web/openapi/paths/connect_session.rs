//! `/connect/…`.

use serde_json::{Value, json};

use crate::web::{
    api::input::{
        connect_session::NewConnectSession, exchange::Exchange, reconnect::ReconnectSession,
        telemetry::Telemetry, verify::Verify,
    },
    openapi::{
        caller::Caller,
        operation::{Chapter, Content, Operation},
        schema::{
            about, address, boolean, choice, data, list, map_of, moment, nullable, object, open_object,
            shape, sized, text,
        },
    },
};

const WRITE: Caller = Caller::Key(&["connect_sessions:write"]);
const TOKEN: &str = "nango_connect_session_3f0c9a5be1d27c4486f0b1a29d5e8c7730c4a1f2b6d9e8f7a1b2c3d4e5f60718";

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [create(), reconnect(), show(), end(), exchange(), verify(), telemetry()];
    all.into_iter().map(|operation| operation.of(Chapter::Sessions)).collect()
}

/// What sessions of both kinds may set.
pub(super) fn settings() -> Vec<(&'static str, Value)> {
    vec![
        ("organization", about(shape("Organization"), "Counts only together with `end_user`")),
        ("tags", shape("Tags")),
        (
            "integrations_config_defaults",
            about(
                map_of(&shape("IntegrationDefaults")),
                "By the key of an integration: what is preset and not asked for",
            ),
        ),
        (
            "overrides",
            map_of(&open_object([("docs_connect?", about(text(), "Where the form's help points"))])),
        ),
        ("webhook_url_override", about(shape("WebhookTarget"), "Where this session's webhooks go instead")),
        ("connect_ui", shape("ConnectUi")),
    ]
}

/// The answer with the token.
pub(super) fn created() -> Value {
    json!({ "data": {
        "token": TOKEN,
        "connect_link": format!("https://connect.example.com/?session_token={TOKEN}"),
        "expires_at": "2025-01-31T10:30:00.000Z",
    }})
}

fn create() -> Operation {
    let mut body = object([
        ("end_user?", shape("EndUser")),
        (
            "allowed_integrations?",
            about(list(&shape("IntegrationKey")), "The only ones offered; an empty list is all of them"),
        ),
    ]);
    for (name, schema) in settings() {
        body["properties"][name] = schema;
    }
    body["anyOf"] = json!([{ "required": ["tags"] }, { "required": ["end_user"] }]);
    Operation::new("POST", "/connect/sessions", "createConnectSession", "Create a connect session")
        .about(
            "A session is one user's half hour in which accounts can be connected. Say who it is by `tags`: they are given \
             to every connection that comes of it, and webhooks and lists name them. Do not call this from a browser.",
        )
        .by(WRITE)
        .no_query()
        .body(
            body,
            |body| NewConnectSession::read(body).map(drop),
            vec![
                ("tags", json!({ "tags": { "end_user_id": "u-1", "end_user_email": "alice@acme.example" } })),
                (
                    "narrowed",
                    json!({
                        "tags": { "end_user_id": "u-1", "organization_id": "acme" },
                        "allowed_integrations": ["github-prod"],
                        "integrations_config_defaults": { "github-prod": { "authorization_params": { "allow_signup": "false" } } },
                        "webhook_url_override": "https://app.example.com/webhooks/connect",
                        "connect_ui": { "app_name": "Acme" },
                    }),
                ),
                ("end user", json!({ "end_user": { "id": "u-1", "email": "alice@acme.example", "display_name": "Alice" } })),
            ],
        )
        .answers(201, "The token is told this once", data(shape("SessionCreated")), created())
}

fn reconnect() -> Operation {
    let mut body = object([
        ("connection_id", about(sized(1, 255), "The connection to connect anew")),
        ("integration_id", shape("IntegrationKey")),
        ("end_user?", about(shape("EndUser"), "Takes the place of the connection's own")),
    ]);
    for (name, schema) in settings() {
        body["properties"][name] = schema;
    }
    Operation::new("POST", "/connect/sessions/reconnect", "createReconnectSession", "Create a session that reconnects")
        .about(
            "For a connection whose credentials do not hold any more. It keeps its id, its metadata, and whatever the body \
             does not give anew: tags, end user, webhook address. The session offers only this integration.",
        )
        .by(WRITE)
        .no_query()
        .body(
            body,
            |body| ReconnectSession::read(body).map(drop),
            vec![(
                "connection",
                json!({ "connection_id": "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f", "integration_id": "github-prod" }),
            )],
        )
        .answers(201, "The token is told this once", data(shape("SessionCreated")), created())
}

fn show() -> Operation {
    let session = object([
        ("endUser", nullable(&shape("ShownEndUser"))),
        ("connectUISettings", shape("UiSettings")),
        ("allowed_integrations?", list(&text())),
        ("integrations_config_defaults?", map_of(&open_object([]))),
        ("isReconnecting?", boolean()),
        ("overrides?", map_of(&open_object([]))),
        ("websocketsPath", text()),
    ]);
    Operation::new("GET", "/connect/session", "getConnectSession", "Read one's own session")
        .about("What a page needs to know of its session. Keys that are not set are left out.")
        .by(Caller::Session)
        .no_query()
        .answers(
            200,
            "The session",
            data(session),
            json!({ "data": {
                "endUser": null,
                "connectUISettings": {
                    "theme": { "light": { "primary": "#0b66c3" }, "dark": { "primary": "#6cb2f7" } },
                    "defaultTheme": "system", "showWatermark": true,
                },
                "allowed_integrations": ["github-prod"],
                "websocketsPath": "/",
            }}),
        )
        .refuse(&[(400, "invalid_json"), (400, "invalid_body"), (413, "payload_too_large")])
}

fn end() -> Operation {
    Operation::new("DELETE", "/connect/session", "endConnectSession", "End one's own session")
        .about("Its token opens nothing from then on. Connections stay.")
        .by(Caller::Session)
        .no_query()
        .answers_with(204, "Ended", Content::Empty)
        .refuse(&[(400, "invalid_json"), (400, "invalid_body"), (413, "payload_too_large")])
}

fn exchange() -> Operation {
    let connection = object([
        ("connection_id", text()),
        ("provider_config_key", text()),
        ("provider", text()),
        ("end_user", nullable(&shape("ShownEndUser"))),
        ("tags", map_of(&text())),
    ]);
    Operation::new("POST", "/connect/exchange", "exchangeCode", "Take over a connection")
        .about(
            "Ours alone. A session with `connect_ui.completion` set to `exchange` gives your page a code instead of a \
             connection. Your backend exchanges it here and compares the tags with who is signed in; only then can the \
             connection be used.",
        )
        .by(WRITE)
        .no_query()
        .body(
            object([("code", sized(1, 255))]),
            |body| Exchange::read(body).map(drop),
            vec![("code", json!({ "code": "f3c1a9d04b7e" }))],
        )
        .answers(
            200,
            "Whose connection it is",
            data(connection),
            json!({ "data": {
                "connection_id": "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f", "provider_config_key": "github-prod",
                "provider": "github", "end_user": null, "tags": { "end_user_id": "u-1" },
            }}),
        )
        .refuse(&[(404, "unknown_exchange_code"), (409, "exchange_code_used"), (410, "exchange_code_expired")])
}

fn verify() -> Operation {
    Operation::new("POST", "/connect/verify", "verifyEndUser", "Say who opened a hosted link")
        .about(
            "Ours alone. With `connect_ui.verify` set to `app`, a hosted link leads to your `verify_url` with a challenge. \
             Your backend says here who is signed in there, and leads the browser to the address in the answer.",
        )
        .by(WRITE)
        .no_query()
        .body(
            object([("challenge", sized(1, 255)), ("end_user_id", sized(1, 255))]),
            |body| Verify::read(body).map(drop),
            vec![("signed in", json!({ "challenge": "9b1d6c2e8f70", "end_user_id": "u-1" }))],
        )
        .answers(
            200,
            "It is the person for whom the link was made",
            data(object([("return_url", address())])),
            json!({ "data": { "return_url": "https://connect.example.com/ui/verified?answer=5ae2" } }),
        )
        .refuse(&[(403, "end_user_mismatch"), (404, "unknown_challenge"), (410, "challenge_expired")])
}

fn telemetry() -> Operation {
    let events = [
        "open",
        "view:list",
        "view:integration",
        "view:unknown_error",
        "view:credentials_error",
        "view:success",
        "click:integration",
        "click:doc",
        "click:doc_section",
        "click:connect",
        "click:close",
        "click:finish",
        "click:outside",
        "popup:blocked_by_browser",
        "popup:closed_early",
    ];
    let body = object([
        ("token", text()),
        ("event", choice(&events)),
        ("timestamp", about(moment(), "Within two hours of the server's time")),
        ("dimensions?", open_object([("integration?", shape("IntegrationKey"))])),
    ]);
    Operation::new("POST", "/connect/telemetry", "reportEvent", "Report what happened in a page")
        .about("Sent by the Connect UI with `sendBeacon`, which cannot set headers: the token stands in the body.")
        .by(Caller::BodyToken)
        .no_query()
        .body(
            body,
            // The example's moment is long past; that it is refused for nothing else is what counts.
            |body| {
                let now = crate::clock::Timestamp::parse_rfc3339("2025-01-31T10:00:00Z");
                Telemetry::read(body, now.unwrap_or(crate::clock::Timestamp(0))).map(drop)
            },
            vec![("opened", json!({ "token": TOKEN, "event": "open", "timestamp": "2025-01-31T10:00:00.000Z" }))],
        )
        .answers_with(204, "Noted", Content::Empty)
}
