//! The way to a service and back: pages for browsers, and one document for services.

use serde_json::json;

use crate::web::openapi::{
    operation::{Chapter, Content, Operation},
    schema::{list, map_of, open_object, text},
};

const PAGE: Content = Content::Other("text/html");
const TOKEN: &str = "nango_connect_session_3f0c9a5be1d27c4486f0b1a29d5e8c7730c4a1f2b6d9e8f7a1b2c3d4e5f60718";

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [
        connect("GET", "startOAuth", "Start the way to a service"),
        connect("POST", "confirmOAuth", "Go on from the page that asks"),
        back("GET", "/oauth/callback", "oauthCallback"),
        back("POST", "/oauth/callback", "oauthCallbackForm"),
        back_of_integration("GET", "integrationCallback"),
        back_of_integration("POST", "integrationCallbackForm"),
        back("GET", "/app-auth/connect", "appCallback"),
        back("POST", "/app-auth/connect", "appCallbackForm"),
        client_metadata(),
    ];
    all.into_iter().map(|operation| operation.of(Chapter::OAuth)).collect()
}

/// What a person can meet on every page.
fn page(operation: Operation) -> Operation {
    operation
        .answers_with(200, "A page", PAGE)
        .answers_with(400, "A page that says what is wrong, and what to do", PAGE)
        .answers_with(429, "A page: too many requests within a minute", PAGE)
        .answers_with(500, "A page with the reference for the log", PAGE)
        .answers_with(503, "A page: the database does not answer", PAGE)
}

fn connect(method: &'static str, id: &'static str, summary: &'static str) -> Operation {
    let operation = Operation::new(method, "/oauth/connect/{providerConfigKey}", id, summary)
        .about(
            "Opened by the frontend SDK in a popup. It leads on to the service at once where the browser says that your \
             application opened it; otherwise a page asks first who connects what.",
        )
        .path("providerConfigKey", "The key of the integration", text(), "github-prod".into());
    let operation =
        query(operation, "connect_session_token", "The token of the session", text(), TOKEN.into());
    let operation =
        query(operation, "ws_client_id", "The socket that waits for the end", text(), "b1946ac9".into());
    page(deep(operation, "params", "What the provider's `connection_config` asks for"))
        .answers_with(302, "On to the service", Content::Empty)
        .answers_with(303, "On to the service", Content::Empty)
        .answers_with(
            403,
            "A page: this session opens only with its hosted link, or another site sent the form",
            PAGE,
        )
        .answers_with(404, "A page: the session does not offer this integration", PAGE)
        .answers_with(409, "A page: this start was used before", PAGE)
        .answers_with(410, "A page: the session's time is over", PAGE)
        .answers_with(501, "A page: this integration is connected in another way", PAGE)
}

/// Pages read what they know of a query and ignore the rest.
fn query(
    operation: Operation,
    name: &'static str,
    about: &'static str,
    schema: serde_json::Value,
    example: serde_json::Value,
) -> Operation {
    let mut operation = operation.query(name, about, schema, example);
    operation.refusals.clear();
    if let Some(parameter) = operation.parameters.last_mut() {
        parameter.required = false;
    }
    operation
}

fn deep(operation: Operation, name: &'static str, about: &'static str) -> Operation {
    let mut operation = query(operation, name, about, map_of(&text()), json!({}));
    if let Some(parameter) = operation.parameters.last_mut() {
        parameter.is_deep = true;
    }
    operation
}

fn back(method: &'static str, path: &'static str, id: &'static str) -> Operation {
    let operation = Operation::new(method, path, id, "Come back from a service").about(
        "Enter this address at the service as the redirect address. Services that come back by a form are led through a page \
         that sends it once more from our own origin.",
    );
    let operation = query(operation, "state", "What we gave along", text(), "9b1d6c2e8f70".into());
    let operation =
        query(operation, "code", "What the service exchanges for a token", text(), "4/0Adeu5B".into());
    page(operation)
        .answers_with(302, "Back to the service, where somebody only changed an installation", Content::Empty)
        .answers_with(303, "On to the result", Content::Empty)
        .answers_with(413, "A page: the form is too large", PAGE)
}

fn back_of_integration(method: &'static str, id: &'static str) -> Operation {
    let mut operation = back(method, "/oauth/callback/{integration}", id).path(
        "integration",
        "The id of the integration",
        text(),
        "0194bc6e-2f4a-7c3e-9d11-5b7a8c9d0e1f".into(),
    );
    operation.summary = "Come back from a service that may know only its own address";
    operation
}

fn client_metadata() -> Operation {
    let metadata = open_object([("client_id", text()), ("redirect_uris", list(&text()))]);
    let path = "/oauth/client-metadata/{environment}/{key}";
    Operation::new("GET", path, "getClientMetadata", "Who we are, for servers that know no client of ours")
        .about("For MCP servers: the address of this document is our client id there.")
        .path(
            "environment",
            "The id of the environment",
            text(),
            "0194bc6e-2f4a-7c3e-9d11-5b7a8c9d0e1f".into(),
        )
        .path("key", "The key of the integration", text(), "mcp".into())
        .answers(
            200,
            "The document",
            metadata,
            json!({
                "client_id": "https://connect.example.com/oauth/client-metadata/0194bc6e/mcp",
                "redirect_uris": ["https://connect.example.com/oauth/callback"],
            }),
        )
        .refuse(&[(404, "unknown_environment"), (404, "unknown_provider_config"), (404, "feature_disabled")])
}
