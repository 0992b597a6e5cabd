//! The page on which an end user looks after what he has connected: his own alone, renamed, reconnected, disconnected.

mod drafts;
mod hints;
mod page;

use serde_json::{Value, json};

use crate::support::{
    app::{Answer, TestApp},
    visitor::Visitor,
};

/// Connects a helpdesk for an end user; answers the connection's id.
async fn connected(app: &TestApp, person: &str, subdomain: &str) -> String {
    let token = app.session(&json!({ "tags": { "end_user_id": person } })).await;
    let path = format!("/api-auth/api-key/it?connect_session_token={token}&params[subdomain]={subdomain}");
    let answer = app.submit(&path, &json!({ "apiKey": "demo-1" })).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()["connectionId"].as_str().expect("an id").to_owned()
}

/// A session whose page shows the list.
async fn managing(app: &TestApp, person: &str, more: Value) -> String {
    let mut body = json!({ "tags": { "end_user_id": person }, "connect_ui": { "view": "manage" } });
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    app.session(&body).await
}

async fn open<'a>(app: &'a TestApp, token: &str) -> (Visitor<'a>, Answer) {
    let mut tab = Visitor::tab(app);
    let page = tab.open_link(token).await;
    (tab, page)
}
