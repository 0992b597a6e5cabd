//! `TWO_STEP`: somebody logs in before anything is stored, by the protocol's route and by our form.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::service::Service;
use crate::support::{
    app::{Answer, Options, TestApp, spawn_app_with, spawn_apps},
    sqlite,
    visitor::Visitor,
};

const KEY: &str = include_str!("../../../src/auth/tests/throwaway_key.pem");
/// A service with an app key of the owner's and a key of the end user's, and one where nobody listens.
const DEFINITIONS: &str = "
acme-login:
  display_name: Acme Login
  categories: [crm]
  auth_mode: TWO_STEP
  docs: https://acme.example/docs
  token_url: '{origin}/${connectionConfig.tenant}/login'
  body_format: form
  token_headers:
    authorization: App ${credentials.appKey}
  token_params:
    assertion: ${credentials.assertion}
  token_response:
    token: token
  token_response_metadata: [instance]
  assertion:
    type: jwt
    key: ${assertionOption.privateKey}
    header:
      alg: RS256
    payload:
      iss: ${credentials.user}
  credentials:
    user:
      type: string
      title: User
    assertion:
      type: string
      title: Assertion
      automated: true
  integration_config:
    appKey:
      type: string
      title: App key
      secret: true
      optional: true
  assertion_option:
    privateKey:
      type: string
      title: Private key
      example: '-----BEGIN PRIVATE KEY-----'
  connection_config:
    tenant:
      type: string
      title: Tenant
nobody-login:
  display_name: Nobody
  categories: [crm]
  auth_mode: TWO_STEP
  docs: https://acme.example/docs
  token_url: http://127.0.0.1:9/login
  token_params:
    password: ${credentials.password}
  token_response:
    token: token
  credentials:
    password:
      type: string
      title: Password
      secret: true
";

/// What the protocol calls a login that failed at the service.
const FETCH: &str = "two_step_credentials_fetch_error";

async fn token(app: &TestApp, key: &str) -> String {
    app.session(&json!({ "tags": { "end_user_id": "u-1" }, "allowed_integrations": [key] })).await
}

async fn door(app: &TestApp, key: &str) -> String {
    format!("/auth/two-step/{key}?connect_session_token={}", token(app, key).await)
}

async fn read(app: &TestApp, id: &str) -> Value {
    app.get(&format!("/connections/{id}?provider_config_key=it")).await.json()
}

async fn nothing_is_stored(app: &TestApp) {
    assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
}

fn alice(password: &str) -> Value {
    json!({ "type": "TWO_STEP", "user": "alice", "password": password })
}

#[actix_web::test]
async fn who_logs_in_is_connected_and_stays_so() {
    for app in spawn_apps().await {
        app.integration("demo-depot", "it").await;
        let answer = app.submit(&door(&app, "it").await, &alice("demo-pass")).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        assert_eq!(answer.json()["providerConfigKey"], "it");
        let id = answer.json()["connectionId"].as_str().expect("an id").to_owned();
        let first = read(&app, &id).await["credentials"].clone();
        assert_eq!(
            (&first["type"], &first["user"], &first["password"]),
            (&json!("TWO_STEP"), &json!("alice"), &json!("demo-pass"))
        );
        assert_eq!(first["expires_at"], "2025-01-31T11:00:00.000Z");
        assert_eq!(first["raw"]["session"]["token"], first["token"]);
        assert_eq!(read(&app, &id).await["credentials"], first, "it holds for now");
        app.clock.advance_millis(46 * 60_000);
        let second = read(&app, &id).await["credentials"].clone();
        assert_ne!(second["token"], first["token"], "it was renewed before its end");
        assert_eq!(second["expires_at"], "2025-01-31T11:46:00.000Z");
        assert_eq!(second["password"], "demo-pass");
    }
}

#[actix_web::test]
async fn who_does_not_log_in_is_not_stored_and_the_answer_says_why() {
    let options = Options { definitions: Some(DEFINITIONS), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    app.integration("demo-depot", "it").await;
    app.integration("demo-postbox", "postbox").await;
    app.integration("nobody-login", "nobody").await;
    for (key, body, status, code, says) in [
        ("it", alice("wr0ng-s3cret"), 400, FETCH, "401: wrong_password"),
        ("it", alice("demo-broken"), 400, FETCH, "500"),
        ("it", alice("demo-silent"), 400, FETCH, "no token"),
        ("it", alice("demo-page"), 400, FETCH, "cannot be read"),
        ("it", alice("demo-huge"), 400, FETCH, "too large"),
        ("it", alice("demo-bomb"), 400, FETCH, "cannot be read"),
        ("nobody", alice("p"), 400, FETCH, "cannot be reached"),
        ("it", json!({ "user": "alice" }), 400, "invalid_two_step_credentials", "no value for password"),
        ("it", json!({ "user": ["alice"] }), 400, "invalid_body", "expected string"),
        ("it", json!([]), 400, "invalid_body", ""),
        ("nope", alice("p"), 404, "unknown_provider_config", ""),
        ("postbox", alice("p"), 400, "invalid_auth_mode", ""),
    ] {
        let path = format!("/auth/two-step/{key}?connect_session_token={}", token_for_all(&app).await);
        let answer = app.submit(&path, &body).await;
        assert_eq!(answer.refusal(), (status, code.to_owned()), "{body}");
        let message = answer.json()["error"]["message"].as_str().expect("a message").to_owned();
        assert!(message.contains(says) && !answer.text.contains("s3cret"), "{message}");
    }
    let nobody = app.submit("/auth/two-step/it", &alice("p")).await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
    nothing_is_stored(&app).await;
}

async fn token_for_all(app: &TestApp) -> String {
    app.session(&json!({ "tags": {} })).await
}

async fn form<'a>(app: &'a TestApp, key: &str) -> (Visitor<'a>, Answer) {
    let mut tab = Visitor::tab(app);
    let page = tab.open_link(&token(app, key).await).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    (tab, page)
}

#[actix_web::test]
async fn the_form_logs_in_and_says_in_our_words_why_not() {
    let options = Options { definitions: Some(DEFINITIONS), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    app.integration("demo-depot", "it").await;
    app.integration("nobody-login", "nobody").await;
    let (mut tab, _) = form(&app, "it").await;
    for (password, text) in [
        ("wr0ng-s3cret", "Depot did not accept this Password."),
        ("demo-broken", "Depot gave an unexpected answer (status 500)."),
        ("demo-silent", "Depot answered, but let nobody in with these details."),
        ("demo-page", "Depot gave an unexpected answer (status 200)."),
        ("demo-huge", "Depot gave an answer that we cannot read."),
    ] {
        let page = tab.submit(&[("credentials.user", "alice"), ("credentials.password", password)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text_of("[data-summary]").contains(text), "{}", page.text_of("[data-summary]"));
        assert!(!page.text.contains(password), "a secret came back");
        assert_eq!(page.value("credentials.user").as_deref(), Some("alice"));
    }
    let (mut other, _) = form(&app, "nobody").await;
    let page = other.submit(&[("credentials.password", "p")]).await;
    assert!(page.text_of("[data-summary]").contains("We could not reach 127.0.0.1."), "{}", page.text);
    nothing_is_stored(&app).await;
    let answer = tab.submit(&[("credentials.user", "alice"), ("credentials.password", "demo-pass")]).await;
    assert_eq!(tab.follow(answer).await.says(), (200, "Depot is connected".into()));
}

#[actix_web::test]
async fn both_doors_take_what_an_assertion_is_made_of_and_leave_the_owners_key_to_the_owner() {
    let service = Service::start();
    let definitions = Some(service.definitions(DEFINITIONS));
    let app = spawn_app_with(sqlite(), Options { definitions, ..Options::default() }).await;
    let made = json!({
        "provider": "acme-login", "unique_key": "it", "integration_config": { "appKey": "of-the-owner" },
    });
    assert_eq!(app.post("/integrations", &made).await.status, StatusCode::OK);
    service.on("/t1/login", 200, &json!({ "token": "tok", "instance": "https://i1.example" }));

    let (mut tab, page) = form(&app, "it").await;
    assert_eq!(page.value("credentials.appKey"), None, "nobody is asked for what the owner gave");
    let fields = [("credentials.user", "ada"), ("assertion_option.privateKey", KEY), ("params.tenant", "t1")];
    let answer = tab.submit(&fields).await;
    assert_eq!(tab.follow(answer).await.says(), (200, "Acme Login is connected".into()));

    let path = format!("{}&params[tenant]=t1", door(&app, "it").await);
    let body = json!({
        "type": "TWO_STEP", "user": "ada", "appKey": "forged", "assertionOption": { "privateKey": KEY },
    });
    let answer = app.submit(&path, &body).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);

    let asked = service.asked("/t1/login");
    assert_eq!(asked.len(), 2);
    for asked in &asked {
        assert_eq!(asked.authorization, "App of-the-owner");
        assert!(asked.body.starts_with("assertion=eyJ"), "{}", asked.body);
    }
    let list = app.get("/connections").await.json();
    for connection in list["connections"].as_array().expect("a list") {
        let read = read(&app, connection["connection_id"].as_str().expect("an id")).await;
        assert_eq!(read["connection_config"], json!({ "tenant": "t1", "instance": "https://i1.example" }));
        assert!(read["credentials"]["assertion"].is_string(), "{read}");
        assert!(
            !read.to_string().contains("PRIVATE KEY") && !read.to_string().contains("of-the-owner"),
            "{read}"
        );
        // What was kept for renewals makes a new one.
        let id = connection["connection_id"].as_str().expect("an id");
        let forced = app.get(&format!("/connections/{id}?provider_config_key=it&force_refresh=true")).await;
        assert_eq!(forced.status, StatusCode::OK, "{}", forced.text);
    }
    assert_eq!(service.asked("/t1/login").len(), 4);

    let bad = json!({ "user": "ada", "assertionOption": { "privateKey": "no key" } });
    assert_eq!(app.submit(&path, &bad).await.refusal(), (400, "invalid_two_step_credentials".into()));
    assert_eq!(app.get("/connections").await.json()["connections"].as_array().map(Vec::len), Some(2));
}
