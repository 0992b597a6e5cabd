//! `PATCH /connections/{id}`.

use reqwest::Method;
use serde_json::json;

use super::{connected, patch, read};
use crate::support::app::spawn_apps;

#[actix_web::test]
async fn a_patch_changes_what_it_names_and_nothing_else() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "it").await;
        let id = connected(&app, "it", json!({ "plan": "free" })).await;
        let path = format!("/connections/{id}?provider_config_key=it");
        let before = read(&app, &id).await;
        assert_eq!(patch(&app, &path, &json!({})).await.json(), json!({ "success": true }));
        assert_eq!(read(&app, &id).await["tags"], before["tags"]);

        let user = json!({ "end_user": { "id": "u-9", "display_name": "Nina" }, "tags": { "PLAN": "gold" } });
        assert_eq!(patch(&app, &path, &user).await.json(), json!({ "success": true }));
        let after = read(&app, &id).await;
        let tags = json!({ "end_user_id": "u-9", "end_user_display_name": "Nina", "plan": "gold" });
        assert_eq!((&after["tags"], &after["end_user"]["id"]), (&tags, &json!("u-9")));
        assert_eq!(after["credentials"], before["credentials"]);
        for (filter, count) in [("tags[plan]=gold", 1), ("tags[plan]=free", 0), ("endUserId=u-9", 1)] {
            let list = app.get(&format!("/connections?{filter}")).await.json();
            assert_eq!(list["connections"].as_array().unwrap().len(), count, "{filter}");
        }
        let none = patch(&app, &path, &json!({ "tags": {}, "webhook_url_override": "" })).await;
        assert_eq!(none.status, 200);
        let after = read(&app, &id).await;
        assert_eq!((&after["tags"], &after["webhook_url_override"]), (&json!({}), &json!(null)));
        assert_eq!(after["end_user"]["id"], "u-9");
    }
}

#[actix_web::test]
async fn what_is_wrong_or_another_environment_s_is_not_changed() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "it").await;
        let id = connected(&app, "it", json!({ "plan": "free" })).await;
        let path = format!("/connections/{id}?provider_config_key=it");
        let cases = [
            (path.as_str(), json!({ "metadata": {} }), 400, "invalid_body"),
            (&path, json!({ "tags": { "a b": "c" } }), 400, "invalid_body"),
            (&path, json!({ "webhook_url_override": "ftp://example.com" }), 400, "invalid_body"),
            ("/connections/zzz?provider_config_key=it", json!({}), 404, "not_found"),
            ("/connections/zzz?provider_config_key=nothing", json!({}), 400, "unknown_provider_config"),
            ("/connections/zzz", json!({}), 400, "invalid_query_params"),
        ];
        for (path, body, status, code) in cases {
            assert_eq!(patch(&app, path, &body).await.refusal(), (status, code.to_owned()), "{path} {body}");
        }
        let (_, other) = app.environment("prod", &["environment:*"]).await;
        let foreign = app.call(&other, Method::PATCH, &path, Some(&json!({ "tags": {} }))).await;
        assert_eq!(foreign.refusal(), (400, "unknown_provider_config".into()));
        assert_eq!(read(&app, &id).await["tags"], json!({ "plan": "free" }));
    }
}
