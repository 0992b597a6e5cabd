//! An existing connection is connected anew: the same id, other credentials, everything else kept unless given anew.

mod gone;
mod kept;
mod pages;
mod protocol;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::{
    oauth::database::Rows,
    support::{app::TestApp, visitor::Visitor},
};

/// Connects a helpdesk of `acme` as `u-1`; answers the connection's id.
async fn connected(app: &TestApp) -> String {
    app.integration("demo-helpdesk", "it").await;
    let body = json!({
        "end_user": { "id": "u-1", "email": "u1@acme.test" }, "tags": { "plan": "pro" },
        "webhook_url_override": "https://hooks.example.com/one",
    });
    let token = app.session(&body).await;
    let path = format!("/api-auth/api-key/it?connect_session_token={token}&params[subdomain]=acme");
    let answer = app.submit(&path, &json!({ "apiKey": "demo-old" })).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let id = answer.json()["connectionId"].as_str().expect("an id").to_owned();
    let metadata = "UPDATE connection SET metadata = '{\"seats\":5}'";
    Rows::of(app).run(metadata).await;
    id
}

/// Makes a session that reconnects; `more` is added to its body.
async fn session(app: &TestApp, id: &str, more: Value) -> String {
    let mut body = json!({ "connection_id": id, "integration_id": "it" });
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    let answer = app.post("/connect/sessions/reconnect", &body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    answer.json()["data"]["token"].as_str().expect("a token").to_owned()
}

async fn read(app: &TestApp, id: &str) -> Value {
    app.get(&format!("/connections/{id}?provider_config_key=it")).await.json()
}

/// The bodies that wait for their owner, the oldest first.
async fn told(app: &TestApp) -> Vec<String> {
    Rows::of(app).texts("SELECT body FROM webhook_outbox ORDER BY number").await
}

/// Opens the link of a session in a tab.
async fn open<'a>(app: &'a TestApp, token: &str) -> (Visitor<'a>, crate::support::app::Answer) {
    let mut tab = Visitor::tab(app);
    let form = tab.open_link(token).await;
    (tab, form)
}
