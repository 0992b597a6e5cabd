//! Connecting through the JSON door, and what the owner's backend reads afterwards.

use connect_ui::store::DatabaseUrl;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use sqlx::Row as _;

use crate::support::app::{TestApp, spawn_app, spawn_apps};

/// An app with an integration, and the address at which a browser of its session posts.
async fn ready(app: &TestApp, provider: &str, route: &str) -> String {
    app.integration(provider, "it").await;
    let body = json!({ "end_user": { "id": "u-1", "email": "a@acme.example" }, "tags": { "team": "Red" } });
    let token = app.session(&body).await;
    format!("{route}/it?connect_session_token={token}")
}

async fn connection_id(app: &TestApp, path: &str, body: &Value) -> String {
    let answer = app.submit(path, body).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert_eq!(answer.json()["providerConfigKey"], "it");
    answer.json()["connectionId"].as_str().expect("an id").to_owned()
}

async fn webhook_bodies(app: &TestApp) -> Vec<String> {
    let (DatabaseUrl::Sqlite(url) | DatabaseUrl::Postgres(url)) = &app.database.url;
    let pool = sqlx::AnyPool::connect(url).await.expect("the database opens");
    let query = sqlx::query("SELECT body FROM webhook_outbox ORDER BY number");
    let rows = query.fetch_all(&pool).await.expect("rows");
    pool.close().await;
    rows.iter().map(|row| row.get("body")).collect()
}

#[actix_web::test]
async fn an_accepted_api_key_becomes_a_connection_and_a_webhook() {
    for app in spawn_apps().await {
        let path = ready(&app, "demo-helpdesk", "/api-auth/api-key").await;
        let path = format!("{path}&params[subdomain]=acme&params[webhook_url]=http://x.example");
        let id = connection_id(&app, &path, &json!({ "apiKey": "demo-key" })).await;
        let answer = app
            .get(&format!(
                "/connections/{id}?provider_config_key=it&refresh_token=false&force_refresh=false\
                 &refresh_github_app_jwt_token=false"
            ))
            .await;
        let end_user = json!({ "id": "u-1", "display_name": null, "email": "a@acme.example", "tags": null,
            "organization": null });
        let tags = json!({ "end_user_id": "u-1", "end_user_email": "a@acme.example", "team": "Red" });
        assert_eq!(
            answer.json(),
            json!({
                "id": 1, "connection_id": id, "provider_config_key": "it", "provider": "demo-helpdesk",
                "errors": [], "end_user": end_user, "tags": tags, "metadata": null,
                "connection_config": { "subdomain": "acme" }, "webhook_url_override": null,
                "created_at": "2025-01-31T10:00:00.000+00:00", "updated_at": "2025-01-31T10:00:00.000+00:00",
                "last_fetched_at": null, "credentials": { "type": "API_KEY", "apiKey": "demo-key" },
            })
        );
        let list =
            app.get("/connections?tags[team]=Red&endUserId=u-1&search=A%40ACME&integrationId=x,it").await;
        assert_eq!(
            list.json(),
            json!({ "connections": [{
                "id": 1, "connection_id": id, "provider_config_key": "it", "provider": "demo-helpdesk",
                "errors": [], "end_user": end_user, "tags": tags, "metadata": null,
                "created": "2025-01-31T10:00:00.000000+00:00",
            }]})
        );
        let body = format!(
            r#"{{"authMode":"API_KEY","connectionId":"{id}","endUser":{{"endUserEmail":"a@acme.example","endUserId":"u-1","tags":{{}}}},"environment":"dev","from":"nango","operation":"creation","provider":"demo-helpdesk","providerConfigKey":"it","success":true,"tags":{{"end_user_email":"a@acme.example","end_user_id":"u-1","team":"Red"}},"type":"auth"}}"#
        );
        assert_eq!(webhook_bodies(&app).await, [body]);

        let gone = format!("/connections/{id}?provider_config_key=it");
        let deleted = app.call(&app.key, Method::DELETE, &gone, None).await;
        assert_eq!(deleted.json(), json!({ "success": true }));
        let again = app.call(&app.key, Method::DELETE, &gone, None).await;
        assert_eq!(again.refusal(), (400, "unknown_connection".into()));
        assert_eq!(app.get(&gone).await.refusal(), (404, "not_found".into()));
        let unknown = app.get(&format!("/connections/{id}?provider_config_key=other")).await;
        assert_eq!(unknown.refusal(), (400, "unknown_provider_config".into()));
    }
}

#[actix_web::test]
async fn basic_and_none_are_connected_too() {
    let app = spawn_app().await;
    let path = ready(&app, "demo-ledger", "/api-auth/basic").await;
    let id = connection_id(&app, &path, &json!({ "username": "alice", "password": "demo-1" })).await;
    let read = app.get(&format!("/connections/{id}?provider_config_key=it")).await.json();
    assert_eq!(read["credentials"], json!({ "type": "BASIC", "username": "alice", "password": "demo-1" }));

    let app = spawn_app().await;
    let path = ready(&app, "demo-calendar", "/auth/unauthenticated").await;
    let headers = [("content-type", "application/json")];
    let answer = app.send(Method::POST, &path, &headers, None).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let id = answer.json()["connectionId"].as_str().unwrap().to_owned();
    let read = app.get(&format!("/connections/{id}?provider_config_key=it")).await.json();
    assert_eq!(read["credentials"], json!({}));
}

#[actix_web::test]
async fn what_a_key_may_not_read_is_left_out() {
    let app = spawn_app().await;
    let path = ready(&app, "demo-postbox", "/api-auth/api-key").await;
    let path = format!("{path}&params[Refresh-Token]=r&params[kept]=k");
    let id = connection_id(&app, &path, &json!({ "apiKey": "demo-1" })).await;
    let path = format!("/connections/{id}?provider_config_key=it");
    assert_eq!(app.get(&path).await.json()["connection_config"], json!({ "kept": "k" }));
    let with_token = app.get(&format!("{path}&refresh_token=true")).await.json();
    assert_eq!(with_token["connection_config"], json!({ "Refresh-Token": "r", "kept": "k" }));

    let environment =
        connect_ui::store::environment::list(&app.state.services.db).await.unwrap().remove(0).id;
    let key = app.key_of(&environment, &["environment:connections:read"]).await;
    let read = app.call(&key, Method::GET, &path, None).await;
    assert_eq!((read.status.as_u16(), &read.json()["credentials"]), (200, &json!({})));
    let refresh = app.call(&key, Method::GET, &format!("{path}&force_refresh=yes"), None).await;
    assert_eq!(refresh.refusal(), (403, "forbidden".into()));
}

#[actix_web::test]
async fn a_reading_is_noted_behind_the_answer_and_once_a_minute() {
    let app = spawn_app().await;
    let path = ready(&app, "demo-postbox", "/api-auth/api-key").await;
    let id = connection_id(&app, &path, &json!({ "apiKey": "demo-1" })).await;
    let path = format!("/connections/{id}?provider_config_key=it");
    let noted = async |wanted: Value| {
        for _ in 0..500 {
            if app.get(&path).await.json()["last_fetched_at"] == wanted {
                return true;
            }
        }
        false
    };
    assert!(noted(json!("2025-01-31T10:00:00.000+00:00")).await);
    app.clock.advance_millis(59_000);
    app.get(&path).await;
    app.clock.advance_millis(2_000);
    assert_eq!(app.get(&path).await.json()["last_fetched_at"], "2025-01-31T10:00:00.000+00:00");
    assert!(noted(json!("2025-01-31T10:01:01.000+00:00")).await);
}

#[actix_web::test]
async fn a_refused_credential_is_not_stored_and_its_service_is_not_quoted() {
    let app = spawn_app().await;
    let path = ready(&app, "demo-postbox", "/api-auth/api-key").await;
    for (key, status) in [("wrong", "401"), ("demo-forbidden", "403"), ("demo-broken", "500")] {
        let answer = app.submit(&path, &json!({ "apiKey": key })).await;
        assert_eq!(answer.refusal(), (400, "connection_test_failed".into()));
        assert!(answer.text.contains(status), "{}", answer.text);
        assert!(!answer.text.contains("broke down") && !answer.text.contains("unknown credentials"));
    }
    assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
    assert!(webhook_bodies(&app).await.is_empty());
}

#[actix_web::test]
async fn what_cannot_be_connected_says_why() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "postbox").await;
    app.integration("demo-ledger", "ledger").await;
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["ledger"] })).await;
    let key = json!({ "apiKey": "demo-1" });
    for (path, status, code) in [
        ("/api-auth/api-key/none?", 404, "unknown_provider_config"),
        ("/api-auth/api-key/ledger?", 400, "invalid_auth_mode"),
        ("/api-auth/api-key/postbox?", 400, "integration_not_allowed"),
        ("/api-auth/api-key/postbox?connection_id=x&", 400, "invalid_query_params"),
    ] {
        let answer = app.submit(&format!("{path}connect_session_token={token}"), &key).await;
        assert_eq!(answer.refusal(), (status, code.to_owned()), "{path}");
    }
    let path = format!("/api-auth/api-key/postbox?connect_session_token={token}");
    assert_eq!(app.submit(&path, &json!({ "apiKey": "" })).await.refusal(), (400, "invalid_body".into()));
}

#[actix_web::test]
async fn a_connection_whose_tags_name_its_person_is_found_by_that_name() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let tags =
            json!({ "end_user_email": "Ann@acme.example", "end_user_display_name": "Ann Ox", "team": "Red" });
        let token = app.session(&json!({ "tags": tags })).await;
        let path = format!("/api-auth/api-key/it?connect_session_token={token}&params[subdomain]=acme");
        connection_id(&app, &path, &json!({ "apiKey": "demo-key" })).await;
        for (search, count) in [("ANN%40acme", 1), ("ann%20ox", 1), ("red", 0), ("ann_ox", 0)] {
            let found = app.get(&format!("/connections?search={search}")).await.json();
            assert_eq!(found["connections"].as_array().map(Vec::len), Some(count), "{search}: {found}");
        }
    }
}
