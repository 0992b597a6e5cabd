//! What goes wrong at the service: one clear page for the person, one error for the SDK, and nothing stored.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::{
    app::{Options, TestApp, spawn_apps_with},
    oauth::{Decision, come_back, consent, leave},
    visitor::Visitor,
};

const HOST: &str = "https://app.acme.example";
/// Client, what the person reads, the protocol's type.
const FAULTS: [(&str, &str, &str); 7] = [
    ("denied", "Access was not allowed at Troublemaker.", "callback_err"),
    ("no-code", "Troublemaker did not accept the sign-in.", "callback_err"),
    ("expired-code", "Troublemaker did not accept the sign-in.", "token_err"),
    ("bad-json", "Troublemaker did not accept the sign-in.", "unknown_err"),
    ("server-error", "Troublemaker did not answer in time.", "unknown_err"),
    ("wrong-iss", "The answer did not come from the server that we sent you to", "callback_err"),
    ("missing-iss", "The answer did not come from the server that we sent you to", "callback_err"),
];

async fn apps() -> Vec<TestApp> {
    let options = || Options { allowed_origins: vec![HOST.into()], ..Options::default() };
    spawn_apps_with(options).await
}

/// The SDK's popup, all the way: the page it ends on, and what its socket heard.
async fn popup(app: &TestApp, client: &str, decision: Decision) -> (crate::support::app::Answer, Vec<Value>) {
    app.oauth_integration("demo-troublemaker", client, client).await;
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": [client] })).await;
    let mut results = app.state.sockets.register(client);
    let address = format!("/oauth/connect/{client}?connect_session_token={token}&ws_client_id={client}");
    let mut popup = Visitor { referer: Some("https://app.acme.example/"), ..Visitor::tab(app) };
    let leaving = popup.open(&address).await;
    assert_eq!(leaving.status, StatusCode::FOUND, "{client}: {}", leaving.text);
    let back = consent(&leaving.header("location").parse().expect("an address"), decision).await;
    let page = come_back(&mut popup, &back).await;
    // Whoever reloads the way back is told nothing twice.
    popup.open(back.as_str()).await;
    app.state.sockets.forget(client);
    let mut heard = Vec::new();
    while let Some(text) = results.recv().await {
        heard.push(serde_json::from_str(&text).expect("JSON"));
    }
    (page, heard)
}

#[actix_web::test]
async fn every_fault_has_its_page_and_one_error() {
    for app in apps().await {
        for (client, words, error_type) in FAULTS {
            let (page, heard) = popup(&app, client, Decision::Allow).await;
            assert_eq!(page.says(), (400, "Troublemaker was not connected".into()), "{client}");
            assert!(
                page.text_of("[data-result=error]").starts_with(words),
                "{client}: {}",
                page.text_of("main")
            );
            assert!(page.text_of("main").contains("Reference"), "{client}: {}", page.text_of("main"));
            assert_eq!(heard.len(), 1, "{client}: {heard:?}");
            assert_eq!(heard[0]["message_type"], "error", "{client}");
            assert_eq!(heard[0]["error_type"], error_type, "{client}: {}", heard[0]);
            assert_eq!(heard[0]["provider_config_key"], client);
            assert!(heard[0]["error_desc"].as_str().is_some_and(|text| !text.is_empty()), "{client}");
        }
        let (page, heard) = popup(&app, "never-expires", Decision::Deny).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
        assert_eq!(heard.len(), 1);
        assert_eq!(app.get("/connections").await.json()["connections"], json!([]));
    }
}

/// The service keeps the person, so nobody tells us; what they see and can do there is the service's page.
#[actix_web::test]
async fn a_redirect_address_that_nobody_registered_keeps_the_person_at_the_service_and_can_be_left() {
    for app in apps().await {
        let client = "wrong-redirect";
        app.oauth_integration("demo-troublemaker", client, client).await;
        let token = app.session(&json!({ "tags": {}, "allowed_integrations": [client] })).await;
        let mut tab = Visitor::tab(&app);
        let form = tab.open_link(&token).await;
        let service = leave(&mut tab, &form).await;
        let kept = reqwest::get(service.clone()).await.expect("the service answers");
        assert_eq!((kept.status(), kept.headers().get("location")), (StatusCode::BAD_REQUEST, None));
        let page = kept.text().await.expect("a page");
        assert!(
            page.contains("has not registered the redirect URI") && page.contains("/oauth/callback"),
            "{page}"
        );
        // The attempt stays open, nothing is stored, and the form can be sent once more.
        assert_eq!(app.get("/connections").await.json()["connections"], json!([]));
        let again = tab.open_link(&token).await;
        assert_ne!(leave(&mut tab, &again).await, service, "a state is used once");
    }
}

#[actix_web::test]
async fn a_service_that_takes_its_time_is_waited_for() {
    for app in apps().await {
        let (page, heard) = popup(&app, "slow", Decision::Allow).await;
        assert_eq!(page.says(), (200, "Troublemaker is connected".into()));
        assert_eq!(heard.len(), 1, "{heard:?}");
        assert_eq!(heard[0]["message_type"], "success");
    }
}
