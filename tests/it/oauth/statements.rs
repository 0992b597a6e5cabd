//! How many statements a flow costs: two to leave, four to come back.

use reqwest::StatusCode;
use serde_json::json;

use super::super::statements::waited_for;
use crate::support::{
    app::{Options, TestApp, spawn_apps_with},
    oauth::{Decision, consent, leave, press},
    visitor::Visitor,
};

const HOST: &str = "https://app.acme.example";

async fn apps() -> Vec<TestApp> {
    let apps = spawn_apps_with(|| Options { allowed_origins: vec![HOST.into()], ..Options::default() }).await;
    for app in &apps {
        app.oauth_integration("demo-troublemaker", "it", "demo-app").await;
    }
    apps
}

async fn session(app: &TestApp) -> String {
    let tags = json!({ "end_user_id": "u-1" });
    app.session(&json!({ "tags": tags, "allowed_integrations": ["it"] })).await
}

#[actix_web::test]
async fn the_sdks_popup_leaves_with_two_statements_and_comes_back_with_four() {
    for app in apps().await {
        let address = format!("/oauth/connect/it?connect_session_token={}", session(&app).await);
        let mut popup = Visitor { referer: Some("https://app.acme.example/"), ..Visitor::tab(&app) };
        let watch = app.state.services.db.watch();
        let leaving = popup.open(&address).await;
        let seen = waited_for(&watch);
        assert_eq!(leaving.status, StatusCode::FOUND, "{}", leaving.text);
        assert_eq!(seen.len(), 2, "{seen:#?}");
        let back = consent(&leaving.header("location").parse().unwrap(), Decision::Allow).await;
        let watch = app.state.services.db.watch();
        let callback = popup.open(back.as_str()).await;
        let seen = waited_for(&watch);
        assert_eq!(callback.status, StatusCode::SEE_OTHER, "{}", callback.text);
        assert_eq!(seen.len(), 4, "{seen:#?}");
    }
}

#[actix_web::test]
async fn the_button_of_our_own_page_leaves_with_two_statements() {
    for app in apps().await {
        let mut frame = Visitor::frame(&app);
        let form = frame.hand_over(&session(&app).await, HOST).await;
        let mut popup = Visitor { at: frame.at.clone(), ..Visitor::tab(&app) };
        let watch = app.state.services.db.watch();
        leave(&mut popup, &form).await;
        let seen = waited_for(&watch);
        assert_eq!(seen.len(), 2, "{seen:#?}");
    }
}

#[actix_web::test]
async fn leaving_from_a_prepared_form_and_leaving_again_cost_no_more() {
    for app in apps().await {
        app.oauth_integration("zendesk", "desk", "demo-app").await;
        let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["desk"] })).await;
        let mut frame = Visitor::frame(&app);
        frame.hand_over(&token, HOST).await;
        let prepared = frame.submit(&[("params.subdomain", "acme")]).await;
        assert_eq!(prepared.status, StatusCode::SEE_OTHER, "{}", prepared.text);
        let waiting = prepared.header("location").to_owned();
        for _ in ["prepared", "again"] {
            let page = frame.open(&waiting).await;
            let ticket = page.value("ticket").unwrap();
            let start = page.attribute("form[target]", "action").unwrap();
            let mut popup = Visitor { at: frame.at.clone(), ..Visitor::tab(&app) };
            let watch = app.state.services.db.watch();
            let leaving = popup.post(&start, &[("ticket", &ticket)]).await;
            let seen = waited_for(&watch);
            assert_eq!(leaving.status, StatusCode::OK, "{}", leaving.text);
            let address = leaving.attribute("a.button", "href").unwrap();
            assert!(address.starts_with("https://acme.zendesk.com/"), "what was typed is still known");
            assert_eq!(seen.len(), 2, "{seen:#?}");
        }
    }
}

#[actix_web::test]
async fn leaving_without_the_right_marks_costs_one_statement() {
    for app in apps().await {
        let address = format!("/oauth/connect/it?connect_session_token={}", session(&app).await);
        let mut tab = Visitor::tab(&app);
        let form = tab.open_link(&session(&app).await).await;
        let watch = app.state.services.db.watch();
        assert_eq!(Visitor::tab(&app).open(&address).await.status, StatusCode::OK);
        assert_eq!(waited_for(&watch).len(), 1);
        let mut foreign =
            Visitor { site: "cross-site", at: tab.at.clone(), cookie: tab.cookie.clone(), ..tab };
        let watch = app.state.services.db.watch();
        assert_eq!(press(&mut foreign, &form).await.status, StatusCode::FORBIDDEN);
        assert_eq!(waited_for(&watch).len(), 1);
    }
}
