//! OAuth 1: request token, page, access token.

use super::*;

fn definition(method: &str) -> String {
    format!(
        "auth_mode: OAUTH1
request_url: '{{service}}/request'
authorization_url: https://service.example/authorize
token_url: '{{service}}/access'
signature_method: {method}
scope_separator: ','
request_params:
  expiration: never
authorization_params:
  name: App"
    )
}

const REQUEST_TOKEN: &str = "oauth_token=req&oauth_token_secret=req-s&oauth_callback_confirmed=true";

#[tokio::test]
async fn the_person_leaves_with_a_request_token_and_returns_with_a_verifier() {
    let bench = Bench::new("one", &definition("PLAINTEXT")).await;
    bench.service.answer(200, "application/x-www-form-urlencoded", REQUEST_TOKEN);
    let departure = bench.depart().await.unwrap();
    let asked = bench.service.last();
    assert_eq!((asked.line.as_str(), asked.body.as_str()), ("POST /request", "expiration=never"));
    let header = asked.header("authorization").unwrap();
    assert!(header.starts_with("OAuth oauth_consumer_key=\"id%3A1\", oauth_nonce=\""), "{header}");
    assert!(header.contains(
        "oauth_signature_method=\"PLAINTEXT\", oauth_timestamp=\"1767225600\", oauth_version=\"1.0\""
    ));
    assert!(
        header.contains("oauth_callback=\"https%3A%2F%2Fconnect.example%2Foauth%2Fcallback%3Fstate%3Dst\"")
    );
    assert!(header.ends_with("oauth_signature=\"s%2526cret%26\""), "{header}");
    assert_eq!(
        departure.url.expose_secret(),
        "https://service.example/authorize?oauth_token=req&scope=read%2Cwrite&name=App\
         &oauth_callback=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback%3Fstate%3Dst"
    );

    bench.service.answer(200, "text/html", "oauth_token=acc&oauth_token_secret=acc-s&user_id=7");
    let pending = Pending::from_bytes(&departure.pending.to_bytes()).unwrap();
    let query = [("oauth_token", "req"), ("oauth_verifier", "ver")];
    let query = query.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    let returning = Returning { subject: bench.subject(), pending: &pending, query: &query };
    let Arrival::Connected(grant) = arrive(bench.cx(), returning).await.unwrap() else { panic!() };
    let header = bench.service.last().header("authorization").unwrap().to_owned();
    assert!(header.contains("oauth_token=\"req\", oauth_verifier=\"ver\""), "{header}");
    assert!(header.ends_with("oauth_signature=\"s%2526cret%26req-s\""), "{header}");
    assert_eq!(
        wire(&grant),
        json!({
            "type": "OAUTH1", "oauth_token": "acc", "oauth_token_secret": "acc-s",
            "raw": { "oauth_token": "acc", "oauth_token_secret": "acc-s", "user_id": "7" },
        })
    );
}

#[tokio::test]
async fn a_refused_request_token_and_a_foreign_one_are_told() {
    let bench = Bench::new("two", &definition("HMAC-SHA1")).await;
    bench.service.answer(401, "text/plain", "nope");
    let problem = bench.depart().await.unwrap_err();
    assert_eq!(problem.error_type(), "token_err");
    bench.service.answer(200, "application/x-www-form-urlencoded", REQUEST_TOKEN);
    let foreign = bench.arrive(&[("oauth_token", "other"), ("oauth_verifier", "v")]).await;
    assert_eq!(foreign.unwrap_err(), ReturnProblem::Mismatch);
    bench.service.answer(200, "application/x-www-form-urlencoded", REQUEST_TOKEN);
    let denied = bench.arrive(&[("denied", "req")]).await.unwrap_err();
    assert_eq!(denied.error_type(), "callback_err");
}
