//! What ends: a grant at its service when its connection is deleted, and an attempt that nobody came back from.

use connect_ui::web::oauth::end_overdue;
use reqwest::Method;
use serde_json::json;

use super::database::Rows;
use crate::support::{
    app::{TestApp, spawn_app, spawn_apps},
    oauth::{self, Decision, connect},
    visitor::Visitor,
};

async fn delete(app: &TestApp, id: &str) -> String {
    let path = format!("/connections/{id}?provider_config_key=it");
    let answer = app.call(&app.key, Method::DELETE, &path, None).await;
    assert_eq!((answer.status.as_u16(), answer.json()), (200, json!({ "success": true })));
    assert_eq!(app.get(&path).await.status, 404);
    let rows = Rows::of(app);
    rows.texts("SELECT detail FROM audit WHERE action = 'connection.delete' ORDER BY number DESC")
        .await
        .remove(0)
}

#[actix_web::test]
async fn what_is_disconnected_ends_at_the_service_too() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "it", "demo-app").await;
        let id = connect(&app, "it").await;
        let read = app.get(&format!("/connections/{id}?provider_config_key=it")).await.json();
        let token = read["credentials"]["access_token"].as_str().unwrap().to_owned();
        let me = app.mock.url.join("/api/me").unwrap();
        let with_token = || reqwest::Client::new().get(me.clone()).bearer_auth(&token).send();
        assert_eq!(with_token().await.unwrap().status(), 200);
        let said = delete(&app, &id).await;
        assert_eq!(said, "integration it; access and refresh token revoked at the service");
        assert_eq!(app.mock.count("revocations"), 2);
        assert_eq!(with_token().await.unwrap().status(), 401);
    }
}

#[actix_web::test]
async fn what_cannot_be_revoked_is_deleted_all_the_same_and_said() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-troublemaker", "it", "demo-app").await;
        let said = delete(&app, &connect(&app, "it").await).await;
        assert!(said.ends_with("it offers no revocation"), "{said}");
    }
    let app = spawn_app().await;
    app.oauth_integration("demo-agenda", "it", "demo-app").await;
    let id = connect(&app, "it").await;
    let body =
        json!({ "credentials": { "type": "OAUTH2", "client_id": "demo-app", "client_secret": "wrong" } });
    app.call(&app.key, Method::PATCH, "/integrations/it", Some(&body)).await;
    let said = delete(&app, &id).await;
    assert!(said.contains("not revoked at the service") && said.contains("invalid_client"), "{said}");
    assert!(!said.contains("wrong"));
}

/// What the audit is told of the grants of a deleted integration, behind the answer to whoever deleted it.
async fn told_of_grants(app: &TestApp) -> String {
    let rows = Rows::of(app);
    let told = async {
        loop {
            let mut told = rows.texts("SELECT detail FROM audit WHERE action = 'integration.revoke'").await;
            if let Some(told) = told.pop() {
                return told;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), told).await.expect("the audit is told")
}

#[actix_web::test]
async fn the_grants_of_a_deleted_integration_end_at_the_service_behind_the_answer() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "it", "demo-app").await;
        connect(&app, "it").await;
        connect(&app, "it").await;
        let answer = app.call(&app.key, Method::DELETE, "/integrations/it", None).await;
        assert_eq!((answer.status.as_u16(), answer.json()), (200, json!({ "success": true })));
        assert_eq!(app.get("/connections").await.json()["connections"], json!([]));
        assert_eq!(told_of_grants(&app).await, "2 of 2 grants revoked at the service");
        assert_eq!(app.mock.count("revocations"), 4, "two tokens each");
        let deeds =
            Rows::of(&app).texts("SELECT action FROM audit WHERE subject = 'it' ORDER BY number").await;
        assert!(deeds.ends_with(&["integration.delete".into(), "integration.revoke".into()]), "{deeds:?}");
    }
}

#[actix_web::test]
async fn what_a_deleted_integration_cannot_end_is_said_too() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-troublemaker", "it", "demo-app").await;
        connect(&app, "it").await;
        app.call(&app.key, Method::DELETE, "/integrations/it", None).await;
        let told = told_of_grants(&app).await;
        assert_eq!(told, "0 of 1 grants revoked at the service; 1 not: it offers no revocation");
        // An integration without connections has nothing to end.
        app.oauth_integration("demo-agenda", "empty", "demo-app").await;
        app.call(&app.key, Method::DELETE, "/integrations/empty", None).await;
        let told = Rows::of(&app).texts("SELECT action FROM audit WHERE subject = 'empty'").await;
        assert!(!told.contains(&"integration.revoke".to_owned()), "{told:?}");
    }
}

#[actix_web::test]
async fn a_promise_of_the_sdk_ends_with_its_flow() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "it", "demo-app").await;
        let token = app.session(&json!({ "tags": {} })).await;
        let mut results = app.state.sockets.register("socket-1");
        let mut popup = Visitor::tab(&app);
        let start = format!("/oauth/connect/it?connect_session_token={token}&ws_client_id=socket-1");
        assert_eq!(popup.open(&start).await.status, 200);
        assert_eq!(popup.submit(&[]).await.status, 200);
        assert_eq!(end_overdue(&app.state).await.unwrap(), 0);
        assert!(results.try_recv().is_err());
        app.clock.advance_millis(61 * 60_000);
        assert_eq!(end_overdue(&app.state).await.unwrap(), 1);
        let told: serde_json::Value = serde_json::from_str(&results.recv().await.unwrap()).unwrap();
        assert_eq!(told["message_type"], "error");
        assert_eq!(told["provider_config_key"], "it");
        assert!(results.recv().await.is_none(), "told once");
    }
}

#[actix_web::test]
async fn who_says_no_at_the_service_has_no_connection() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "it", "demo-app").await;
        let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
        let mut tab = Visitor::tab(&app);
        let form = tab.open_link(&token).await;
        let service = oauth::leave(&mut tab, &form).await;
        let back = oauth::consent(&service, Decision::Deny).await;
        let result = oauth::come_back(&mut tab, &back).await;
        assert_eq!(result.heading(), "Agenda was not connected", "{}", result.text);
        assert_eq!(app.get("/connections").await.json()["connections"], json!([]));
    }
}
