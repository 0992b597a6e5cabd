//! Who is refused, and with which code.

use reqwest::Method;
use serde_json::json;

use crate::support::app::{TestApp, spawn_app};

async fn refusal(app: &TestApp, path: &str, authorization: &str) -> (u16, String) {
    let headers = [("authorization", authorization)];
    app.send(Method::GET, path, &headers[..usize::from(!authorization.is_empty())], None).await.refusal()
}

#[actix_web::test]
async fn each_way_of_not_being_known_has_its_code() {
    let app = spawn_app().await;
    let token = app.session(&json!({ "tags": {} })).await;
    let unknown_token = format!("nango_connect_session_{}", "0".repeat(64));
    let unknown_key = "0f8fad5b-d9cb-469f-a165-70867728950e";
    let bearer = |text: &str| format!("Bearer {text}");
    for (path, authorization, code) in [
        ("/connections", String::new(), "missing_auth_header"),
        ("/connections", "Bearer ".into(), "malformed_auth_header"),
        ("/connections", "Bearer nope".into(), "invalid_secret_key_format"),
        ("/connections", bearer(unknown_key), "unknown_account"),
        ("/connections", bearer(&token), "invalid_secret_key_format"),
        ("/connect/session", bearer(&app.key), "invalid_connect_session_token_format"),
        ("/connect/session", bearer(&unknown_token), "unknown_connect_session_token"),
        ("/integrations", bearer("nango_connect_session_x"), "invalid_connect_session_token_format"),
        ("/providers", String::new(), "missing_auth_header"),
        ("/api/v1/connect-ui-settings?env=dev", String::new(), "unauthorized"),
    ] {
        assert_eq!(
            refusal(&app, path, &authorization).await,
            (401, code.to_owned()),
            "{path} {authorization}"
        );
    }
    let answer = app.send(Method::GET, "/connections", &[], None).await;
    assert_eq!(answer.json()["error"]["payload"], json!({}));
}

#[actix_web::test]
async fn browsers_prove_themselves_in_the_query() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "postbox").await;
    for (query, code) in [
        ("", "missing_public_key"),
        ("connect_session_token=x", "invalid_connect_session_token_format"),
        ("public_key=x", "invalid_public_key"),
        ("public_key=0f8fad5b-d9cb-469f-a165-70867728950e", "deprecated_authentication"),
    ] {
        let path = format!("/api-auth/api-key/postbox?{query}");
        let answer = app.submit(&path, &json!({ "apiKey": "demo-1" })).await;
        assert_eq!(answer.refusal(), (401, code.to_owned()), "{query}");
    }
}

#[actix_web::test]
async fn a_key_in_any_case_and_bare_is_the_same_key() {
    let app = spawn_app().await;
    for authorization in [format!("Bearer {}", app.key.to_uppercase()), app.key.clone()] {
        let answer = app.send(Method::GET, "/connections", &[("authorization", &authorization)], None).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }
}

#[actix_web::test]
async fn a_key_does_what_its_scopes_say() {
    let app = spawn_app().await;
    let (_, key) =
        app.environment("prod", &["environment:integrations:list", "environment:connections:*"]).await;
    assert_eq!(app.call(&key, Method::GET, "/integrations", None).await.status, 200);
    assert_eq!(app.call(&key, Method::GET, "/connections", None).await.status, 200);
    let refused = app.call(&key, Method::POST, "/connect/sessions", Some(&json!({ "tags": {} }))).await;
    assert_eq!(refused.refusal(), (403, "forbidden".into()));
    assert_eq!(
        refused.json()["error"]["message"],
        "Insufficient scope. Required: environment:connect_sessions:write"
    );
    let refused = app.call(&key, Method::GET, "/integrations/x", None).await;
    assert_eq!(
        refused.json()["error"]["message"],
        "Insufficient scope. Required one of: environment:integrations:read or environment:integrations:read_credentials"
    );
}

#[actix_web::test]
async fn what_is_no_json_is_refused_before_anybody_is_asked_who_they_are() {
    let app = spawn_app().await;
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let answer = app.send(Method::POST, "/connect/sessions", &form, Some("a=b".into())).await;
    assert_eq!(answer.refusal(), (415, "invalid_content_type".into()));
    let json = [("content-type", "application/json"), ("authorization", app.key.as_str())];
    let answer = app.send(Method::POST, "/connect/sessions", &json, Some("{".into())).await;
    assert_eq!(answer.refusal(), (400, "invalid_json".into()));
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let large = format!("\"{}\"", "x".repeat(2 * 1024 * 1024));
    let answer = app.send(Method::POST, "/connect/sessions", &json, Some(large)).await;
    assert_eq!(answer.refusal(), (413, "payload_too_large".into()));
}

#[actix_web::test]
async fn unknown_keys_and_queries_are_refused_with_their_place() {
    let app = spawn_app().await;
    let answer = app.post("/connect/sessions", &json!({ "tags": {}, "surprise": 1 })).await;
    assert_eq!(answer.refusal(), (400, "invalid_body".into()));
    assert_eq!(answer.json()["error"]["errors"][0]["code"], "unrecognized_keys");
    assert_eq!(app.get("/integrations?x=1").await.refusal(), (400, "invalid_query_params".into()));
    assert_eq!(app.get("/nothing/here").await.refusal(), (404, "not_found".into()));
    let answer = app.call(&app.key, Method::PUT, "/integrations", None).await;
    assert_eq!(answer.refusal(), (405, "method_not_allowed".into()));
}
