//! What comes of a form that is sent: the form again with what is wrong, or a connection.

use reqwest::StatusCode;
use serde_json::json;

use crate::support::{
    app::{Answer, Options, TestApp, spawn_app, spawn_app_with, spawn_apps},
    sqlite,
    visitor::Visitor,
};

const SECRET: &str = "demo-s3cret";

const SERVICES: &str = "
test-shop:
  display_name: Shop
  auth_mode: API_KEY
  docs: https://docs.example/shop
  proxy:
    base_url: https://${connectionConfig.shop}.shop.example
    headers:
      authorization: Bearer ${apiKey}
    verification:
      method: GET
      endpoints:
        - /me
  connection_config:
    shop:
      type: string
      title: Shop name
      example: acme
      suffix: .shop.example
      order: 1
test-away:
  display_name: Away
  auth_mode: API_KEY
  docs: https://docs.example/away
  proxy:
    base_url: http://127.0.0.1:1
    headers:
      authorization: Bearer ${apiKey}
    verification:
      method: GET
      endpoints:
        - /me
test-inside:
  display_name: Inside
  auth_mode: API_KEY
  docs: https://docs.example/inside
  proxy:
    base_url: https://169.254.169.254
    headers:
      authorization: Bearer ${apiKey}
    verification:
      method: GET
      endpoints:
        - /me
";

async fn open<'a>(app: &'a TestApp, provider: &str) -> Visitor<'a> {
    app.integration(provider, "it").await;
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
    let mut tab = Visitor::tab(app);
    let form = tab.open_link(&token).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.heading());
    tab
}

/// The form again: 422, `Error:`, a summary that links to the fields, and nothing stored.
async fn expect_problems(app: &TestApp, page: &Answer, problems: &[&str]) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.heading());
    assert!(page.text_of("title").starts_with("Error: "), "{}", page.text_of("title"));
    assert_eq!(page.texts("[data-summary] a"), problems);
    assert_eq!(page.texts(".problem"), problems);
    for link in page.attributes("[data-summary] a", "href") {
        let wrong = page.attribute(&format!("{link}[aria-invalid=true]"), "name");
        assert!(wrong.is_some(), "{link} leads to no wrong field");
    }
    assert!(page.attribute("[data-summary]", "autofocus").is_some());
    assert!(page.text_of("[data-summary] .code").contains(page.header("x-request-id")));
    assert!(!page.text.contains(SECRET), "a secret came back");
    assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
}

#[actix_web::test]
async fn what_is_missing_is_said_at_its_field() {
    let app = spawn_app().await;
    let mut tab = open(&app, "demo-helpdesk").await;
    let page = tab.submit(&[]).await;
    expect_problems(&app, &page, &["Enter your Subdomain", "Enter your Access token"]).await;
    let page = tab.submit(&[("params.subdomain", "acme")]).await;
    expect_problems(&app, &page, &["Enter your Access token"]).await;
    assert_eq!(page.value("params.subdomain").as_deref(), Some("acme"));
    let page = tab.submit(&[("credentials.apiKey", SECRET)]).await;
    expect_problems(&app, &page, &["Enter your Subdomain"]).await;
    let again = "Enter it again. For your safety, this page never sends secrets back.";
    assert!(page.texts(".hint").contains(&again.to_owned()));
}

#[actix_web::test]
async fn a_wrong_value_is_kept_and_said_to_be_wrong() {
    let app = spawn_app().await;
    let mut tab = open(&app, "demo-helpdesk").await;
    let example = "This does not look like your Subdomain. It should look like acme";
    for value in ["-acme", "a b", "a\"><script>alert(1)</script>", "evil.com/#", "évil"] {
        let page = tab.submit(&[("params.subdomain", value), ("credentials.apiKey", SECRET)]).await;
        expect_problems(&app, &page, &[example]).await;
        assert_eq!(page.value("params.subdomain").as_deref(), Some(value));
        assert!(!page.text.contains("<script>alert"));
    }
    let page = tab.send("application/x-www-form-urlencoded", "params.subdomain=%ff%zz&%".into()).await;
    expect_problems(&app, &page, &[example, "Enter your Access token"]).await;
}

#[actix_web::test]
async fn what_is_none_of_the_options_is_refused() {
    let app = spawn_app().await;
    let mut tab = open(&app, "demo-metrics").await;
    let page = tab.submit(&[("params.region", "mars"), ("credentials.apiKey", SECRET)]).await;
    expect_problems(&app, &page, &["Choose one of the options of Region"]).await;
    let answer = tab.submit(&[("params.region", "us"), ("credentials.apiKey", SECRET)]).await;
    assert_eq!(tab.follow(answer).await.heading(), "Metrics is connected");
}

#[actix_web::test]
async fn a_value_in_a_host_is_a_host_label() {
    let options = Options { definitions: Some(SERVICES), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    let mut tab = open(&app, "test-shop").await;
    let problem = "Enter only the first part of your address, for example acme from acme.shop.example";
    for value in ["evil.com/#", "evil.com?", "user@evil.com", "a:80", "..", "a\\b", "a%2eb", "-"] {
        let page = tab.submit(&[("params.shop", value), ("credentials.apiKey", SECRET)]).await;
        expect_problems(&app, &page, &[problem]).await;
        assert_eq!(page.value("params.shop").as_deref(), Some(value));
    }
}

#[actix_web::test]
async fn a_value_of_a_megabyte_is_refused_at_its_field() {
    let app = spawn_app().await;
    let mut tab = open(&app, "demo-helpdesk").await;
    let huge = "x".repeat(1_000_000);
    let page = tab.submit(&[("params.subdomain", "acme"), ("credentials.apiKey", &huge)]).await;
    assert!(page.text.len() < 100_000, "the value came back");
    let problems = page.texts(".problem");
    assert!(problems[0].starts_with("This is too long. Enter at most "), "{problems:?}");
    expect_problems(&app, &page, &[&problems[0]]).await;
    assert_eq!(page.value("params.subdomain").as_deref(), Some("acme"));
    let page = tab.submit(&[("params.subdomain", &huge), ("credentials.apiKey", SECRET)]).await;
    assert!(page.texts(".problem")[0].starts_with("This is too long."));
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[actix_web::test]
async fn a_body_beyond_all_forms_gets_a_page_that_says_so() {
    let app = spawn_app().await;
    let mut tab = open(&app, "demo-helpdesk").await;
    for megabytes in [2, 9] {
        let huge = "x".repeat(megabytes * 1024 * 1024);
        let page = tab.submit(&[("params.subdomain", "acme"), ("credentials.apiKey", &huge)]).await;
        assert_eq!(page.says(), (413, "That is too much for this form".into()));
    }
    assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
}

#[actix_web::test]
async fn what_no_form_sends_is_refused_without_a_fault() {
    let app = spawn_app().await;
    let mut tab = open(&app, "demo-helpdesk").await;
    for (content_type, body) in [
        ("application/json", r#"{"credentials.apiKey":"demo-1"}"#),
        ("text/plain", "credentials.apiKey=demo-1"),
        ("multipart/form-data; boundary=x", "--x--"),
    ] {
        let page = tab.send(content_type, body.into()).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{content_type}");
        assert!(!page.header("x-request-id").is_empty() && page.text.contains("<title>"));
    }
    let form = tab.at.to_string();
    let start = tab.post("/ui", &[("parent_origin", "https://app.acme.example")]).await;
    assert_eq!(start.status, StatusCode::BAD_REQUEST);
    let answer = tab
        .post(
            &form,
            &[
                ("credentials.apiKey", "wrong"),
                ("credentials.apiKey", SECRET),
                ("params.subdomain", "acme"),
                ("params.webhook_url", "https://evil.example"),
                ("credentials.", "x"),
                ("", "x"),
            ],
        )
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "of two values the last one counts");
    let list = app.get("/connections").await.json();
    let id = list["connections"][0]["connection_id"].as_str().unwrap();
    let read = app.get(&format!("/connections/{id}?provider_config_key=it")).await.json();
    assert_eq!(read["connection_config"], json!({ "subdomain": "acme" }), "unknown fields are left out");
    assert_eq!(read["credentials"]["apiKey"], SECRET);
}

#[actix_web::test]
async fn pasted_input_is_put_right_with_a_notice() {
    let app = spawn_app().await;
    let mut tab = open(&app, "demo-helpdesk").await;
    let fields = [("params.subdomain", " https://acme.helpdesk.example/a "), ("credentials.apiKey", "")];
    let page = tab.submit(&fields).await;
    expect_problems(&app, &page, &["Enter your Access token"]).await;
    assert_eq!(page.value("params.subdomain").as_deref(), Some("acme"));
    assert!(page.text_of(".notice.info").contains("Subdomain: took “acme” out of the whole address."));
    let key = format!("\u{200b} {SECRET}\n");
    let answer =
        tab.submit(&[("params.subdomain", "acme.helpdesk.example"), ("credentials.apiKey", &key)]).await;
    assert_eq!(tab.follow(answer).await.heading(), "Helpdesk is connected");
    let list = app.get("/connections").await.json();
    let id = list["connections"][0]["connection_id"].as_str().unwrap();
    let read = app.get(&format!("/connections/{id}?provider_config_key=it")).await.json();
    assert_eq!(read["connection_config"], json!({ "subdomain": "acme" }));
    assert_eq!(read["credentials"]["apiKey"], SECRET);
}

#[actix_web::test]
async fn a_refusal_of_the_service_comes_back_in_our_own_words() {
    let app = spawn_app().await;
    let mut tab = open(&app, "demo-postbox").await;
    for (key, text) in [
        (
            "s3cret",
            "Postbox did not accept this API key. Check that you copied all of it, and that it is still active.",
        ),
        (
            "demo-forbidden",
            "Postbox denied access (403). Check what you entered, and that it is allowed to use the API.",
        ),
        (
            "demo-broken",
            "Postbox gave an unexpected answer (status 500). Check what you entered, or try again in a minute.",
        ),
    ] {
        let page = tab.submit(&[("credentials.apiKey", key)]).await;
        expect_check(&app, &page, text).await;
        assert!(!page.text.contains(key), "a secret came back");
    }
}

#[actix_web::test]
async fn a_service_that_cannot_be_reached_is_named() {
    for (provider, text) in [
        ("test-away", "We could not reach 127.0.0.1"),
        ("test-inside", "169.254.169.254 is a private address that we do not connect to."),
    ] {
        let app =
            spawn_app_with(sqlite(), Options { definitions: Some(SERVICES), ..Options::default() }).await;
        let mut tab = open(&app, provider).await;
        let page = tab.submit(&[("credentials.apiKey", SECRET)]).await;
        expect_check(&app, &page, text).await;
        assert!(!page.text.contains(SECRET), "a secret came back");
    }
}

async fn expect_check(app: &TestApp, page: &Answer, text: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text_of("[data-summary] h2").contains("Not connected yet"));
    let summary = page.text_of("[data-summary]");
    assert!(summary.contains(text), "{summary}");
    for raw in ["broke down", "unknown credentials", "not allowed to read this"] {
        assert!(!page.text.contains(raw));
    }
    assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
}

#[actix_web::test]
async fn an_attempt_is_shown_to_its_own_session_alone() {
    for app in spawn_apps().await {
        let mut tab = open(&app, "demo-postbox").await;
        let answer = tab.submit(&[("credentials.apiKey", SECRET)]).await;
        tab.follow(answer).await;
        let flow = tab.at.path().rsplit('/').next().unwrap().to_owned();
        let token = app.session(&json!({ "tags": {} })).await;
        let mut other = Visitor::tab(&app);
        other.cookie.clone_from(&tab.cookie);
        other.open_link(&token).await;
        let page = other.open(&format!("../done/{flow}")).await;
        assert_eq!(page.says(), (404, "There is nothing at this address".into()));
        let page = other.open("../done/unknown").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
    }
}

#[actix_web::test]
async fn nothing_to_fill_in_is_one_button() {
    let app = spawn_app().await;
    let mut tab = open(&app, "demo-calendar").await;
    let answer = tab.submit(&[]).await;
    assert_eq!(tab.follow(answer).await.says(), (200, "Public holidays is connected".into()));
}

const DRAWN: &str = "input[name=attempt]";

async fn connections(app: &TestApp) -> usize {
    app.get("/connections").await.json()["connections"].as_array().unwrap().len()
}

#[actix_web::test]
async fn a_form_that_is_sent_twice_makes_one_connection() {
    for app in spawn_apps().await {
        let mut tab = open(&app, "demo-postbox").await;
        let here = tab.at.to_string();
        let number = tab.open(&here).await.attribute(DRAWN, "value").expect("the form's number");
        let right = [("credentials.apiKey", SECRET), ("attempt", number.as_str())];
        let wrong = [("credentials.apiKey", "wrong"), ("attempt", number.as_str())];
        for _ in 0..2 {
            assert_eq!(tab.submit(&wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let mut twin = Visitor { cookie: tab.cookie.clone(), at: tab.at.clone(), ..Visitor::tab(&app) };
        let (one, other) = futures_util::future::join(tab.submit(&right), twin.submit(&right)).await;
        let late = tab.submit(&right).await;
        for answer in [&other, &late] {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.heading());
            assert_eq!(answer.header("location"), one.header("location"));
        }
        assert_eq!(tab.follow(late).await.heading(), "Postbox is connected");
        assert_eq!(connections(&app).await, 1);
    }
}

#[actix_web::test]
async fn what_differs_from_a_sent_form_is_another_attempt() {
    let app = spawn_app().await;
    let mut tab = open(&app, "demo-postbox").await;
    let form = tab.at.to_string();
    let number = tab.open(&form).await.attribute(DRAWN, "value").unwrap();
    let first = tab.post(&form, &[("credentials.apiKey", SECRET), ("attempt", &number)]).await;
    // Back, and another account typed into the same form.
    let second = tab.post(&form, &[("credentials.apiKey", "demo-other"), ("attempt", &number)]).await;
    let drawn_anew = tab.open(&form).await.attribute(DRAWN, "value").unwrap();
    let third = tab.post(&form, &[("credentials.apiKey", SECRET), ("attempt", &drawn_anew)]).await;
    let unnumbered = tab.post(&form, &[("credentials.apiKey", SECRET), ("attempt", "1")]).await;
    let mut doors: Vec<_> =
        [&first, &second, &third, &unnumbered].iter().map(|answer| answer.header("location")).collect();
    doors.dedup();
    assert_eq!((doors.len(), connections(&app).await), (4, 4));
}

#[actix_web::test]
async fn one_button_pressed_twice_connects_once() {
    let app = spawn_app().await;
    let mut tab = open(&app, "demo-calendar").await;
    let form = tab.at.to_string();
    let number = tab.open(&form).await.attribute(DRAWN, "value").unwrap();
    for _ in 0..2 {
        let answer = tab.post(&form, &[("attempt", number.as_str())]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(connections(&app).await, 1);
}
