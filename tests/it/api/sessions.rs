//! The life of a connect session.

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{
    app::{Options, spawn_app, spawn_app_with, spawn_apps},
    sqlite,
};

#[actix_web::test]
async fn a_session_is_told_once_lives_thirty_minutes_and_can_be_ended() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "postbox").await;
        let body = json!({
            "end_user": { "id": "u-1", "email": "alice@acme.example", "tags": { "Plan": "pro" } },
            "organization": { "id": "o-1" },
            "allowed_integrations": ["postbox"],
            "integrations_config_defaults": { "postbox": {
                "user_scopes": "secret:scope", "connection_config": { "region": "eu" },
            }},
            "overrides": { "postbox": { "docs_connect": "https://docs.acme.example/" } },
        });
        let answer = app.post("/connect/sessions", &body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        let data = &answer.json()["data"];
        let token = data["token"].as_str().unwrap();
        assert_eq!(data["connect_link"], format!("{}/?session_token={token}", app.url));
        assert_eq!(data["expires_at"], "2025-01-31T10:30:00.000Z");

        let shown = app.call(token, Method::GET, "/connect/session", None).await;
        let colours = json!({ "light": { "primary": "#00B2E3" }, "dark": { "primary": "#00B2E3" } });
        assert_eq!(
            shown.json(),
            json!({ "data": {
                "endUser": { "id": "u-1", "display_name": null, "email": "alice@acme.example",
                    "tags": { "Plan": "pro" }, "organization": { "id": "o-1", "display_name": null } },
                "connectUISettings": { "theme": colours, "defaultTheme": "system", "showWatermark": true },
                "allowed_integrations": ["postbox"],
                "integrations_config_defaults": { "postbox": { "connection_config": { "region": "eu" } } },
                "overrides": { "postbox": { "docs_connect": "https://docs.acme.example/" } },
                "websocketsPath": "/",
            }})
        );

        app.clock.advance_millis(30 * 60 * 1000 - 1);
        assert_eq!(app.call(token, Method::GET, "/connect/session", None).await.status, StatusCode::OK);
        app.clock.advance_millis(1);
        let expired = app.call(token, Method::GET, "/connect/session", None).await;
        assert_eq!(expired.refusal(), (401, "unknown_connect_session_token".into()));

        let second = app.session(&json!({ "tags": {} })).await;
        let ended = app.call(&second, Method::DELETE, "/connect/session", None).await;
        assert_eq!((ended.status, ended.text.as_str()), (StatusCode::NO_CONTENT, ""));
        let again = app.call(&second, Method::GET, "/connect/session", None).await;
        assert_eq!(again.refusal(), (401, "unknown_connect_session_token".into()));
    }
}

#[actix_web::test]
async fn what_a_session_names_must_exist() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "postbox").await;
    let body = json!({
        "tags": {}, "allowed_integrations": ["postbox", "gone"],
        "integrations_config_defaults": { "gone": {} }, "overrides": { "gone": {} },
    });
    let answer = app.post("/connect/sessions", &body).await;
    assert_eq!(answer.refusal(), (400, "invalid_body".into()));
    let json = answer.json();
    let paths: Vec<&serde_json::Value> =
        json["error"]["errors"].as_array().unwrap().iter().map(|issue| &issue["path"]).collect();
    assert_eq!(
        paths,
        [
            &json!(["allowed_integrations", "1"]),
            &json!(["integrations_config_defaults", "gone"]),
            &json!(["overrides", "gone"]),
        ]
    );
}

#[actix_web::test]
async fn a_session_narrows_who_frames_it_and_never_widens_it() {
    let options = Options { allowed_origins: vec!["https://app.acme.example".into()], ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    let body = |origin: &str| json!({ "tags": {}, "connect_ui": { "allowed_origins": [origin] } });
    app.session(&body("https://app.acme.example")).await;
    let refused = app.post("/connect/sessions", &body("https://evil.example")).await;
    assert_eq!(refused.refusal(), (400, "invalid_body".into()));
    assert_eq!(refused.json()["error"]["errors"][0]["path"], json!(["connect_ui", "allowed_origins", "0"]));
}

#[actix_web::test]
async fn webhooks_cannot_be_sent_where_calls_may_not_go() {
    let app = spawn_app().await;
    let body = |url: &str| json!({ "tags": {}, "webhook_url_override": url });
    app.session(&body("http://127.0.0.1:9/hook")).await;
    for url in ["http://169.254.169.254/latest", "https://10.0.0.1/hook"] {
        let refused = app.post("/connect/sessions", &body(url)).await;
        assert_eq!(refused.refusal(), (400, "invalid_body".into()), "{url}");
        assert_eq!(refused.json()["error"]["errors"][0]["path"], json!(["webhook_url_override"]));
    }
}

#[actix_web::test]
async fn telemetry_proves_itself_in_its_body() {
    let app = spawn_app().await;
    let token = app.session(&json!({ "tags": {} })).await;
    let report = json!({ "token": token, "event": "view:list", "timestamp": "2025-01-31T10:00:00Z" });
    let answer = app.submit("/connect/telemetry", &report).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    assert_eq!(answer.header("access-control-allow-origin"), app.url);
    assert_eq!(answer.header("access-control-allow-credentials"), "true");
    let without = app.submit("/connect/telemetry", &json!({ "event": "open" })).await;
    assert_eq!(without.refusal(), (401, "missing_auth_header".into()));
}
