//! A login that ends is made anew, or renewed by its own recipe.

use super::*;

fn short(further: &str) -> String {
    definition(&format!(
        "token_url: '{{service}}/login'
token_params:
  user: ${{credentials.username}}
  password: ${{credentials.password}}
token_response:
  token: t
  refresh_token: r
  token_expiration: e
  token_expiration_strategy: expireIn
{further}"
    ))
}

async fn old(bench: &Bench) -> Credential {
    logged_in(bench, ada()).await.unwrap().credential
}

fn is_due(bench: &Bench, credential: &Credential) -> bool {
    renew::freshness(&bench.subject(), credential, bench.clock.now()) == renew::Freshness::Due
}

#[tokio::test]
async fn without_a_recipe_what_was_typed_logs_in_again() {
    let bench = Bench::new("again", &short("")).await.answers(&json!({ "t": "t1", "r": "r1", "e": 3600 }));
    let credential = old(&bench).await;
    assert!(!is_due(&bench, &credential));
    bench.clock.advance_millis(50 * 60_000);
    assert!(is_due(&bench, &credential));
    let bench = bench.answers(&json!({ "t": "t2", "e": 3600 }));
    let renewed = bench.renewed(&Credential::from_bytes(&credential.to_bytes()).unwrap()).await.unwrap();
    assert_eq!(bench.service.last().body, r#"{"user":"ada","password":"s3&cret"}"#);
    let wire = wire(&renewed);
    assert_eq!((&wire["token"], &wire["password"]), (&json!("t2"), &json!("s3&cret")));
    assert_eq!(wire["expires_at"], "2026-01-01T01:50:00.000Z");
}

#[tokio::test]
async fn a_token_without_an_end_is_left_alone_but_can_be_renewed() {
    let bench = Bench::new("endless", &short("")).await.answers(&json!({ "t": "t1" }));
    let credential = old(&bench).await;
    bench.clock.advance_millis(400 * 86_400_000);
    assert!(!is_due(&bench, &credential));
    let bench = bench.answers(&json!({ "t": "t2" }));
    assert_eq!(wire(&bench.renewed(&credential).await.unwrap())["token"], "t2");
}

#[tokio::test]
async fn a_recipe_renews_by_the_refresh_token_in_body_or_header() {
    let body = short("refresh_url: '{service}/refresh'\nrefresh_token_params:\n  again: ${refresh_token}\n");
    let bench = Bench::new("body", &body).await.answers(&json!({ "t": "t1", "r": "r1", "e": 60 }));
    let credential = old(&bench).await;
    let bench = bench.answers(&json!({ "t": "t2", "e": 60 }));
    let renewed = bench.renewed(&credential).await.unwrap();
    let asked = bench.service.last();
    assert_eq!((asked.line.as_str(), asked.body.as_str()), ("POST /refresh", r#"{"again":"r1"}"#));
    assert_eq!((&wire(&renewed)["token"], &wire(&renewed)["refresh_token"]), (&json!("t2"), &json!("r1")));
    assert_eq!(wire(&renewed)["username"], "ada");

    let header = short("refresh_token_headers:\n  authorization: Bearer ${refresh_token}\n");
    let bench = Bench::new("header", &header).await.answers(&json!({ "t": "t1", "r": "r1", "e": 60 }));
    let credential = old(&bench).await;
    let bench = bench.answers(&json!({ "t": "t2", "r": "r2", "e": 60 }));
    let renewed = bench.renewed(&credential).await.unwrap();
    let asked = bench.service.last();
    assert_eq!((asked.line.as_str(), asked.body.as_str()), ("POST /login", "{}"));
    assert_eq!(asked.header("authorization"), Some("Bearer r1"));
    assert_eq!(wire(&renewed)["refresh_token"], "r2");
}

#[tokio::test]
async fn a_refused_refresh_token_is_no_reason_to_give_up_but_a_broken_service_is() {
    let text = short("refresh_token_params:\n  again: ${refresh_token}\n");
    let bench = Bench::new("over", &text).await.answers(&json!({ "t": "t1", "r": "r1", "e": 60 }));
    let credential = old(&bench).await;
    let bench =
        bench.answers_with(401, &json!({ "error": "expired" })).answers(&json!({ "t": "t2", "e": 60 }));
    assert_eq!(wire(&bench.renewed(&credential).await.unwrap())["token"], "t2");
    assert_eq!(bench.service.last().body, r#"{"user":"ada","password":"s3&cret"}"#);

    let before = bench.service.asked().len();
    let bench = bench.answers_with(503, &json!({}));
    bench.renewed(&credential).await.unwrap_err();
    assert_eq!(bench.service.asked().len(), before + 1);
}
