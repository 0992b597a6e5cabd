//! Too many requests: a page of its own, that says when to come back.

use connect_ui::config::RateLimit;
use reqwest::Method;
use serde_json::json;

use crate::support::{
    app::{Options, spawn_app_with},
    sqlite,
    visitor::Visitor,
};

const HOST: &str = "https://app.acme.example";

#[actix_web::test]
async fn who_asks_too_fast_is_told_when_to_come_back() {
    let options = Options {
        rate_limit: RateLimit::PerMinute(4),
        allowed_origins: vec![HOST.into()],
        ..Options::default()
    };
    let app = spawn_app_with(sqlite(), options).await;
    app.integration("demo-postbox", "postbox").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut tab = Visitor { language: "de", ..Visitor::tab(&app) };
    let mut frame = Visitor::frame(&app);
    assert_eq!(tab.open_link(&token).await.header("x-ratelimit-remaining"), "2");
    assert_eq!(frame.hand_over(&token, HOST).await.header("x-ratelimit-remaining"), "0");
    let page = tab.submit(&[("credentials.apiKey", "demo-1")]).await;
    assert_eq!(page.says(), (429, "Das war etwas zu schnell".into()));
    assert_eq!(page.header("retry-after"), "60");
    assert_eq!(page.policy("frame-ancestors"), "'none'");
    let framed = frame.submit(&[("credentials.apiKey", "demo-1")]).await;
    assert_eq!(framed.says(), (429, "That was a little too fast".into()));
    assert_eq!(framed.policy("frame-ancestors"), format!("'self' {HOST}"));
    let api = app.call(&token, Method::GET, "/connect/session", None).await;
    assert_eq!(api.refusal(), (429, "too_many_request".into()));
    assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }), "backends go on");

    app.clock.advance_millis(60_000);
    let answer = tab.submit(&[("credentials.apiKey", "demo-1")]).await;
    assert_eq!(tab.follow(answer).await.heading(), "Postbox ist verbunden");
}
