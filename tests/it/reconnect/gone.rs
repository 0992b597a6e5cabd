//! The connection, or its integration, is deleted while somebody is about to reconnect it: clear words at every door.

use reqwest::{Method, StatusCode};
use serde_json::json;

use super::{connected, open, session};
use crate::{
    oauth::flow,
    support::{
        app::{TestApp, spawn_apps},
        oauth,
    },
};

async fn delete(app: &TestApp, id: &str) {
    let path = format!("/connections/{id}?provider_config_key=it");
    let answer = app.call(&app.key, Method::DELETE, &path, None).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

#[actix_web::test]
async fn a_connection_that_was_deleted_meanwhile_is_told_of_by_form_and_call() {
    for app in spawn_apps().await {
        let id = connected(&app).await;
        let token = session(&app, &id, json!({})).await;
        let (mut tab, form) = open(&app, &token).await;
        assert_eq!(form.status, StatusCode::OK, "{}", form.text);
        delete(&app, &id).await;
        let gone = (410, "This connection no longer exists".to_owned());
        let fields = [("params.subdomain", "acme"), ("credentials.apiKey", "demo-new")];
        assert_eq!(tab.submit(&fields).await.says(), gone);
        assert_eq!(open(&app, &token).await.1.says(), gone);
        let path = format!("/api-auth/api-key/it?connect_session_token={token}");
        let call = app.submit(&path, &json!({ "apiKey": "demo-new" })).await;
        assert_eq!(call.refusal(), (404, "unknown_connection".into()));
        assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
    }
}

#[actix_web::test]
async fn who_comes_back_from_the_service_too_late_hears_that_the_connection_is_gone() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "it", "demo-app").await;
        let id = oauth::connect(&app, "it").await;
        let token = session(&app, &id, json!({})).await;
        let (mut tab, form) = open(&app, &token).await;
        let service = oauth::leave(&mut tab, &form).await;
        delete(&app, &id).await;
        let back = oauth::consent(&service, oauth::Decision::Allow).await;
        let result = oauth::come_back(&mut tab, &back).await;
        assert!(result.text.contains("removed the connection that was to be reconnected"), "{}", result.text);
        let popup = flow::try_to_leave(&app, "it", &token, "").await;
        assert_eq!(popup.says(), (410, "This connection no longer exists".into()));
        assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
    }
}

#[actix_web::test]
async fn an_integration_that_was_deleted_meanwhile_leaves_nothing_to_reconnect() {
    for app in spawn_apps().await {
        let id = connected(&app).await;
        let token = session(&app, &id, json!({})).await;
        let answer = app.call(&app.key, Method::DELETE, "/integrations/it", None).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        let (_, page) = open(&app, &token).await;
        assert_eq!((page.status, page.texts("form").len()), (StatusCode::OK, 0), "{}", page.text);
        let path = format!("/api-auth/api-key/it?connect_session_token={token}");
        let call = app.submit(&path, &json!({ "apiKey": "demo-new" })).await;
        assert_eq!(call.refusal(), (404, "unknown_provider_config".into()));
    }
}
