//! Connections that a backend brings.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::app::{Answer, TestApp, spawn_apps};

async fn import(app: &TestApp, body: &Value) -> Answer {
    app.call(&app.key, Method::POST, "/connections", Some(body)).await
}

async fn outbox(app: &TestApp) -> Vec<Value> {
    let deliveries = app.get("/webhook-deliveries").await;
    assert_eq!(deliveries.status, 200, "{}", deliveries.text);
    deliveries.json()["data"].as_array().unwrap().clone()
}

#[actix_web::test]
async fn a_token_that_was_got_elsewhere_is_read_as_any_other() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "agenda", "demo-app").await;
        let credentials = json!({
            "type": "OAUTH2", "access_token": "a-1", "refresh_token": "r-1", "expires_at": "2099-01-31T10:00:00Z",
        });
        let body = json!({
            "provider_config_key": "agenda", "connection_id": "mine", "credentials": credentials,
            "metadata": { "plan": "big" }, "end_user": { "id": "u-1", "email": "alice@acme.example" }, "tags": { "Team": "red" },
        });
        let answer = import(&app, &body).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        let told = answer.json();
        assert_eq!(told["credentials"]["raw"]["refresh_token"], "r-1");
        assert_eq!(
            told["tags"],
            json!({ "end_user_id": "u-1", "end_user_email": "alice@acme.example", "team": "red" })
        );
        assert!(told["created_at"].as_str().unwrap().ends_with('Z'), "{told}");
        let read = app.get("/connections/mine?provider_config_key=agenda").await.json();
        assert_eq!(read["credentials"]["access_token"], "a-1");
        assert_eq!(read["credentials"].get("refresh_token"), None);
        assert_eq!((&read["metadata"], &read["end_user"]["id"]), (&json!({ "plan": "big" }), &json!("u-1")));
    }
}

#[actix_web::test]
async fn one_of_the_same_id_is_replaced_with_its_tags_and_keeps_what_is_not_named() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "it").await;
        let with = |key: &str| {
            json!({
                "provider_config_key": "it", "connection_id": "c-1", "credentials": { "type": "API_KEY", "apiKey": key },
            })
        };
        let mut first = with("demo-1");
        first["metadata"] = json!({ "n": 1 });
        first["tags"] = json!({ "team": "red" });
        let first = import(&app, &first).await.json();
        let second = import(&app, &with("demo-2")).await;
        assert_eq!(second.status, 201, "{}", second.text);
        let second = second.json();
        assert_eq!(
            (&second["id"], &second["metadata"], &second["tags"]),
            (&first["id"], &first["metadata"], &json!({}))
        );
        assert_eq!(second["credentials"], json!({ "type": "API_KEY", "apiKey": "demo-2" }));
        assert_eq!(app.get("/connections?tags[team]=red").await.json(), json!({ "connections": [] }));
    }
}

#[actix_web::test]
async fn what_cannot_be_used_is_not_stored() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        app.oauth_integration("demo-agenda", "agenda", "demo-app").await;
        let key = |value: &str| json!({ "type": "API_KEY", "apiKey": value });
        let here = json!({ "subdomain": "acme" });
        let cases = [
            (json!({}), 400, "invalid_body"),
            (json!({ "provider_config_key": "nothing", "credentials": key("demo-key") }), 404, "not_found"),
            (json!({ "provider_config_key": "agenda", "credentials": key("demo-key") }), 400, "invalid_body"),
            (json!({ "provider_config_key": "it", "credentials": { "type": "JWT" } }), 400, "invalid_body"),
            (
                json!({ "provider_config_key": "it", "credentials": key(""), "connection_config": here }),
                400,
                "invalid_body",
            ),
            (
                json!({ "provider_config_key": "it", "credentials": key("wrong"), "connection_config": here }),
                400,
                "connection_test_failed",
            ),
            (
                json!({ "provider_config_key": "it", "credentials": key("demo-key"), "else": 1 }),
                400,
                "invalid_body",
            ),
        ];
        for (body, status, code) in cases {
            assert_eq!(import(&app, &body).await.refusal(), (status, code.to_owned()), "{body}");
        }
        let union = import(&app, &json!({ "provider_config_key": "it", "credentials": { "type": "JWT" } }))
            .await
            .json();
        let issue =
            json!({ "code": "invalid_union", "message": "Invalid input", "path": ["credentials", "type"] });
        assert_eq!(union["error"]["errors"], json!([issue]));
        assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
        assert_eq!(outbox(&app).await, [json!(null); 0]);
    }
}

#[actix_web::test]
async fn older_backends_say_it_flat() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "it").await;
        app.oauth_integration("demo-agenda", "agenda", "demo-app").await;
        let flat = |body: Value| {
            let app = &app;
            async move { app.call(&app.key, Method::POST, "/connection", Some(&body)).await }
        };
        let keyed =
            flat(json!({ "provider_config_key": "it", "connection_id": "old", "api_key": "demo-1" })).await;
        assert_eq!(
            (keyed.status.as_u16(), &keyed.json()["connection_id"]),
            (201, &json!("old")),
            "{}",
            keyed.text
        );
        let read = app.get("/connection/old?provider_config_key=it").await.json();
        assert_eq!(read["credentials"], json!({ "type": "API_KEY", "apiKey": "demo-1" }));
        let metadata = "/connection/old/metadata?provider_config_key=it";
        let set = app.call(&app.key, Method::POST, metadata, Some(&json!({ "a": 1, "b": 1 }))).await;
        assert_eq!((set.status.as_u16(), set.json()), (201, json!({ "a": 1, "b": 1 })));
        let merged = app.call(&app.key, Method::PATCH, metadata, Some(&json!({ "b": 2 }))).await;
        assert_eq!((merged.status.as_u16(), merged.json()), (200, json!({ "b": 2 })));
        let read = app.get("/connection/old?provider_config_key=it").await.json();
        assert_eq!(read["metadata"], json!({ "a": 1, "b": 2 }));
        let token = json!({ "provider_config_key": "agenda", "access_token": "a" });
        assert_eq!(flat(token.clone()).await.refusal(), (400, "missing_expires_at".into()));
        let mut token = token;
        token["expires_in"] = json!(3600);
        assert_eq!(flat(token).await.status, 201);
        for (body, code) in [
            (json!({ "provider_config_key": "it" }), "missing_api_key"),
            (json!({}), "missing_provider_config"),
            (json!({ "provider_config_key": "nothing" }), "unknown_provider_config"),
        ] {
            let refused = flat(body).await;
            assert_eq!(refused.refusal(), (400, code.to_owned()));
            assert_eq!(refused.json()["error"]["payload"], json!({}));
        }
        assert_eq!(app.get("/connection").await.json()["connections"].as_array().unwrap().len(), 2);
    }
}
