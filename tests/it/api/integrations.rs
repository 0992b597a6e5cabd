//! Integrations and providers.

use reqwest::Method;
use serde_json::json;

use crate::support::{
    app::{Options, spawn_app, spawn_app_with},
    sqlite,
};

const OAUTH: &str = "
acme-oauth:
  display_name: Acme
  categories: [crm]
  auth_mode: OAUTH2
  docs: https://acme.example/docs
  authorization_url: https://acme.example/authorize
  token_url: https://acme.example/token
  default_scopes: [read, write]
acme-site:
  display_name: Acme Site
  categories: [crm]
  auth_mode: API_KEY
  docs: https://acme.example/docs
  proxy:
    base_url: https://${connectionConfig.subdomain}.acme.example
  connection_config:
    subdomain:
      type: string
      title: Subdomain
      description: The first part of your address
      example: globex
";

#[actix_web::test]
async fn an_integration_is_made_read_changed_and_deleted() {
    let app = spawn_app().await;
    let body = json!({ "provider": "demo-postbox", "unique_key": "post box", "display_name": "Mail" });
    let made = app.post("/integrations", &body).await;
    assert_eq!(made.status, 200);
    let expected = json!({
        "unique_key": "post box", "provider": "demo-postbox", "display_name": "Mail",
        "logo": format!("{}/images/template-logos/demo-postbox.svg", app.url), "forward_webhooks": true,
        "created_at": "2025-01-31T10:00:00.000Z", "updated_at": "2025-01-31T10:00:00.000Z",
    });
    assert_eq!(made.json(), json!({ "data": expected }));
    assert_eq!(app.get("/integrations").await.json(), json!({ "data": [expected] }));
    let taken = app.post("/integrations", &body).await;
    assert_eq!(taken.refusal(), (400, "invalid_body".into()));
    assert_eq!(taken.json()["error"]["errors"][0]["path"], json!(["uniqueKey"]));
    let unknown = app.post("/integrations", &json!({ "provider": "nope", "unique_key": "x" })).await;
    assert_eq!(unknown.json()["error"]["errors"][0]["message"], "Invalid provider");

    let path = "/integrations/post%20box";
    let included = app.get(&format!("{path}?include=webhook&include=credentials")).await.json();
    assert_eq!(
        (&included["data"]["webhook_url"], &included["data"]["credentials"]),
        (&json!(null), &json!(null))
    );
    let change = json!({ "unique_key": "mail", "forward_webhooks": false });
    let changed = app.call(&app.key, Method::PATCH, path, Some(&change)).await;
    assert_eq!(changed.json()["data"]["unique_key"], "mail");
    assert_eq!(changed.json()["data"]["forward_webhooks"], false);
    let deleted = app.call(&app.key, Method::DELETE, "/integrations/mail", None).await;
    assert_eq!(deleted.json(), json!({ "success": true }));
    assert_eq!(app.get("/integrations/mail").await.refusal(), (404, "not_found".into()));
}

#[actix_web::test]
async fn the_owner_s_client_is_told_only_to_keys_that_may_read_it() {
    let options = Options { definitions: Some(OAUTH), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    let bare = json!({ "provider": "acme-oauth", "unique_key": "acme" });
    assert_eq!(app.post("/integrations", &bare).await.json()["error"]["message"], "Missing credentials");
    let mut body = bare.clone();
    body["credentials"] = json!({ "type": "OAUTH1", "client_id": "id", "client_secret": "shh" });
    assert_eq!(app.post("/integrations", &body).await.refusal(), (400, "invalid_body".into()));
    body["credentials"]["type"] = json!("OAUTH2");
    let made = app.post("/integrations", &body).await;
    assert!(made.status == 200 && !made.text.contains("shh"), "{}", made.text);
    let client = json!({ "type": "OAUTH2", "client_id": "id", "client_secret": "shh", "scopes": "read,write",
        "webhook_secret": null });
    let path = "/integrations/acme?include=credentials";
    assert_eq!(app.get(path).await.json()["data"]["credentials"], client);
    let environment =
        connect_ui::store::environment::list(&app.state.services.db).await.unwrap().remove(0).id;
    let key = app.key_of(&environment, &["environment:integrations:read"]).await;
    let answer = app.call(&key, Method::GET, path, None).await;
    assert!(answer.json()["data"].get("credentials").is_none());
}

#[actix_web::test]
async fn a_session_sees_what_it_allows_and_the_definitions() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "postbox").await;
    app.integration("demo-ledger", "ledger").await;
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["ledger"] })).await;
    let seen = app.call(&token, Method::GET, "/integrations", None).await.json();
    assert_eq!(seen["data"].as_array().unwrap().len(), 1);
    let provider = app.call(&token, Method::GET, "/providers/demo-ledger", None).await.json();
    assert_eq!(provider["data"]["name"], "demo-ledger");
    assert_eq!(provider["data"]["auth_mode"], "BASIC");
    assert_eq!(provider["data"]["logo_url"], format!("{}/images/template-logos/demo-ledger.svg", app.url));
    let found = app.get("/providers?search=LEDG").await.json();
    assert_eq!(found["data"].as_array().unwrap().len(), 1);
    assert_eq!(app.get("/providers/nope").await.refusal(), (404, "not_found".into()));
}

#[actix_web::test]
async fn a_value_that_would_change_the_host_is_refused_at_both_doors() {
    let options = Options { definitions: Some(OAUTH), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    app.integration("acme-site", "site").await;
    let presets = json!({ "tags": {}, "integrations_config_defaults": {
        "site": { "connection_config": { "subdomain": "evil.example/#" } } } });
    let refused = app.post("/connect/sessions", &presets).await;
    assert_eq!(refused.refusal(), (400, "invalid_body".into()));
    assert_eq!(
        refused.json()["error"]["errors"][0]["path"],
        json!(["integrations_config_defaults", "site", "connection_config", "subdomain"])
    );
    let token = app.session(&json!({ "tags": {} })).await;
    let path =
        format!("/api-auth/api-key/site?connect_session_token={token}&params[subdomain]=evil.example%2F%23");
    let refused = app.submit(&path, &json!({ "apiKey": "k" })).await;
    assert_eq!(refused.refusal(), (400, "invalid_query_params".into()));
    assert_eq!(refused.json()["error"]["errors"][0]["path"], json!(["params", "subdomain"]));
}
