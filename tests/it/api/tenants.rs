//! What one environment has, no other sees.

use reqwest::Method;
use serde_json::json;

use crate::support::app::spawn_apps;

#[actix_web::test]
async fn another_environment_s_key_finds_nothing() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "it").await;
        let token = app.session(&json!({ "tags": {} })).await;
        let path = format!("/api-auth/api-key/it?connect_session_token={token}");
        let id = app.submit(&path, &json!({ "apiKey": "demo-1" })).await.json()["connectionId"].clone();
        let connection = format!("/connections/{}?provider_config_key=it", id.as_str().unwrap());
        let (_, other) = app.environment("prod", &["environment:*"]).await;

        let call = |method, path| app.call(&other, method, path, None);
        assert_eq!(call(Method::GET, "/connections").await.json(), json!({ "connections": [] }));
        assert_eq!(call(Method::GET, "/integrations").await.json(), json!({ "data": [] }));
        let refusals = [
            (Method::GET, "/integrations/it", 404, "not_found"),
            (Method::DELETE, "/integrations/it", 404, "not_found"),
            (Method::GET, connection.as_str(), 400, "unknown_provider_config"),
            (Method::DELETE, connection.as_str(), 400, "unknown_connection"),
            (Method::GET, "/api/v1/connect-ui-settings?env=dev", 404, "unknown_environment"),
        ];
        for (method, path, status, code) in refusals {
            assert_eq!(call(method, path).await.refusal(), (status, code.to_owned()), "{path}");
        }
        let patch = app.call(&other, Method::PATCH, "/integrations/it", Some(&json!({}))).await;
        assert_eq!(patch.refusal(), (404, "not_found".into()));
        let named = json!({ "tags": {}, "allowed_integrations": ["it"] });
        let session = app.call(&other, Method::POST, "/connect/sessions", Some(&named)).await;
        assert_eq!(session.refusal(), (400, "invalid_body".into()));

        let own = json!({ "tags": {} });
        let token = app.call(&other, Method::POST, "/connect/sessions", Some(&own)).await.json();
        let token = token["data"]["token"].as_str().unwrap();
        let path = format!("/api-auth/api-key/it?connect_session_token={token}");
        let connect = app.submit(&path, &json!({ "apiKey": "demo-1" })).await;
        assert_eq!(connect.refusal(), (404, "unknown_provider_config".into()));
        assert_eq!(app.get(&connection).await.status, 200);
    }
}
