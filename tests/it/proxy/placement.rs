//! Where credentials and values go, by mode and definition.

use base64::Engine as _;
use serde_json::json;

use super::service::{Caller, Service, app_at};
use crate::support::oauth::connect;

const DEFINITIONS: &str = "
keyed:
    display_name: Keyed
    auth_mode: API_KEY
    proxy:
        base_url: '{origin}/v2/'
        headers:
            x-api-key: ${apiKey}
            user-agent: acme/1.0
            x-account: ${connectionConfig.account}
        query:
            version: '7'
            token: ${apiKey}
    credentials: { apiKey: { type: string, title: Key } }
basic:
    display_name: Basic
    auth_mode: BASIC
    proxy: { base_url: '{origin}' }
    credentials:
        username: { type: string, title: User }
        password: { type: string, title: Password }
";

#[actix_web::test]
async fn a_key_goes_where_the_definition_says_and_the_callers_own_headers_over_it() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    let caller = Caller::with_key(&app).await;
    let headers = [
        ("nango-proxy-x-mine", "1"),
        ("nango-proxy-user-agent", "mine"),
        ("x-not-for-them", "1"),
        ("cookie", "a=b"),
        ("base-url-override", ""),
    ];
    let answer = caller.call("GET", "/things/a%20b?q=1&version=2", &headers, None).await;
    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, r#"{"ok":true}"#));
    let asked = service.last();
    assert_eq!(asked.target, "/v2/things/a%20b?q=1&version=7&token=k-1234");
    assert_eq!(asked.header("x-api-key"), "k-1234");
    assert_eq!((asked.header("x-mine"), asked.header("user-agent")), ("1", "acme/1.0"));
    let mut names: Vec<&str> = asked.headers.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "host", "user-agent", "x-api-key", "x-mine"]);
}

#[actix_web::test]
async fn user_name_and_password_go_into_the_header_of_their_mode() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    let typed = json!({ "username": "ann", "password": "p:w" });
    let caller = Caller::connected(&app, "basic", "/api-auth/basic", &typed).await;
    assert_eq!(caller.get("/me").await.status, 200);
    let header = format!("Basic {}", base64::engine::general_purpose::STANDARD.encode("ann:p:w"));
    assert_eq!(service.last().header("authorization"), header);
}

#[actix_web::test]
async fn an_oauth_token_is_sent_as_bearer() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    app.oauth_integration("demo-agenda", "it", "demo-app").await;
    let id = connect(&app, "it").await;
    let caller = Caller::of(&app, &id);
    let headers = [("base-url-override", service.origin.as_str())];
    assert_eq!(caller.call("GET", "/me", &headers, None).await.status, 200);
    let stored = app.get(&format!("/connections/{id}?provider_config_key=it")).await.json();
    let token = stored["credentials"]["access_token"].as_str().expect("a token").to_owned();
    assert_eq!(service.last().header("authorization"), format!("Bearer {token}"));
}
