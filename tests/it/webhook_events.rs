//! What of an attempt and of a connection's life is told, and that it is told once (wire-protocol.md §6.1).

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::{
    oauth::database::Rows,
    support::{
        app::{TestApp, spawn_apps},
        oauth::{self, Decision},
        visitor::Visitor,
    },
};

/// What was written for the owner's backend, the oldest first.
async fn told(app: &TestApp) -> Vec<Value> {
    let bodies = Rows::of(app).texts("SELECT body FROM webhook_outbox ORDER BY number").await;
    bodies.iter().map(|body| serde_json::from_str(body).expect("JSON")).collect()
}

/// Goes to the service with a session and decides; answers the page at the end.
async fn decide(app: &TestApp, token: &str, decision: Decision) {
    let mut tab = Visitor::tab(app);
    let form = tab.open_link(token).await;
    let service = oauth::leave(&mut tab, &form).await;
    let back = oauth::consent(&service, decision).await;
    oauth::come_back(&mut tab, &back).await;
    // The same way back a second time is no second happening.
    assert_ne!(tab.open(back.as_str()).await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn who_says_no_at_the_service_is_told_of_once_with_the_reason_and_without_tags() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "it", "demo-app").await;
        let own = "https://hooks.example.com/one";
        let body = json!({
            "end_user": { "id": "u-1" }, "allowed_integrations": ["it"], "webhook_url_override": own,
        });
        decide(&app, &app.session(&body).await, Decision::Deny).await;
        let [event] = told(&app).await.try_into().expect("one event");
        assert!(
            event["connectionId"].as_str().is_some_and(|id| uuid::Uuid::try_parse(id).is_ok()),
            "{event}"
        );
        let mut rest = event.clone();
        rest["connectionId"] = json!("c");
        let expected = json!({
            "authMode": "OAUTH2", "connectionId": "c", "environment": "dev", "from": "nango", "operation": "creation",
            "endUser": { "endUserId": "u-1", "endUserEmail": null, "tags": {} },
            "error": { "type": "access_denied", "description": rest["error"]["description"] },
            "provider": "demo-agenda", "providerConfigKey": "it", "success": false, "type": "auth",
        });
        assert_eq!(rest, expected);
        assert_eq!(Rows::of(&app).texts("SELECT url_override FROM webhook_outbox").await, [own]);
    }
}

#[actix_web::test]
async fn a_reconnect_that_comes_to_nothing_is_a_creation_that_failed_of_the_same_connection() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "it", "demo-app").await;
        let id = oauth::connect(&app, "it").await;
        let body = json!({ "connection_id": id, "integration_id": "it" });
        let answer = app.post("/connect/sessions/reconnect", &body).await.json();
        decide(&app, answer["data"]["token"].as_str().expect("a token"), Decision::Deny).await;
        let events = told(&app).await;
        let seen: Vec<_> =
            events.iter().map(|own| (&own["operation"], &own["success"], &own["connectionId"])).collect();
        let (creation, id) = (json!("creation"), json!(id));
        assert_eq!(seen, [(&creation, &json!(true), &id), (&creation, &json!(false), &id)]);
        assert!(events[1].get("tags").is_none());
    }
}

#[actix_web::test]
async fn what_a_form_refuses_and_who_cancels_is_not_told() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
        let path = format!("/api-auth/api-key/it?connect_session_token={token}&params[subdomain]=acme");
        let refused = app.submit(&path, &json!({ "apiKey": "wrong" })).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert_eq!(told(&app).await, [json!(null); 0]);
    }
}

#[actix_web::test]
async fn a_refresh_that_fails_is_told_each_time_and_once_when_it_works_again() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "it", "demo-app").await;
        let id = oauth::connect(&app, "it").await;
        let path = format!("/connections/{id}?provider_config_key=it&force_refresh=true");
        let secret = async |secret: &str| {
            let body = json!({ "credentials": {
                "type": "OAUTH2", "client_id": "demo-app", "client_secret": secret,
            } });
            let answer = app.call(&app.key, reqwest::Method::PATCH, "/integrations/it", Some(&body)).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        };
        secret("wrong").await;
        assert_ne!(app.get(&path).await.status, StatusCode::OK);
        secret("demo-secret").await;
        app.clock.advance_millis(61_000);
        for _ in 0..2 {
            assert_eq!(app.get(&path).await.status, StatusCode::OK);
            app.clock.advance_millis(61_000);
        }
        let events = told(&app).await;
        let seen: Vec<_> =
            events.iter().map(|own| (own["operation"].as_str(), own["success"].as_bool())).collect();
        let expected =
            [(Some("creation"), Some(true)), (Some("refresh"), Some(false)), (Some("refresh"), Some(true))];
        assert_eq!(seen, expected);
        assert_eq!(events[1]["error"]["type"], "refresh_token_external_error");
        assert!(events[1]["tags"].is_object() && events[2].get("error").is_none());
    }
}
