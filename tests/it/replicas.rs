//! Several processes on one PostgreSQL: they count together, and a change at one is a change at all.

use std::time::Duration;

use connect_ui::config::RateLimit;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::app::{Answer, Options, TestApp, spawn_apps_with, spawn_beside_with};

const LIMIT: u32 = 40;
/// A change is everywhere within a second; a busy machine may take longer.
const PATIENCE: usize = 100;

async fn two() -> Option<(TestApp, TestApp)> {
    let options = || Options { rate_limit: RateLimit::PerMinute(LIMIT), ..Options::default() };
    let one = spawn_apps_with(options).await.into_iter().nth(1)?;
    let other = spawn_beside_with(&one, options()).await;
    Some((one, other))
}

/// Asks until the answer is the one that is waited for.
async fn until(mut ask: impl AsyncFnMut() -> Answer, wanted: impl Fn(&Answer) -> bool) -> Answer {
    for _ in 0..PATIENCE {
        let answer = ask().await;
        if wanted(&answer) {
            return answer;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("it never came");
}

#[actix_web::test]
async fn requests_are_counted_together() {
    let Some((one, other)) = two().await else { return };
    let token = one.session(&json!({ "tags": {} })).await;
    let ask = async |app: &TestApp| app.call(&token, Method::GET, "/connect/session", None).await;
    for _ in 0..LIMIT - 2 {
        assert_eq!(ask(&one).await.status, StatusCode::OK);
    }
    // Without a common count the other would let forty pass; it hears of the first one's within a moment.
    let mut passed = 0;
    let refused = async || {
        let answer = ask(&other).await;
        passed += usize::from(answer.status == StatusCode::OK);
        answer
    };
    let refused = until(refused, |answer| answer.status == StatusCode::TOO_MANY_REQUESTS).await;
    assert_eq!(refused.header("x-ratelimit-remaining"), "0");
    assert!(passed < 38, "{passed} passed");
    // The database goes away: nobody is kept waiting for counts.
    other.state.services.db.close().await;
    let page = other.send(Method::GET, "/health", &[], None).await;
    assert_eq!(page.status, StatusCode::OK);
}

#[actix_web::test]
async fn guesses_at_a_password_are_counted_together() {
    let Some((one, other)) = two().await else { return };
    let guess = async |app: &TestApp| {
        let headers =
            [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
        let body = "name=alice&password=wrong-password&return_to=".to_owned();
        app.send(Method::POST, "/admin/sign-in", &headers, Some(body)).await
    };
    for _ in 0..4 {
        assert_eq!(guess(&one).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut tried = 0;
    let next = async || {
        tried += 1;
        guess(&other).await
    };
    until(next, |answer| answer.status == StatusCode::TOO_MANY_REQUESTS).await;
    assert!(tried < 6, "{tried} guesses were let through at the other");
    until(async || guess(&one).await, |answer| answer.status == StatusCode::TOO_MANY_REQUESTS).await;
}

#[actix_web::test]
async fn a_change_at_one_is_seen_at_the_other_at_once() {
    let Some((one, other)) = two().await else { return };
    let webhook = "/api/v1/environments/webhook?env=dev";
    let settings = json!({ "primary_url": "https://hooks.acme.example/" });
    assert_eq!(one.call(&one.key, Method::PATCH, webhook, Some(&settings)).await.status, 200);
    assert_eq!(other.get(webhook).await.json()["data"]["primary_url"], "https://hooks.acme.example/");

    one.integration("demo-helpdesk", "it").await;
    assert_eq!(other.get("/integrations/it").await.status, 200);
    let change = json!({ "display_name": "Another name" });
    assert_eq!(one.call(&one.key, Method::PATCH, "/integrations/it", Some(&change)).await.status, 200);
    assert_eq!(other.get("/integrations/it").await.json()["data"]["display_name"], "Another name");

    let token = one.session(&json!({ "tags": {} })).await;
    assert_eq!(one.call(&token, Method::DELETE, "/connect/session", None).await.status, 204);
    assert_eq!(other.call(&token, Method::GET, "/connect/session", None).await.status, 401);
    let revoke = "UPDATE api_key SET revoked_at = 1";
    crate::oauth::database::Rows::of(&one).run(revoke).await;
    assert_eq!(other.get("/integrations").await.status, 401);
}
