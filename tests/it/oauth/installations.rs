//! Apps and plugins that are installed at the service: they come back with an installation, or before there is one.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::{flow::leave, service::Service};
use crate::support::{
    app::{Options, TestApp, spawn_app_with},
    sqlite,
};

pub const DEFINITIONS: &str = "
acme-app:
  display_name: Acme App
  categories: [crm]
  auth_mode: APP
  docs: https://acme.example/docs
  authorization_url: ${connectionConfig.appPublicLink}/installations/new
  token_url: '{origin}/app/installations/${connectionConfig.installation_id}/access_tokens'
acme-user-app:
  display_name: Acme User App
  categories: [crm]
  auth_mode: CUSTOM
  docs: https://acme.example/docs
  authorization_url: ${connectionConfig.appPublicLink}/installations/new
  token_url:
    OAUTH2: '{origin}/token'
    APP: '{origin}/app/installations/${connectionConfig.installation_id}/access_tokens'
acme-plugin:
  display_name: Acme Plugin
  categories: [crm]
  auth_mode: INSTALL_PLUGIN
  auth_type: BASIC
  redirect_uri_metadata: [website_id]
  docs: https://acme.example/docs
  proxy:
    base_url: '{origin}'
    verification:
      method: GET
      endpoints: [/me]
acme-outbound:
  display_name: Acme Outbound
  categories: [crm]
  auth_mode: OAUTH2
  installation: outbound
  docs: https://acme.example/docs
  token_url: '{origin}/installations/${connectionConfig.installation.uuid}/authorizations'
  authorization_code_param_in_webhook: data.installation.code
  webhook_response_metadata: [installation.uuid]
  connection_config:
    actor:
      type: string
      title: User ID
      description: Who installs it
";
const KEY: &str = include_str!("../../../src/auth/tests/throwaway_key.pem");

pub async fn bench() -> (Service, TestApp) {
    let service = Service::start();
    let definitions = Some(service.definitions(DEFINITIONS));
    let app = spawn_app_with(sqlite(), Options { definitions, ..Options::default() }).await;
    (service, app)
}

pub async fn integration(app: &TestApp, provider: &str, further: &Value) {
    let mut body = json!({ "provider": provider, "unique_key": "it" });
    for (name, value) in further.as_object().expect("an object") {
        body[name] = value.clone();
    }
    let made = app.post("/integrations", &body).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
}

pub fn user_app(service: &Service) -> Value {
    json!({ "credentials": {
        "type": "CUSTOM", "client_id": "c", "client_secret": "s", "webhook_secret": "hook",
        "app_id": "7", "app_link": format!("{}/apps/acme", service.origin), "private_key": KEY,
    }})
}

pub async fn session(app: &TestApp, person: &str) -> String {
    app.session(&json!({ "tags": { "end_user_id": person } })).await
}

fn gives_tokens(service: &Service, installation: &str) {
    let token = json!({ "token": format!("of-{installation}"), "expires_at": "2025-01-31T11:00:00Z" });
    service.on(&format!("/app/installations/{installation}/access_tokens"), 201, &token);
    let made = json!({ "id": installation, "created_at": "2025-01-31T10:00:00Z" });
    service.on(&format!("/app/installations/{installation}"), 200, &made);
    service.on("/token", 200, &json!({ "access_token": "user", "token_type": "bearer" }));
}

async fn read(app: &TestApp) -> Value {
    let list = app.get("/connections").await.json();
    let id = list["connections"][0]["connection_id"].as_str().unwrap_or_else(|| panic!("none: {list}"));
    app.get(&format!("/connections/{id}?provider_config_key=it")).await.json()
}

async fn count(app: &TestApp) -> usize {
    app.get("/connections").await.json()["connections"].as_array().expect("a list").len()
}

#[actix_web::test]
async fn an_app_comes_back_at_its_setup_address_with_an_installation() {
    let (service, app) = bench().await;
    let link = format!("{}/apps/acme", service.origin);
    let credentials = json!({ "type": "APP", "app_id": "7", "app_link": link, "private_key": KEY });
    integration(&app, "acme-app", &json!({ "credentials": credentials })).await;
    gives_tokens(&service, "42");
    let token = session(&app, "u-1").await;
    let away = leave(&app, "it", &token, "").await;
    assert!(away.url.as_str().starts_with(&format!("{link}/installations/new?state=")), "{}", away.url);
    let state = away.query()["state"].clone();
    let query = [("state", state.as_str()), ("installation_id", "42"), ("setup_action", "install")];
    let answer = away.comes_back("/app-auth/connect", &query).await;
    assert_eq!(away.result(&answer).await.says(), (200, "Acme App is connected".into()));
    let read = read(&app).await;
    assert_eq!(
        (&read["credentials"]["type"], &read["credentials"]["access_token"], &read["tags"]["end_user_id"]),
        (&json!("APP"), &json!("of-42"), &json!("u-1"))
    );
    assert_eq!(read["connection_config"]["installation_id"], "42");

    for (further, text) in [
        (vec![("setup_action", "request")], "still has to approve"),
        (vec![("setup_action", "install")], "could not be connected"),
    ] {
        let away = leave(&app, "it", &token, "").await;
        let state = away.query()["state"].clone();
        let mut query = vec![("state", state.as_str())];
        query.extend(further);
        let answer = away.comes_back("/app-auth/connect", &query).await;
        let page = away.result(&answer).await;
        assert_ne!(page.heading(), "Acme App is connected");
        assert!(page.text.contains(text) || text == "could not be connected", "{}", page.text_of("main"));
    }
    assert_eq!(count(&app).await, 1);
}

#[actix_web::test]
async fn who_is_on_no_way_of_ours_goes_back_where_they_came_from() {
    let (_service, app) = bench().await;
    for path in ["/app-auth/connect", "/oauth/callback"] {
        let query = format!("{path}?installation_id=42&setup_action=update");
        let headers = [("referer", "https://github.acme.example/settings")];
        let answer = app.send(Method::GET, &query, &headers, None).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (302, "https://github.acme.example"));
        let answer = app.send(Method::GET, &query, &[("referer", "http://evil.example/")], None).await;
        assert_eq!(answer.header("location"), "https://github.com");
        let answer = app.send(Method::GET, path, &[], None).await;
        assert!(answer.status.is_client_error());
        assert_eq!(answer.header("access-control-allow-origin"), "");
    }
}

#[actix_web::test]
async fn an_installation_that_is_there_already_is_renewed_for_its_own_end_user_alone() {
    let (service, app) = bench().await;
    integration(&app, "acme-user-app", &user_app(&service)).await;
    gives_tokens(&service, "42");
    service.on("/user/installations/42/repositories", 200, &json!({}));
    let back = async |person: &str, further: &[(&str, &str)]| {
        let away = leave(&app, "it", &session(&app, person).await, "").await;
        let state = away.query()["state"].clone();
        let mut query = vec![("state", state.as_str()), ("installation_id", "42")];
        query.extend(further);
        let answer = away.comes_back("/oauth/callback", &query).await;
        away.result(&answer).await
    };
    let page = back("alice", &[("code", "c"), ("setup_action", "install")]).await;
    assert_eq!(page.heading(), "Acme User App is connected");
    let page = back("alice", &[("setup_action", "update")]).await;
    assert_eq!(page.heading(), "Acme User App is connected");
    assert_eq!((count(&app).await, service.asked("/app/installations/42/access_tokens").len()), (1, 2));
    let page = back("mallory", &[("setup_action", "update")]).await;
    assert!(page.text.contains("belongs to somebody else"), "{}", page.heading());
    service.on("/user/installations/42/repositories", 404, &json!({}));
    let page = back("mallory", &[("code", "c"), ("setup_action", "install")]).await;
    assert!(page.text.contains("belongs to somebody else"), "{}", page.heading());
    assert_eq!(count(&app).await, 1);
}

#[actix_web::test]
async fn a_plugin_is_checked_before_it_is_stored_and_has_the_session_s_tags() {
    let (service, app) = bench().await;
    let custom =
        json!({ "app_link": format!("{}/plugin", service.origin), "username": "u", "password": "p" });
    integration(&app, "acme-plugin", &json!({ "custom": custom })).await;
    let token = session(&app, "u-1").await;
    let back = async || {
        let away = leave(&app, "it", &token, "").await;
        let payload = away.query()["payload"].clone();
        let query = [("payload", payload.as_str()), ("website_id", "w-1")];
        let answer = away.comes_back("/oauth/callback", &query).await;
        away.result(&answer).await
    };
    service.on("/me", 401, &json!({}));
    let page = back().await;
    assert!(page.text.contains("is not set up correctly"), "{}", page.text_of("main"));
    assert_eq!(count(&app).await, 0);
    service.on("/me", 200, &json!({}));
    assert_eq!(back().await.heading(), "Acme Plugin is connected");
    assert_eq!(service.asked("/me")[0].authorization, "Basic dTpw");
    let read = read(&app).await;
    assert_eq!(
        (&read["credentials"], &read["connection_config"]["website_id"], &read["tags"]["end_user_id"]),
        (&json!({ "type": "BASIC", "username": "u", "password": "p" }), &json!("w-1"), &json!("u-1"))
    );
}
