//! A credential holds when it is sent.

use serde_json::json;

use super::service::{Caller, Service, app_at};
use crate::support::{
    app::{Answer, TestApp},
    oauth::connect,
};

/// Tokens of the mock's short-lived clients end after a minute: they are due after half of it.
const DUE: i64 = 31_000;
const DAY: i64 = 86_400_000;

async fn connected(app: &TestApp) -> Caller<'_> {
    app.oauth_integration("demo-troublemaker", "it", "rotating-refresh").await;
    let id = connect(app, "it").await;
    Caller::of(app, &id)
}

async fn set_secret(app: &TestApp, secret: &str) {
    let credentials = json!({ "type": "OAUTH2", "client_id": "rotating-refresh", "client_secret": secret });
    let body = json!({ "credentials": credentials });
    let answer = app.call(&app.key, reqwest::Method::PATCH, "/integrations/it", Some(&body)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

async fn call(caller: &Caller<'_>, service: &Service) -> Answer {
    caller.call("GET", "/x", &[("base-url-override", service.origin.as_str())], None).await
}

#[actix_web::test]
async fn a_token_that_ends_is_renewed_before_the_call() {
    let service = Service::start();
    let app = app_at(&service, "{}").await;
    let caller = connected(&app).await;
    assert_eq!(call(&caller, &service).await.status, 200);
    let old = service.last().header("authorization").to_owned();
    app.clock.advance_millis(DUE);
    assert_eq!(call(&caller, &service).await.status, 200);
    assert_ne!(service.last().header("authorization"), old);
    assert_eq!(app.mock.count("refresh_token"), 1);
}

#[actix_web::test]
async fn a_token_is_looked_at_again_when_an_attempt_has_waited() {
    let service = Service::start();
    let app = app_at(&service, "{}").await;
    let caller = connected(&app).await;
    let attempts = std::sync::atomic::AtomicUsize::new(0);
    service.on("/x", move |_, response| {
        let is_last = attempts.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 5;
        let status = if is_last { 200 } else { 503 };
        response.status(actix_web::http::StatusCode::from_u16(status).unwrap()).finish()
    });
    let headers = [("base-url-override", service.origin.as_str()), ("retries", "5")];
    // 3 + 6 + 12 + 24 + 48 seconds
    assert_eq!(caller.call("GET", "/x", &headers, None).await.status, 200);
    let tokens: Vec<String> =
        service.asked().iter().map(|asked| asked.header("authorization").to_owned()).collect();
    assert!(tokens[..4].iter().all(|token| *token == tokens[0]) && tokens[5] != tokens[0], "{tokens:?}");
}

#[actix_web::test]
async fn a_token_that_cannot_be_renewed_is_not_sent() {
    let service = Service::start();
    let app = app_at(&service, "{}").await;
    let caller = connected(&app).await;
    set_secret(&app, "wrong").await;
    app.clock.advance_millis(DUE);
    assert_eq!(call(&caller, &service).await.refusal(), (400, "server_error".into()));
    assert_eq!(call(&caller, &service).await.refusal(), (424, "connection_refresh_backoff".into()));
    for _ in 0..4 {
        app.clock.advance_millis(DAY);
        call(&caller, &service).await;
    }
    assert_eq!(call(&caller, &service).await.refusal(), (424, "server_error".into()));
    assert_eq!(service.asked().len(), 0);
}
