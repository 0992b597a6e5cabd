//! `GET /connections`: its filters, alone and together, and its pages.

use serde_json::{Value, json};

use super::connected;
use crate::support::app::{TestApp, spawn_apps};

async fn ids(app: &TestApp, query: &str) -> Vec<Value> {
    let list = app.get(&format!("/connections?{query}")).await.json();
    list["connections"].as_array().unwrap().iter().map(|item| item["connection_id"].clone()).collect()
}

#[actix_web::test]
async fn every_filter_finds_what_it_names_and_all_of_them_must_hold() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "it").await;
        app.integration("demo-postbox", "other").await;
        let token = app
            .session(&json!({
                "end_user": { "id": "u-1", "email": "anna@acme.example", "display_name": "Anna 100% Berg" },
                "organization": { "id": "o-1" },
            }))
            .await;
        let path = format!("/api-auth/api-key/it?connect_session_token={token}");
        let answer = app.submit(&path, &json!({ "apiKey": "demo-1" })).await.json();
        let first = answer["connectionId"].as_str().unwrap().to_owned();
        let second = connected(&app, "other", json!({ "plan": "gold", "area": "eu" })).await;
        let third = connected(&app, "it", json!({ "plan": "gold" })).await;

        let cases: [(String, &[&String]); 15] = [
            (String::new(), &[&third, &second, &first]),
            ("limit=2".into(), &[&third, &second]),
            ("limit=2&page=1".into(), &[&first]),
            ("limit=2&page=9".into(), &[]),
            (format!("connectionId={second}"), &[&second]),
            (format!("connectionId={second}&tags[plan]=free"), &[]),
            ("endUserId=u-1".into(), &[&first]),
            ("endUserId=u-1&tags[plan]=gold".into(), &[]),
            ("endUserOrganizationId=o-1".into(), &[&first]),
            ("tags[PLAN]=gold".into(), &[&third, &second]),
            ("tags[plan]=gold&tags[area]=eu".into(), &[&second]),
            ("tags[plan]=gold&integrationId=it".into(), &[&third]),
            ("integrationId=other,%20it&limit=1".into(), &[&third]),
            ("search=ANNA%20100%25".into(), &[&first]),
            (format!("search={}", &second[4..20]), &[&second]),
        ];
        for (query, expected) in cases {
            let expected: Vec<Value> = expected.iter().map(|id| json!(id)).collect();
            assert_eq!(ids(&app, &query).await, expected, "{query}");
        }
        let (_, other) = app.environment("prod", &["environment:*"]).await;
        for query in ["endUserId=u-1", "tags[plan]=gold", "endUserOrganizationId=o-1", "limit=5"] {
            let path = format!("/connections?{query}");
            let foreign = app.call(&other, reqwest::Method::GET, &path, None).await;
            assert_eq!(foreign.json(), json!({ "connections": [] }), "{query}");
        }
    }
}
