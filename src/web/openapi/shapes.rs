//! The shapes that several calls share: `components.schemas`.
//!
//! Owns their description. Must not know any route.

use serde_json::{Value, json};

use super::schema::{
    about, address, any_object, boolean, choice, exactly, list, map_of, moment, nullable, object,
    open_object, pattern, shape, sized, text,
};

/// Every shape, by name.
pub fn all() -> Value {
    json!({
        "Error": error(),
        "IntegrationKey": about(pattern("^[a-zA-Z0-9~:.@ _-]+$", 255), "The key of an integration within its environment"),
        "Tags": tags(),
        "EndUser": end_user(),
        "Organization": object([("id", sized(0, 255)), ("display_name?", sized(0, 255))]),
        "WebhookTarget": about(text(), "An http or https address, or the empty text for none"),
        "SessionCreated": session_created(),
        "ConnectUi": connect_ui(),
        "IntegrationDefaults": integration_defaults(),
        "Integration": integration(),
        "IntegrationCredentials": integration_credentials(),
        "Provider": provider(),
        "ConnectionItem": connection_item(),
        "Connection": connection(),
        "ShownEndUser": shown_end_user(),
        "Credentials": credentials(),
        "Connected": connected(),
        "UiSettings": ui_settings(),
        "Delivery": delivery(),
        "Success": object([("success", boolean())]),
    })
}

fn error() -> Value {
    let issue = object([("code", text()), ("message", text()), ("path", list(&text()))]);
    let error = open_object([
        ("code", about(text(), "What to branch on; `/docs/errors` explains each")),
        ("message", about(text(), "For people; may change")),
        ("errors?", about(list(&issue), "Everything that is wrong with the input, each with its place")),
        ("payload?", json!({})),
    ]);
    open_object([("error", error)])
}

fn tags() -> Value {
    json!({
        "type": "object",
        "description": "At most ten. Keys are kept in lower case.",
        "maxProperties": 10,
        "propertyNames": pattern(r"^[a-zA-Z][a-zA-Z0-9_\-./]*$", 64),
        "additionalProperties": sized(1, 255),
    })
}

fn end_user() -> Value {
    let own_tags = json!({ "type": "object", "maxProperties": 10, "additionalProperties": sized(0, 255) });
    about(
        object([
            ("id", about(sized(1, 255), "Your own id of the user")),
            ("email?", json!({ "type": "string", "format": "email", "minLength": 5 })),
            ("display_name?", sized(0, 255)),
            ("tags?", own_tags),
        ]),
        "Your user. Tags do the same and more",
    )
}

fn session_created() -> Value {
    object([
        ("token", about(text(), "For the frontend SDK")),
        ("connect_link", about(address(), "The hosted page of this session")),
        ("expires_at", moment()),
    ])
}

fn connect_ui() -> Value {
    about(
        object([
            ("app_name?", about(sized(1, 255), "The name of your application, for this session")),
            (
                "allowed_origins?",
                about(list(&text()), "The only origins that may frame this session's pages"),
            ),
            (
                "theme?",
                about(
                    json!({ "anyOf": [sized(1, 64), any_object()] }),
                    "A published theme of the environment by its name, or a few values of this session's own",
                ),
            ),
            (
                "completion?",
                about(
                    choice(&["immediate", "exchange"]),
                    "Whether a connection can be used at once, or only after `POST /connect/exchange`",
                ),
            ),
            (
                "verify?",
                about(
                    choice(&["none", "email_code", "app"]),
                    "How the hosted link makes sure who has opened it",
                ),
            ),
            (
                "verify_url?",
                about(address(), "The page of your application that answers, with `verify: app`"),
            ),
            (
                "view?",
                about(
                    choice(&["connect", "manage"]),
                    "`manage`: what the end user has connected, to rename, reconnect and disconnect; ours alone, and needs to know who it is",
                ),
            ),
        ]),
        "Ours alone: how this session's pages differ from the environment's",
    )
}

fn integration_defaults() -> Value {
    object([
        ("user_scopes?", text()),
        ("authorization_params?", map_of(&text())),
        ("connection_config?", open_object([("oauth_scopes_override?", text()), ("webhook_url?", text())])),
    ])
}

fn integration() -> Value {
    open_object([
        ("unique_key", text()),
        ("provider", text()),
        ("display_name", text()),
        ("logo", address()),
        ("preconfigured_credentials?", list(&text())),
        ("webhook_url?", nullable(&text())),
        ("credentials?", nullable(&any_object())),
        ("forward_webhooks", boolean()),
        ("created_at", moment()),
        ("updated_at", moment()),
    ])
}

fn integration_credentials() -> Value {
    let client = |kind: Value| {
        object([
            ("type", kind),
            ("client_id", sized(1, 255)),
            ("client_secret", json!({ "type": "string", "minLength": 1 })),
            ("scopes?", about(text(), "Separated by commas")),
            ("webhook_secret?", sized(0, 255)),
        ])
    };
    let key = || about(text(), "An RSA key in PEM (PKCS #1)");
    json!({ "oneOf": [
        client(choice(&["OAUTH1", "OAUTH2", "TBA", "MCP_OAUTH2"])),
        object([("type", exactly("APP")), ("app_id", sized(1, 255)), ("app_link", json!({ "type": "string", "minLength": 1 })), ("private_key", key())]),
        object([
            ("type", exactly("CUSTOM")),
            ("client_id", sized(1, 255)),
            ("client_secret", json!({ "type": "string", "minLength": 1 })),
            ("scopes?", text()),
            ("webhook_secret?", sized(0, 255)),
            ("app_id", sized(1, 255)),
            ("app_link", json!({ "type": "string", "minLength": 1 })),
            ("private_key", key()),
        ]),
    ] })
}

fn provider() -> Value {
    about(
        open_object([
            ("name", about(text(), "The provider's key")),
            ("display_name", text()),
            ("auth_mode", about(text(), "How its accounts are connected")),
            ("logo_url", address()),
        ]),
        "The definition as it is, with its key and logo",
    )
}

fn shown_end_user() -> Value {
    let organization = object([("id", text()), ("display_name", nullable(&text()))]);
    object([
        ("id", text()),
        ("display_name", nullable(&text())),
        ("email", nullable(&text())),
        ("tags", nullable(&map_of(&text()))),
        ("organization", nullable(&organization)),
    ])
}

fn head() -> [(&'static str, Value); 8] {
    let problem = open_object([("type", choice(&["auth", "sync"]))]);
    [
        ("id", json!({ "type": "integer" })),
        ("connection_id", text()),
        ("provider_config_key", text()),
        ("provider", text()),
        (
            "errors",
            about(list(&problem), "What is the matter with it; `auth` when its credentials do not hold"),
        ),
        ("end_user", nullable(&shape("ShownEndUser"))),
        ("tags", map_of(&text())),
        ("metadata", nullable(&any_object())),
    ]
}

fn connection_item() -> Value {
    let mut item = open_object(head());
    item["properties"]["created"] = moment();
    item["properties"]["exchange_pending_until"] =
        about(moment(), "Ours alone: the connection is deleted unless its code is exchanged until then");
    item
}

fn connection() -> Value {
    let mut full = open_object(head());
    let members = [
        ("connection_config", any_object()),
        ("webhook_url_override", nullable(&text())),
        ("created_at", moment()),
        ("updated_at", moment()),
        ("last_fetched_at", nullable(&moment())),
        ("credentials", shape("Credentials")),
    ];
    for (name, schema) in members {
        full["properties"][name] = schema;
        if let Some(required) = full["required"].as_array_mut() {
            required.push(json!(name));
        }
    }
    full
}

fn credentials() -> Value {
    about(
        open_object([("type?", text())]),
        "By `type`: OAUTH2 has access_token, refresh_token, expires_at, raw; OAUTH2_CC has token, client_id, client_secret, \
         expires_at, raw; OAUTH1 has oauth_token, oauth_token_secret, raw; API_KEY has apiKey; BASIC has username, \
         password; APP has access_token, expires_at, raw; TBA has token_id, token_secret; JWT, TWO_STEP, SIGNATURE and \
         BILL have what was entered, token and expires_at; AWS_SIGV4 has access_key_id, secret_access_key, session_token, \
         region, service, expires_at. Without credentials it is empty",
    )
}

fn connected() -> Value {
    object([
        ("connectionId", text()),
        ("providerConfigKey", text()),
        ("exchangeCode?", about(text(), "Only of sessions that ask for an exchange")),
    ])
}

fn ui_settings() -> Value {
    let palette = object([("primary", about(text(), "A colour as CSS writes it"))]);
    object([
        ("theme", object([("light", palette.clone()), ("dark", palette)])),
        ("defaultTheme", choice(&["light", "dark", "system"])),
        ("showWatermark", boolean()),
    ])
}

fn delivery() -> Value {
    let count = json!({ "type": "integer", "minimum": 0 });
    open_object([
        ("id", text()),
        ("webhook_id", about(text(), "The same for every address and attempt; your key against doubles")),
        ("connection_id", nullable(&text())),
        ("url", text()),
        ("state", choice(&["waiting", "delivered", "given_up"])),
        ("attempts", count),
        ("last_status", nullable(&json!({ "type": "integer" }))),
        ("last_error", nullable(&text())),
        ("created_at", moment()),
        ("next_attempt_at", nullable(&moment())),
        ("finished_at", nullable(&moment())),
    ])
}
