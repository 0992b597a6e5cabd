//! What answers become: tokens in every place, ends in every unit, refusals in every shape.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::*;

fn reading(response: &str) -> String {
    definition(&format!("token_url: '{{service}}/login'\ntoken_response:\n{response}"))
}

async fn answered(response: &str, content_type: &str, body: &str) -> Result<Grant, ExchangeProblem> {
    let bench = Bench::new("two", &reading(response)).await;
    bench.service.answer(200, content_type, body);
    logged_in(&bench, ada()).await
}

async fn end(response: &str, body: &Value) -> Value {
    wire(&answered(response, "application/json", &body.to_string()).await.unwrap())["expires_at"].clone()
}

#[tokio::test]
async fn the_token_stands_where_the_definition_says() {
    let xml = "<?xml version=\"1.0\"?><r n=\"1\"><status>ok</status><data><api><id>tok</id></api></data></r>";
    for (path, content_type, body) in [
        ("data.token", "application/json", r#"{"data":{"token":"tok"}}"#),
        ("items.1.id", "application/json", r#"{"items":[{},{"id":"tok"}]}"#),
        ("r.data.api.id", "text/xml", xml),
        ("r.data.api.id", "text/plain", xml),
        ("''", "text/plain", "tok\n"),
        ("''", "application/json", r#""tok""#),
    ] {
        let grant = answered(&format!("  token: {path}\n"), content_type, body).await.unwrap();
        assert_eq!(wire(&grant)["token"], "tok", "{path} {body}");
    }
    let grant = answered("  token: r.@_n\n", "application/xml", xml).await.unwrap();
    assert_eq!(wire(&grant)["token"], "1");
}

#[tokio::test]
async fn all_is_told_to_the_owner_but_what_assertions_are_made_of() {
    let response = "  token: t\n  refresh_token: more.r\n";
    let body = json!({ "t": "t0k", "more": { "r": "ref" } });
    let bench = Bench::new("two", &reading(response)).await.answers(&body);
    let mut typed =
        login(&[("username", "ada"), ("password", "p"), ("token", "forged"), ("expires_at", "x")]);
    typed.assertion_option = secrets(&[("privateKey", "k")]);
    let grant = logged_in(&bench, typed).await.unwrap();
    let told = json!({
        "type": "TWO_STEP", "password": "p", "username": "ada", "token": "t0k", "refresh_token": "ref",
        "raw": body,
    });
    assert_eq!(wire(&grant), told);
    let opened = Credential::from_bytes(&grant.credential.to_bytes()).unwrap();
    assert_eq!(opened.to_wire(), told);
    let Credential::TwoStep(opened) = opened else { panic!("another mode") };
    assert_eq!(opened.login.assertion_option["privateKey"].expose_secret(), "k");
    assert!(!format!("{opened:?}").contains("t0k"));
}

#[tokio::test]
async fn ends_are_read_in_every_unit_that_definitions_name() {
    let by = |strategy: &str| {
        format!("  token: t\n  token_expiration: e.x\n  token_expiration_strategy: {strategy}\n")
    };
    let hour = json!("2026-01-01T01:00:00.000Z");
    for (strategy, value) in [
        ("expireIn", json!(3600)),
        ("expireIn", json!("3600")),
        ("expireIn", json!("1 hour")),
        ("expireAt", json!("2026-01-01T01:00:00Z")),
        ("expireAt", json!(1_767_229_200)),
        ("expireAt", json!(1_767_229_200_000_i64)),
        ("expireAt", json!("0:01:00")),
    ] {
        assert_eq!(end(&by(strategy), &json!({ "t": "tok", "e": { "x": value } })).await, hour, "{value}");
    }
    let fixed = |millis: &str| format!("  token: t\ntoken_expires_in_ms: {millis}\n");
    assert_eq!(end(&fixed("3600000"), &json!({ "t": "tok" })).await, hour);
    assert_eq!(
        end("  token: t\n", &json!({ "t": "tok" })).await,
        Value::Null,
        "holds until it is taken back"
    );
}

fn jwt(end: i64) -> String {
    let part = |text: String| URL_SAFE_NO_PAD.encode(text);
    format!("{}.{}.sig", part(r#"{"alg":"none"}"#.into()), part(format!(r#"{{"exp":{end}}}"#)))
}

#[tokio::test]
async fn a_token_that_knows_its_own_end_is_asked_when_nobody_else_says_it() {
    let now = NOW.0 / 1000;
    let response = "  token: t\n  refresh_token: r\n";
    assert_eq!(end(response, &json!({ "t": jwt(now + 7200) })).await, "2026-01-01T01:45:00.000Z");
    assert_eq!(end(response, &json!({ "t": jwt(now + 600) })).await, "2026-01-01T00:10:00.000Z");
    let both = json!({ "t": jwt(now + 7200), "r": jwt(now + 3600) });
    assert_eq!(end(response, &both).await, "2026-01-01T00:45:00.000Z");
    assert_eq!(
        end("  token: t\ntoken_expires_in_ms: 0\n", &json!({ "t": jwt(now + 7200) })).await,
        Value::Null
    );
}

#[tokio::test]
async fn cookies_of_a_session_are_kept_and_replace_nothing_that_was_typed() {
    let text = reading("  token: t\ntoken_response_headers: [set-cookie]\n");
    let bench = Bench::new("cookies", &text).await;
    let cookies = "application/json\r\nset-cookie: B1=one; Path=/; HttpOnly\r\nset-cookie: password=stolen\r\n\
                   set-cookie: ROUTE=.n1";
    bench.service.answer(200, cookies, r#"{"t":"tok"}"#);
    let wire = wire(&logged_in(&bench, ada()).await.unwrap());
    assert_eq!(
        (&wire["_cookies"], &wire["B1"], &wire["password"]),
        (&json!("B1=one; password=stolen; ROUTE=.n1"), &json!("one"), &json!("s3&cret"))
    );
}

#[tokio::test]
async fn refusals_say_what_the_service_said_without_what_was_typed() {
    let bench = Bench::new("two", &reading("  token: t\n")).await.answers_with(
        401,
        &json!({ "error": "bad_credentials", "message": "s3&cret is no password of ada" }),
    );
    let problem = logged_in(&bench, ada()).await.unwrap_err();
    assert_eq!(problem.to_string(), "127.0.0.1 answered 401: bad_credentials: […] is no password of ada");
    let bench = bench.answers(&json!({ "responseStatus": "FAILURE" }));
    let problem = logged_in(&bench, ada()).await.unwrap_err();
    assert_eq!(problem, ExchangeProblem::NoToken { host: "127.0.0.1".into() });
    let bench = bench.answers(&json!({ "error": "invalid_grant" }));
    assert!(logged_in(&bench, ada()).await.unwrap_err().is_revoked());
}

#[tokio::test]
async fn what_is_no_answer_to_a_login_is_told_from_a_refusal() {
    let deep = format!("<a>{}{}</a>", "<b>".repeat(9_000), "</b>".repeat(9_000));
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"xxxxxxxx\">]><a>&x;</a>";
    for (path, content_type, body) in [
        ("t", "text/html", "<!doctype html><p>Welcome"),
        ("''", "text/html", "<p>Welcome</p>"),
        ("''", "text/plain", "Log in here please"),
        ("a.b", "text/xml", deep.as_str()),
        ("a", "text/xml", bomb),
        ("a", "text/xml", "<a"),
        ("t", "application/json", "{\"t\":"),
    ] {
        let problem = answered(&format!("  token: {path}\n"), content_type, body).await.unwrap_err();
        let unreadable = ExchangeProblem::Unreadable { status: 200, host: "127.0.0.1".into() };
        assert_eq!(problem, unreadable, "{content_type}");
    }
    let huge = format!("{{\"t\":\"{}\"}}", "x".repeat(10_000_000));
    let problem = answered("  token: t\n", "application/json", &huge).await.unwrap_err();
    assert_eq!(problem.kind(), "answer_too_large");
    let nested = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(answered("  token: t\n", "application/json", &nested).await.is_err());
}
