//! Two processes on one database: who starts at one, comes back to the other, and listens at the first.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedReceiver;

use crate::support::{
    app::{Options, TestApp, spawn_apps_with, spawn_beside},
    oauth::{Decision, come_back, consent},
    visitor::Visitor,
};
use connect_ui::{id::FlowId, store::flow};

const HOST: &str = "https://app.acme.example";
const PATIENCE: Duration = Duration::from_secs(20);

/// On PostgreSQL, where it is there: SQLite has one process.
async fn first() -> Option<TestApp> {
    let options = || Options { allowed_origins: vec![HOST.into()], ..Options::default() };
    let app = spawn_apps_with(options).await.into_iter().nth(1)?;
    app.oauth_integration("demo-troublemaker", "it", "demo-app").await;
    Some(app)
}

/// The SDK's popup at the service: its cookie, and the address.
async fn popup_at_service(app: &TestApp, socket: &str) -> (String, url::Url) {
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
    let address = format!("/oauth/connect/it?connect_session_token={token}&ws_client_id={socket}");
    let mut popup = Visitor { referer: Some("https://app.acme.example/"), ..Visitor::tab(app) };
    let leaving = popup.open(&address).await;
    assert_eq!(leaving.status, StatusCode::FOUND, "{}", leaving.text);
    (popup.cookie, leaving.header("location").parse().expect("an address"))
}

async fn message(results: &mut UnboundedReceiver<String>) -> Value {
    let text = tokio::time::timeout(PATIENCE, results.recv()).await.expect("in time").expect("a text");
    serde_json::from_str(&text).expect("JSON")
}

#[actix_web::test]
async fn the_socket_of_one_process_hears_what_came_of_a_callback_at_the_other() {
    let Some(one) = first().await else { return };
    let other = spawn_beside(&one).await;
    for (decision, kind) in [(Decision::Allow, "success"), (Decision::Deny, "error")] {
        let mut results = one.state.sockets.register(kind);
        let (cookie, service) = popup_at_service(&one, kind).await;
        let back = consent(&service, decision).await;
        let mut popup = Visitor { cookie, ..Visitor::tab(&other) };
        come_back(&mut popup, &back).await;
        let heard = message(&mut results).await;
        assert_eq!(heard["message_type"], kind, "{heard}");
        assert_eq!(heard["provider_config_key"], "it");
        assert!(results.recv().await.is_none(), "once");
    }
}

#[actix_web::test]
async fn a_refusal_before_there_is_a_flow_is_heard_elsewhere_too() {
    let Some(one) = first().await else { return };
    let other = spawn_beside(&one).await;
    let mut results = one.state.sockets.register("socket-1");
    let address = "/oauth/connect/it?connect_session_token=none&ws_client_id=socket-1";
    assert_eq!(Visitor::tab(&other).open(address).await.status, StatusCode::GONE);
    assert_eq!(message(&mut results).await["message_type"], "error");
}

#[actix_web::test]
async fn a_result_whose_message_was_lost_is_found_in_its_row() {
    let Some(one) = first().await else { return };
    let mut results = one.state.sockets.register("socket-1");
    let (cookie, _) = popup_at_service(&one, "socket-1").await;
    let name = cookie.split('=').next().expect("a name");
    let id = FlowId::from_stored(name.trim_start_matches("cf-").to_owned());
    let at = one.clock.now();
    let db = &one.state.services.db;
    db.write(move |tx| Box::pin(async move { flow::refuse(tx, &id, "access_denied", None, at).await }))
        .await
        .expect("a row");
    let heard = message(&mut results).await;
    assert_eq!(
        (heard["message_type"].as_str(), heard["error_type"].as_str()),
        (Some("error"), Some("callback_err"))
    );
}
