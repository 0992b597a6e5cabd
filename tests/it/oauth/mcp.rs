//! MCP servers: a client registered when the integration is made, and servers that the end user names.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::{
    flow::{leave, try_to_leave},
    service::Service,
};
use crate::support::{
    app::{Options, TestApp, spawn_app_with},
    sqlite,
    visitor::Visitor,
};

const DEFINITIONS: &str = "
mcp-dynamic:
  display_name: Dynamic
  categories: [crm]
  auth_mode: MCP_OAUTH2
  client_registration: dynamic
  registration_url: '{origin}/register'
  registration_params: { grant_types: [authorization_code] }
  docs: https://acme.example/docs
  authorization_url: '{origin}/authorize'
  token_url: '{origin}/token'
mcp-static:
  display_name: Static
  categories: [crm]
  auth_mode: MCP_OAUTH2
  client_registration: static
  docs: https://acme.example/docs
  authorization_url: '{origin}/authorize'
  token_url: '{origin}/token'
mcp-any:
  display_name: Any MCP
  categories: [crm]
  auth_mode: MCP_OAUTH2_GENERIC
  docs: https://acme.example/docs
  connection_config:
    mcp_server_url:
      type: string
      title: Server
      description: The address of the server
      format: uri
";

async fn bench() -> (Service, TestApp) {
    let service = Service::start();
    let definitions = Some(service.definitions(DEFINITIONS));
    let app = spawn_app_with(sqlite(), Options { definitions, ..Options::default() }).await;
    (service, app)
}

#[actix_web::test]
async fn a_client_is_registered_with_its_integration_and_kept() {
    let (service, app) = bench().await;
    let body = json!({ "provider": "mcp-dynamic", "unique_key": "it" });
    service.on("/register", 400, &json!({ "error": "invalid_redirect_uri" }));
    assert_eq!(app.post("/integrations", &body).await.refusal(), (502, "client_registration_failed".into()));
    assert_eq!(app.get("/integrations").await.json(), json!({ "data": [] }));

    service.on("/register", 201, &json!({ "client_id": "dyn-1" }));
    let made = app.post("/integrations", &body).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    let sent: Value = serde_json::from_str(&service.asked("/register")[1].body).unwrap();
    assert_eq!(
        (&sent["redirect_uris"], &sent["token_endpoint_auth_method"], &sent["grant_types"]),
        (&json!([format!("{}/oauth/callback", app.url)]), &json!("none"), &json!(["authorization_code"]))
    );
    let read = app.get("/integrations/it?include=credentials").await.json();
    assert_eq!(read["data"]["credentials"]["client_id"], "dyn-1");
    let taken = app.post("/integrations", &body).await;
    assert_eq!(taken.refusal(), (400, "invalid_body".into()));
    assert_eq!(service.asked("/register").len(), 2, "registered for a key that is taken");

    let token = app.session(&json!({ "tags": {} })).await;
    let away = leave(&app, "it", &token, "").await;
    assert_eq!(away.query()["client_id"], "dyn-1");
    service.on("/token", 200, &json!({ "access_token": "t", "token_type": "bearer" }));
    let answer =
        away.comes_back("/oauth/callback", &[("state", &away.query()["state"]), ("code", "c")]).await;
    assert_eq!(away.result(&answer).await.says(), (200, "Dynamic is connected".into()));
}

#[actix_web::test]
async fn where_the_owner_brings_the_client_one_is_asked_for() {
    let (_service, app) = bench().await;
    let mut body = json!({ "provider": "mcp-static", "unique_key": "it" });
    assert_eq!(app.post("/integrations", &body).await.refusal(), (400, "invalid_body".into()));
    body["credentials"] = json!({ "type": "MCP_OAUTH2", "client_id": "own", "client_secret": "s" });
    assert_eq!(app.post("/integrations", &body).await.status, StatusCode::OK);
    let token = app.session(&json!({ "tags": {} })).await;
    assert_eq!(leave(&app, "it", &token, "").await.query()["client_id"], "own");
}

fn describe(service: &Service) {
    let resource = json!({ "resource": "{origin}/mcp", "authorization_servers": ["{origin}/as"] });
    service.on("/.well-known/oauth-protected-resource/mcp", 200, &resource);
    let server = json!({
        "issuer": "{origin}/as", "authorization_endpoint": "{origin}/authorize",
        "token_endpoint": "{origin}/token", "registration_endpoint": "{origin}/register",
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
    });
    service.on("/.well-known/oauth-authorization-server/as", 200, &server);
    service.on("/register", 201, &json!({ "client_id": "dyn-2" }));
    service.on("/token", 200, &json!({ "access_token": "t", "token_type": "bearer", "expires_in": 60 }));
}

#[actix_web::test]
async fn a_server_that_the_end_user_names_is_connected_at_an_address_of_its_own() {
    let (service, app) = bench().await;
    describe(&service);
    app.integration("mcp-any", "it").await;
    app.integration("mcp-any", "other").await;
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
    let query = format!("&params[mcp_server_url]={}/mcp", service.origin);

    let away = leave(&app, "it", &token, &query).await;
    let own = away.query()["redirect_uri"].clone();
    let path = own.strip_prefix(&app.url).expect("our own address").to_owned();
    assert!(path.starts_with("/oauth/callback/") && path.len() > 40, "{path}");
    let (state, issuer) = (away.query()["state"].clone(), format!("{}/as", service.origin));
    let back = [("state", state.as_str()), ("code", "c"), ("iss", issuer.as_str())];
    // At the address of another integration nobody is let in, and the flow is not used up.
    let stranger = away.comes_back("/oauth/callback/0198c5b0-0000-7000-8000-000000000000", &back).await;
    assert!(stranger.status.is_client_error(), "{}", stranger.status);
    let answer = away.comes_back(&path, &back).await;
    assert_eq!(away.result(&answer).await.says(), (200, "Any MCP is connected".into()));
    assert_eq!(service.asked("/token").len(), 1);

    // At the shared address its answer is worth nothing.
    let away = leave(&app, "it", &token, &query).await;
    let state = away.query()["state"].clone();
    let back = [("state", state.as_str()), ("code", "c"), ("iss", issuer.as_str())];
    let answer = away.comes_back("/oauth/callback", &back).await;
    let page = away.result(&answer).await;
    assert!(page.text.contains("did not come from the server that we sent you to"), "{}", page.heading());
    assert_eq!(service.asked("/token").len(), 1);
}

#[actix_web::test]
async fn our_own_form_asks_for_the_server() {
    let (service, app) = bench().await;
    describe(&service);
    app.integration("mcp-any", "it").await;
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
    let mut tab = Visitor::tab(&app);
    let page = tab.open_link(&token).await;
    let ticket = page.attribute("input[name=ticket]", "value").expect("a ticket");
    let fields = [("params.mcp_server_url", format!("{}/mcp", service.origin)), ("ticket", ticket)];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = tab.submit(&fields).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let way = answer.attributes("a.button", "href").remove(0);
    assert!(way.starts_with(&format!("{}/authorize?", service.origin)), "{way}");
    assert!(way.contains("client_id=dyn-2") && way.contains("oauth%2Fcallback%2F"), "{way}");
}

#[actix_web::test]
async fn a_server_that_cannot_be_asked_is_refused_before_anybody_leaves() {
    let (_service, app) = bench().await;
    app.integration("mcp-any", "it").await;
    let token = app.session(&json!({ "tags": {} })).await;
    for server in ["http://169.254.169.254/mcp", "ftp://x", ""] {
        let answer = try_to_leave(&app, "it", &token, &format!("&params[mcp_server_url]={server}")).await;
        assert!(!answer.status.is_success(), "{server}");
        assert!(answer.header("set-cookie").is_empty());
    }
}

#[actix_web::test]
async fn admin_registers_a_client_too_and_says_when_none_was_made() {
    let (service, app) = bench().await;
    let post = async |path: &str, cookie: &str, fields: &[(&str, &str)]| {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let headers = [
            ("cookie", cookie),
            ("sec-fetch-site", "same-origin"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        app.send(Method::POST, path, &headers, Some(body)).await
    };
    let link = app.setup_link.as_deref().expect("a link");
    let path = &link[link.find("/admin").expect("a path")..];
    let signed_in = post(path, "", &[("name", "alice"), ("password", "correct horse battery")]).await;
    let cookie = signed_in.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
    let new = [("key", "it"), ("display_name", "")];
    let refused = post("/admin/catalogue/mcp-dynamic", &cookie, &new).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    assert!(refused.text.contains("did not register us"));
    service.on("/register", 201, &json!({ "client_id": "dyn-3" }));
    let made = post("/admin/catalogue/mcp-dynamic", &cookie, &new).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let read = app.get("/integrations/it?include=credentials").await.json();
    assert_eq!(read["data"]["credentials"]["client_id"], "dyn-3");
}
