//! Codes, refresh tokens and clients at the token endpoint; revocation.

use serde_json::json;

use super::*;

const SECONDS: i64 = 1000;

#[actix_web::test]
async fn a_code_becomes_a_token_that_opens_the_account() {
    let bench = Bench::new();
    let tokens = bench.tokens("demo-app").await;
    assert_eq!((&tokens["token_type"], &tokens["expires_in"]), (&json!("Bearer"), &json!(3600)));
    assert_eq!(tokens["scope"], "events:read profile");
    let me = bench.me(&tokens["access_token"]).await;
    assert_eq!(me.status, 200);
    assert_eq!((&me.json()["name"], &me.json()["client_id"]), (&json!("Alice Baker"), &json!("demo-app")));
    bench.clock.advance_millis(3600 * SECONDS);
    assert_eq!(bench.me(&tokens["access_token"]).await.status, 401);
}

#[actix_web::test]
async fn a_code_works_once_and_a_second_use_ends_its_tokens() {
    let bench = Bench::new();
    let code = bench.allow("demo-app").await.get("code").unwrap();
    let tokens = bench.redeem("demo-app", &code).await.json();
    assert_eq!(bench.redeem("demo-app", &code).await.refusal(), (400, "invalid_grant".to_owned()));
    assert_eq!(bench.me(&tokens["access_token"]).await.status, 401);
    assert_eq!(bench.refresh("demo-app", &tokens["refresh_token"]).await.status, 400);
}

#[actix_web::test]
async fn a_code_is_bound_to_its_minute_client_address_and_verifier() {
    let bench = Bench::new();
    let code = bench.allow("demo-app").await.get("code").unwrap();
    bench.clock.advance_millis(60 * SECONDS);
    assert_eq!(bench.redeem("demo-app", &code).await.refusal(), (400, "invalid_grant".to_owned()));
    let code = bench.allow("demo-app").await.get("code").unwrap();
    assert_eq!(bench.redeem("no-pkce", &code).await.refusal(), (400, "invalid_grant".to_owned()));
    for wrong in
        [("redirect_uri", "http://localhost:3003/other"), ("code_verifier", "guessed"), ("code_verifier", "")]
    {
        let code = bench.allow("demo-app").await.get("code").unwrap();
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code.as_str()),
            ("redirect_uri", CALLBACK),
            ("code_verifier", VERIFIER),
            ("client_id", "demo-app"),
            ("client_secret", "demo-secret"),
        ];
        form.retain(|(name, _)| *name != wrong.0);
        form.push(wrong);
        let answer = bench.post("/oauth/token", &form).await;
        assert_eq!(answer.refusal(), (400, "invalid_grant".to_owned()), "{wrong:?}");
        assert_eq!(bench.redeem("demo-app", &code).await.status, 400, "it was shown, and is over: {wrong:?}");
    }
}

#[actix_web::test]
async fn a_client_says_who_it_is_by_header_or_body_in_a_form_or_in_json() {
    let bench = Bench::new();
    let ask = || TestRequest::post().uri("/oauth/token");
    let grant = ("grant_type", "client_credentials");
    let by_body =
        [grant, ("client_id", "demo-app"), ("client_secret", "demo-secret"), ("scope", "events:read")];
    let json = json!({ "grant_type": "client_credentials", "client_id": "demo-app", "client_secret": "demo-secret" });
    let by_header = ("authorization", basic("demo-app", "demo-secret"));
    let query = "/oauth/token?grant_type=client_credentials&client_id=demo-app&client_secret=demo-secret";
    let right = [
        ask().set_form(by_body),
        ask().set_json(json),
        ask().insert_header(by_header.clone()).set_form([grant]),
        ask().insert_header(by_header.clone()).set_form(by_body),
        TestRequest::post().uri(query),
    ];
    for request in right {
        let answer = bench.send(request).await;
        assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::OK, "no-store"));
        assert!(answer.json().get("refresh_token").is_none(), "a client needs none for itself");
        assert_eq!(bench.me(&answer.json()["access_token"]).await.json()["client_id"], "demo-app");
    }
    let wrong = [
        ask().set_form([grant, ("client_id", "demo-app"), ("client_secret", "guessed")]),
        ask().set_form([grant, ("client_id", "demo-app")]),
        ask().set_form([grant, ("client_id", "nobody"), ("client_secret", "demo-secret")]),
        ask().insert_header(by_header).set_form([grant, ("client_id", "no-pkce")]),
        ask().insert_header(("authorization", basic("demo-app", "guessed"))).set_form([grant]),
    ];
    for request in wrong {
        assert_eq!(bench.send(request).await.refusal(), (401, "invalid_client".to_owned()));
    }
    assert_eq!(bench.service.requests()["client_credentials"], 5);
}

#[actix_web::test]
async fn a_public_client_has_pkce_and_no_secret() {
    let bench = Bench::new();
    let code = bench.allow("public").await.get("code").unwrap();
    assert_eq!(bench.redeem("public", &code).await.refusal(), (401, "invalid_client".to_owned()));
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code.as_str()),
        ("redirect_uri", CALLBACK),
        ("code_verifier", VERIFIER),
        ("client_id", "public"),
    ];
    assert_eq!(bench.post("/oauth/token", &form).await.status, 200);
    let form = [("grant_type", "client_credentials"), ("client_id", "public")];
    assert_eq!(bench.post("/oauth/token", &form).await.refusal(), (400, "unauthorized_client".to_owned()));
}

#[actix_web::test]
async fn what_the_endpoint_does_not_understand_it_says() {
    let bench = Bench::new();
    let client = [("client_id", "demo-app"), ("client_secret", "demo-secret")];
    let cases = [
        (None, "invalid_request"),
        (Some("authorization_code"), "invalid_request"),
        (Some("refresh_token"), "invalid_request"),
        (Some("password"), "unsupported_grant_type"),
    ];
    for (grant_type, error) in cases {
        let form: Vec<_> = grant_type.map(|it| ("grant_type", it)).into_iter().chain(client).collect();
        assert_eq!(bench.post("/oauth/token", &form).await.refusal(), (400, error.to_owned()));
    }
    let text = TestRequest::post().uri("/oauth/token").insert_header(("content-type", "text/plain"));
    assert_eq!(bench.send(text.set_payload("x")).await.refusal(), (400, "invalid_request".to_owned()));
}

#[actix_web::test]
async fn a_refresh_token_rotates_and_its_second_use_ends_the_family() {
    let bench = Bench::new();
    let first = bench.tokens("demo-app").await;
    let second = bench.refresh("demo-app", &first["refresh_token"]).await.json();
    assert_ne!(first["refresh_token"], second["refresh_token"]);
    assert_eq!(bench.me(&second["access_token"]).await.status, 200);
    assert_eq!(bench.refresh("no-pkce", &second["refresh_token"]).await.status, 400, "another client's");
    let again = bench.refresh("demo-app", &first["refresh_token"]).await;
    assert_eq!(again.refusal(), (400, "invalid_grant".to_owned()));
    assert_eq!(bench.me(&second["access_token"]).await.status, 401);
    assert_eq!(bench.refresh("demo-app", &second["refresh_token"]).await.status, 400);
    assert_eq!(bench.service.requests()["refresh_token"], 4);
}

#[actix_web::test]
async fn some_clients_keep_their_refresh_token_or_need_none() {
    let bench = Bench::new();
    let kept = bench.tokens("keeps-refresh").await;
    for _ in 0..2 {
        let answer = bench.refresh("keeps-refresh", &kept["refresh_token"]).await;
        assert_eq!(answer.status, 200);
        assert!(answer.json().get("refresh_token").is_none());
    }
    let lasting = bench.tokens("never-expires").await;
    assert!(lasting.get("refresh_token").is_none() && lasting.get("expires_in").is_none());
    bench.clock.advance_millis(i64::from(i32::MAX) * SECONDS);
    assert_eq!(bench.me(&lasting["access_token"]).await.status, 200);
    assert_eq!(bench.tokens("expires-in-90").await["expires_in"], 90);
}

#[actix_web::test]
async fn revocation_ends_the_clients_own_tokens_and_no_others() {
    let bench = Bench::new();
    let revoke = async |client_id: &str, token: &Value| {
        let form =
            [("token", token.as_str().unwrap()), ("client_id", client_id), ("client_secret", "demo-secret")];
        bench.post("/oauth/revoke", &form).await.status
    };
    let tokens = bench.tokens("demo-app").await;
    assert_eq!(revoke("no-pkce", &tokens["refresh_token"]).await, 200);
    assert_eq!(bench.me(&tokens["access_token"]).await.status, 200, "not theirs");
    assert_eq!(revoke("demo-app", &tokens["refresh_token"]).await, 200);
    assert_eq!(bench.me(&tokens["access_token"]).await.status, 401);
    assert_eq!(bench.refresh("demo-app", &tokens["refresh_token"]).await.status, 400);
    let tokens = bench.tokens("demo-app").await;
    assert_eq!(revoke("demo-app", &tokens["access_token"]).await, 200);
    assert_eq!(bench.me(&tokens["access_token"]).await.status, 401);
    assert_eq!(bench.refresh("demo-app", &tokens["refresh_token"]).await.status, 200);
    assert_eq!(revoke("demo-app", &json!("unknown")).await, 200);
    assert_eq!(revoke("nobody", &json!("unknown")).await, 401);
}

#[actix_web::test]
async fn an_owner_can_take_everything_back() {
    let bench = Bench::new();
    let tokens = bench.tokens("demo-app").await;
    assert_eq!(bench.post("/control/revoke", &[]).await.status, 204);
    assert_eq!(bench.me(&tokens["access_token"]).await.status, 401);
    assert_eq!(bench.refresh("demo-app", &tokens["refresh_token"]).await.status, 400);
    let counted = bench.get("/control/requests").await.json();
    assert_eq!((&counted["authorization_code"], &counted["refresh_token"]), (&json!(1), &json!(1)));
}
