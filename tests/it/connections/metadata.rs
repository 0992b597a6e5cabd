//! `POST` and `PATCH /connections/metadata`.

use serde_json::json;

use super::{connected, patch, read};
use crate::support::app::spawn_apps;
use reqwest::Method;

const PATH: &str = "/connections/metadata";

#[actix_web::test]
async fn metadata_is_replaced_and_merged_for_one_connection_or_many() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "it").await;
        let (first, second) =
            (connected(&app, "it", json!({})).await, connected(&app, "it", json!({})).await);
        let one = json!({ "connection_id": first, "provider_config_key": "it", "metadata": { "a": { "x": 1 }, "b": 1 } });
        let answer = app.post(PATH, &one).await;
        assert_eq!((answer.status.as_u16(), answer.json()), (201, one));
        let both = [&first, &second, &first];
        let merge =
            json!({ "connection_id": both, "provider_config_key": "it", "metadata": { "a": { "y": 2 } } });
        let answer = patch(&app, PATH, &merge).await;
        assert_eq!((answer.status.as_u16(), answer.json()), (200, merge));
        assert_eq!(read(&app, &first).await["metadata"], json!({ "a": { "y": 2 }, "b": 1 }));
        assert_eq!(read(&app, &second).await["metadata"], json!({ "a": { "y": 2 } }));
        let empty = json!({ "connection_id": [first], "provider_config_key": "it", "metadata": {} });
        assert_eq!(app.post(PATH, &empty).await.status, 201);
        assert_eq!(read(&app, &first).await["metadata"], json!({}));
    }
}

#[actix_web::test]
async fn all_connections_are_changed_or_none() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "it").await;
        let id = connected(&app, "it", json!({})).await;
        let body =
            json!({ "connection_id": [id, "zzz"], "provider_config_key": "it", "metadata": { "a": 1 } });
        assert_eq!(app.post(PATH, &body).await.refusal(), (404, "unknown_connection".into()));
        assert_eq!(patch(&app, PATH, &body).await.refusal(), (404, "unknown_connection".into()));
        assert_eq!(read(&app, &id).await["metadata"], json!(null));

        let own = json!({ "connection_id": id, "provider_config_key": "it", "metadata": { "a": 1 } });
        let (_, other) = app.environment("prod", &["environment:*"]).await;
        let foreign = app.call(&other, Method::POST, PATH, Some(&own)).await;
        assert_eq!(foreign.refusal(), (404, "unknown_connection".into()));
        assert_eq!(read(&app, &id).await["metadata"], json!(null));
    }
}

#[actix_web::test]
async fn a_body_of_another_form_is_refused_with_what_is_wrong() {
    for app in spawn_apps().await {
        let cases = [
            (json!({ "connection_id": "", "provider_config_key": "it", "metadata": {} }), "connection_id"),
            (json!({ "connection_id": 7, "provider_config_key": "it", "metadata": {} }), "connection_id"),
            (json!({ "connection_id": "c", "metadata": {} }), "provider_config_key"),
            (json!({ "connection_id": "c", "provider_config_key": "it", "metadata": [] }), "metadata"),
        ];
        for (body, path) in cases {
            let answer = app.post(PATH, &body).await;
            assert_eq!(answer.refusal(), (400, "invalid_body".into()), "{body}");
            assert_eq!(answer.json()["error"]["errors"][0]["path"], json!([path]), "{body}");
        }
        let empty = json!({ "connection_id": "", "provider_config_key": "it", "metadata": {} });
        let issue = json!({ "code": "invalid_union", "message": "Invalid input", "path": ["connection_id"] });
        assert_eq!(app.post(PATH, &empty).await.json()["error"]["errors"], json!([issue]));
    }
}
