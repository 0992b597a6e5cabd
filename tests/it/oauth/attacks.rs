//! Who starts a flow is who finishes it (security.md C): every test plays an attacker of a known kind, who loses.
//!
//! What counts is whether the token endpoint was asked, and whose connection stands afterwards.

mod binding;
mod headers;
mod mixed_up;
mod start;

use reqwest::StatusCode;
use serde_json::{Value, json};
use url::Url;

use crate::support::{
    app::{Answer, Options, TestApp, spawn_apps_with},
    oauth::{Decision, consent, leave, press},
    visitor::Visitor,
};

/// The application's own origin.
const HOST: &str = "https://app.acme.example";

/// On each database, with one OAuth integration `it` of a client with which nothing goes wrong.
async fn apps() -> Vec<TestApp> {
    let apps = spawn_apps_with(|| Options { allowed_origins: vec![HOST.into()], ..Options::default() }).await;
    for app in &apps {
        app.oauth_integration("demo-troublemaker", "it", "demo-app").await;
    }
    apps
}

/// A session of this person for the integration `it`.
async fn session_of(app: &TestApp, person: &str) -> String {
    let tags = json!({ "end_user_id": person, "end_user_email": format!("{person}@acme.example") });
    app.session(&json!({ "tags": tags, "allowed_integrations": ["it"] })).await
}

/// Somebody at the service, in a tab of their own: the browser, and the service's address.
async fn at_service<'a>(app: &'a TestApp, person: &str) -> (Visitor<'a>, Url) {
    let mut tab = Visitor::tab(app);
    let form = tab.open_link(&session_of(app, person).await).await;
    let service = leave(&mut tab, &form).await;
    (tab, service)
}

/// The popup's address of `nango.auth`.
async fn popup_address(app: &TestApp, person: &str) -> String {
    format!("/oauth/connect/it?connect_session_token={}", session_of(app, person).await)
}

/// The page of a session in a frame of the application.
async fn framed<'a>(app: &'a TestApp, token: &str) -> (Visitor<'a>, Answer) {
    let mut frame = Visitor::frame(app);
    let form = frame.hand_over(token, HOST).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text);
    (frame, form)
}

/// Whose connections stand.
async fn connected(app: &TestApp) -> Vec<String> {
    let list = app.get("/connections").await.json();
    let rows = list["connections"].as_array().unwrap_or_else(|| panic!("{list}")).clone();
    let whose = |row: &Value| row["tags"]["end_user_id"].as_str().unwrap_or_default().to_owned();
    let mut all: Vec<String> = rows.iter().map(whose).collect();
    all.sort();
    all
}

fn cookies(answer: &Answer) -> Vec<String> {
    let all = answer.headers.get_all("set-cookie").iter();
    all.map(|value| value.to_str().expect("text").to_owned()).collect()
}

/// Nothing came of it, and nobody was asked.
async fn expect_nothing(app: &TestApp) {
    assert_eq!(app.mock.count("authorization_code"), 0, "the token endpoint was asked");
    assert_eq!(connected(app).await, [""; 0]);
}
