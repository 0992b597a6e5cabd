//! `connect_ui.completion: "exchange"`: a connection that nobody uses before the application's backend has said whose it
//! is (security.md C5).

use connect_ui::{connection::drop_abandoned, store::environment};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::{
    database::Rows,
    installations::{bench, integration},
};
use crate::support::{
    app::{Answer, Options, TestApp, spawn_app_with, spawn_apps, spawn_apps_with},
    oauth::{Decision, come_back, consent, leave},
    sqlite,
    visitor::Visitor,
};

const HOST: &str = "https://app.acme.example";
const MINUTE: i64 = 60_000;

fn options() -> Options {
    Options { allowed_origins: vec![HOST.into()], ..Options::default() }
}

async fn session(app: &TestApp, completion: &str) -> String {
    let ui = json!({ "completion": completion });
    let tags = json!({ "end_user_id": "u-1", "plan": "pro" });
    app.session(&json!({ "tags": tags, "allowed_integrations": ["it"], "connect_ui": ui })).await
}

async fn exchange(app: &TestApp, code: &str) -> Answer {
    app.post("/connect/exchange", &json!({ "code": code })).await
}

/// What the backend reads of a connection.
async fn read(app: &TestApp, id: &Value) -> Answer {
    app.get(&format!("/connections/{}?provider_config_key=it", id.as_str().expect("an id"))).await
}

async fn webhooks(app: &TestApp) -> Vec<String> {
    Rows::of(app).texts("SELECT body FROM webhook_outbox ORDER BY number").await
}

/// Connects through a JSON door; answers what the browser gets.
async fn through_a_door(app: &TestApp) -> Value {
    let token = session(app, "exchange").await;
    let path = format!("/api-auth/api-key/it?connect_session_token={token}");
    let answer = app.submit(&path, &json!({ "apiKey": "demo-1" })).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.json()
}

fn code_of(page: &Answer) -> Option<String> {
    page.attribute("body", "data-exchange-code")
}

#[actix_web::test]
async fn a_frame_s_connection_is_of_use_once_its_code_is_exchanged() {
    for app in spawn_apps_with(options).await {
        app.integration("demo-postbox", "it").await;
        let mut frame = Visitor::frame(&app);
        frame.hand_over(&session(&app, "exchange").await, HOST).await;
        let answer = frame.submit(&[("credentials.apiKey", "demo-1")]).await;
        let done = frame.follow(answer).await;
        let id = json!(done.attribute("body", "data-connection-id"));
        let first = code_of(&done).expect("a code");
        let again = frame.open(frame.at.clone().as_str()).await;
        let second = code_of(&again).expect("a code of its own");

        assert_eq!(read(&app, &id).await.refusal(), (409, "connection_not_exchanged".into()));
        let list = app.get("/connections").await.json();
        assert_eq!(list["connections"][0]["exchange_pending_until"], "2025-01-31T11:00:00.000+00:00");
        assert_eq!(webhooks(&app).await, [""; 0], "nobody is told of what nobody may use");
        assert_eq!(exchange(&app, &first).await.refusal(), (404, "unknown_exchange_code".into()));

        let answer = exchange(&app, &second).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        assert_eq!(
            answer.json(),
            json!({ "data": { "connection_id": id, "provider_config_key": "it", "provider": "demo-postbox",
                "end_user": null, "tags": { "end_user_id": "u-1", "plan": "pro" } } })
        );
        assert_eq!(read(&app, &id).await.json()["credentials"]["apiKey"], "demo-1");
        let list = app.get("/connections").await.json();
        assert_eq!(list["connections"][0].get("exchange_pending_until"), None);
        let told = webhooks(&app).await;
        assert!(told.len() == 1 && told[0].contains("\"operation\":\"creation\""), "{told:?}");
        assert_eq!(exchange(&app, &second).await.refusal(), (409, "exchange_code_used".into()));
        let later = frame.open(frame.at.clone().as_str()).await;
        assert_eq!(code_of(&later), None, "there is nothing left to exchange");
        let stored = Rows::of(&app).texts("SELECT CAST(LENGTH(exchange_code) AS TEXT) FROM connection").await;
        assert_eq!(stored, ["32"], "a digest, not the code");
    }
}

#[actix_web::test]
async fn what_comes_back_from_a_service_waits_too_and_its_code_reaches_the_frame_alone() {
    for app in spawn_apps_with(options).await {
        app.oauth_integration("demo-agenda", "it", "demo-app").await;
        let mut frame = Visitor::frame(&app);
        let form = frame.hand_over(&session(&app, "exchange").await, HOST).await;
        let form_at = frame.at.clone();
        let service = leave(&mut frame, &form).await;
        let back = consent(&service, Decision::Allow).await;
        let popup = come_back(&mut frame, &back).await;
        assert_eq!(popup.heading(), "Agenda is connected");
        assert!(!popup.text.contains("connect_exchange_"), "the popup has nobody to tell");
        let flow = Rows::of(&app).texts("SELECT id FROM flow").await.remove(0);
        let page = frame.open(form_at.join(&format!("../done/{flow}")).unwrap().as_str()).await;
        let id = json!(page.attribute("body", "data-connection-id"));
        assert_eq!(read(&app, &id).await.refusal().1, "connection_not_exchanged");
        let answer = exchange(&app, &code_of(&page).expect("a code")).await;
        assert_eq!(answer.json()["data"]["connection_id"], id);
        assert_eq!(read(&app, &id).await.json()["credentials"]["type"], "OAUTH2");
        assert_eq!(webhooks(&app).await.len(), 1);
    }
}

#[actix_web::test]
async fn an_installation_that_is_still_to_come_waits_for_both() {
    let (_service, app) = bench().await;
    integration(
        &app,
        "acme-outbound",
        &json!({ "credentials": { "type": "OAUTH2", "client_id": "c",
        "client_secret": "s" } }),
    )
    .await;
    let token = session(&app, "exchange").await;
    let path = format!("/auth/oauth-outbound/it?connect_session_token={token}&params[actor]=7");
    let answer = app.submit(&path, &json!({})).await.json();
    assert_eq!(read(&app, &answer["connectionId"]).await.refusal().1, "connection_not_exchanged");
    let code = answer["exchangeCode"].as_str().unwrap_or_else(|| panic!("no code: {answer}"));
    assert_eq!(exchange(&app, code).await.status, StatusCode::OK);
    assert_eq!(read(&app, &answer["connectionId"]).await.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_code_works_once_in_its_own_environment_for_ten_minutes() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "it").await;
        let answer = through_a_door(&app).await;
        let code = answer["exchangeCode"].as_str().expect("a code").to_owned();
        let body = json!({ "code": code });
        let (_, other) = app.environment("prod", &["environment:*"]).await;
        let elsewhere = app.call(&other, Method::POST, "/connect/exchange", Some(&body)).await;
        assert_eq!(elsewhere.refusal(), (404, "unknown_exchange_code".into()));
        let all = environment::list(&app.state.services.db).await.unwrap();
        let reader = app.key_of(&all[0].id, &["environment:connections:read_credentials"]).await;
        let unscoped = app.call(&reader, Method::POST, "/connect/exchange", Some(&body)).await;
        assert_eq!(unscoped.refusal(), (403, "forbidden".into()));
        for bad in ["x", &format!("{code}0"), &code.to_uppercase()] {
            assert_eq!(exchange(&app, bad).await.refusal(), (404, "unknown_exchange_code".into()));
        }
        let missing = app.post("/connect/exchange", &json!({})).await;
        assert_eq!(missing.refusal(), (400, "invalid_body".into()));

        app.clock.advance_millis(10 * MINUTE);
        assert_eq!(exchange(&app, &code).await.refusal(), (410, "exchange_code_expired".into()));

        let answer = through_a_door(&app).await;
        let code = answer["exchangeCode"].as_str().expect("a code");
        let all = futures_util::future::join_all((0..8).map(|_| exchange(&app, code))).await;
        let won = all.iter().filter(|answer| answer.status == StatusCode::OK).count();
        assert_eq!(won, 1);
        let lost = all.iter().filter(|answer| answer.status == StatusCode::CONFLICT).count();
        assert_eq!(lost, 7);
        assert_eq!(webhooks(&app).await.len(), 1);
    }
}

#[actix_web::test]
async fn what_nobody_comes_for_is_deleted_and_ended_at_its_service() {
    for app in spawn_apps_with(options).await {
        app.oauth_integration("demo-agenda", "it", "demo-app").await;
        let mut frame = Visitor::frame(&app);
        let form = frame.hand_over(&session(&app, "exchange").await, HOST).await;
        let service = leave(&mut frame, &form).await;
        come_back(&mut frame, &consent(&service, Decision::Allow).await).await;
        let drop = || drop_abandoned(&app.state.services, &app.url);
        assert_eq!(drop().await.unwrap(), 0);
        app.clock.advance_millis(61 * MINUTE + 1);
        assert_eq!(drop().await.unwrap(), 1);
        assert_eq!(drop().await.unwrap(), 0);
        assert_eq!(app.mock.count("revocations"), 2);
        assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
        let noted =
            Rows::of(&app).texts("SELECT detail FROM audit WHERE action = 'connection.abandon'").await;
        assert!(noted[0].ends_with("access and refresh token revoked at the service"), "{noted:?}");
    }
}

#[actix_web::test]
async fn where_the_code_has_no_way_to_the_application_nobody_leaves() {
    let app = spawn_app_with(sqlite(), options()).await;
    app.oauth_integration("demo-agenda", "it", "demo-app").await;
    let token = session(&app, "exchange").await;
    let popup = Visitor::tab(&app).open(&format!("/oauth/connect/it?connect_session_token={token}")).await;
    assert_eq!(popup.says(), (501, "This way of connecting is not supported yet".into()));
    let link = Visitor::tab(&app).open_link(&token).await;
    assert_eq!(link.says(), (501, "This way of connecting is not supported yet".into()));
    assert_eq!(Rows::of(&app).texts("SELECT id FROM flow").await, [""; 0]);
}
