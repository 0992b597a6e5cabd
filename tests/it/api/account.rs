//! Environments and keys, made by the operator's own programs.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{
    app::{ACCOUNT_KEY, Answer, Options, TestApp, spawn_app_with, spawn_apps},
    sqlite,
};

async fn call(app: &TestApp, method: Method, path: &str, body: &Value) -> Answer {
    app.call(ACCOUNT_KEY, method, path, Some(body)).await
}

async fn make(app: &TestApp, name: &str) -> (String, String) {
    let made = call(app, Method::POST, "/environments", &json!({ "name": name })).await;
    assert_eq!(made.status, 200, "{}", made.text);
    let text = |key: &str| made.json()["data"][key].as_str().unwrap().to_owned();
    assert_eq!(text("name"), name);
    (text("id"), text("secret"))
}

#[actix_web::test]
async fn an_environment_is_made_used_and_deleted_without_a_person() {
    for app in spawn_apps().await {
        let (id, first) = make(&app, "prod").await;
        let integration = json!({ "provider": "demo-postbox", "unique_key": "it" });
        assert_eq!(app.call(&first, Method::POST, "/integrations", Some(&integration)).await.status, 200);
        let new = json!({ "environment_id": id, "display_name": "Reader", "scopes": ["environment:integrations:list"] });
        let made = call(&app, Method::POST, "/environment/api-keys", &new).await.json();
        let key = made["data"]["secret"].as_str().unwrap().to_owned();
        assert_eq!(made["data"]["scopes"], json!(["environment:integrations:list"]));
        let seen = app.call(&key, Method::GET, "/integrations", None).await;
        assert_eq!(seen.json()["data"][0]["unique_key"], "it");
        assert_eq!(app.call(&key, Method::GET, "/connections", None).await.status, 403);

        let again = call(&app, Method::POST, "/environment/api-keys", &new).await;
        assert_eq!(again.refusal(), (409, "conflict".into()));
        let old = json!({ "environment_id": id, "key_id": made["data"]["id"] });
        assert_eq!(
            call(&app, Method::DELETE, "/environment/api-keys", &old).await.json(),
            json!({ "success": true })
        );
        let refused = app.call(&key, Method::GET, "/integrations", None).await;
        assert_eq!(refused.refusal(), (401, "unknown_account".into()));
        assert_eq!(call(&app, Method::DELETE, "/environment/api-keys", &old).await.status, 404);

        let taken = call(&app, Method::POST, "/environments", &json!({ "name": "prod" })).await;
        assert_eq!(taken.refusal(), (409, "conflict".into()));
        let path = format!("/environments/{id}");
        assert_eq!(app.call(ACCOUNT_KEY, Method::DELETE, &path, None).await.status, 204);
        assert_eq!(app.call(&first, Method::GET, "/integrations", None).await.status, 401);
        let gone = app.call(ACCOUNT_KEY, Method::DELETE, &path, None).await;
        assert_eq!(gone.refusal(), (404, "unknown_environment".into()));
        make(&app, "prod").await;
    }
}

#[actix_web::test]
async fn the_account_key_opens_no_environment_and_no_other_key_does_what_it_does() {
    let app = spawn_app_with(sqlite(), Options::default()).await;
    let refused = app.call(ACCOUNT_KEY, Method::GET, "/integrations", None).await;
    assert_eq!(refused.refusal(), (403, "forbidden".into()));
    let body = json!({ "name": "prod" });
    let refused = app.post("/environments", &body).await;
    assert_eq!(refused.refusal(), (403, "forbidden".into()));
    let unknown = "44444444-4444-4444-8444-444444444444";
    let refused = app.call(unknown, Method::POST, "/environments", Some(&body)).await;
    assert_eq!(refused.refusal(), (401, "unknown_account".into()));
    for name in ["", "Not Plain", "a#b"] {
        let refused = call(&app, Method::POST, "/environments", &json!({ "name": name })).await;
        assert_eq!(refused.refusal(), (400, "invalid_body".into()), "{name}");
    }
    let admin = json!({ "environment_id": "x", "display_name": "n", "scopes": ["account:*"] });
    let refused = call(&app, Method::POST, "/environment/api-keys", &admin).await;
    assert_eq!(refused.refusal(), (400, "invalid_body".into()));
}

#[actix_web::test]
async fn an_environment_has_fifty_keys_at_most_also_when_all_ask_at_once() {
    for app in spawn_apps().await {
        let (id, _) = make(&app, "prod").await;
        let asked = (0..60).map(|number| {
            let body = json!({ "environment_id": id, "display_name": format!("key {number}") });
            let app = &app;
            async move { call(app, Method::POST, "/environment/api-keys", &body).await }
        });
        let answers = futures_util::future::join_all(asked).await;
        let made = answers.iter().filter(|answer| answer.status == 200).count();
        assert_eq!(made, 49, "with the first one, fifty");
        let refused = answers.iter().find(|answer| answer.status != 200).unwrap();
        assert_eq!(refused.refusal(), (400, "resource_capped".into()));
    }
}
