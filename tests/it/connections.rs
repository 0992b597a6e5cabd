//! What an owner's backend does with its connections.
#![expect(clippy::unwrap_used, reason = "a test that stops has said enough")]

mod change;
mod list;
mod metadata;
mod search;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::app::{Answer, TestApp};

/// A connection of the integration, with these tags; answers its id.
async fn connected(app: &TestApp, key: &str, tags: Value) -> String {
    let token = app.session(&json!({ "tags": tags })).await;
    let path = format!("/api-auth/api-key/{key}?connect_session_token={token}");
    let answer = app.submit(&path, &json!({ "apiKey": "demo-1" })).await.json();
    answer["connectionId"].as_str().unwrap().to_owned()
}

async fn read(app: &TestApp, id: &str) -> Value {
    app.get(&format!("/connections/{id}?provider_config_key=it")).await.json()
}

async fn patch(app: &TestApp, path: &str, body: &Value) -> Answer {
    app.call(&app.key, Method::PATCH, path, Some(body)).await
}
