//! A login that brings a token.

use serde_json::json;

use super::*;

#[actix_web::test]
async fn a_right_password_brings_a_token_that_ends() {
    let bench = Bench::new();
    let log_in = async |password: &str| {
        let body = json!({ "user": "alice", "password": password });
        bench.send(TestRequest::post().uri("/session").set_json(body)).await
    };
    let session = log_in("demo-1").await.json();
    let token = &session["session"]["token"];
    assert_eq!(bench.me(token).await.status, StatusCode::OK);
    bench.clock.advance_millis(session["session"]["seconds"].as_i64().unwrap() * 1000);
    assert_eq!(bench.me(token).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(log_in("wrong").await.refusal(), (401, "wrong_password".into()));
    assert_eq!(log_in("demo-broken").await.status, StatusCode::INTERNAL_SERVER_ERROR);
}
