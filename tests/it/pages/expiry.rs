//! Time limits: announced, put off three times, and over without a loss.

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{
    app::{TestApp, spawn_app, spawn_apps},
    visitor::Visitor,
};

const MINUTE: i64 = 60 * 1000;

async fn open(app: &TestApp) -> (Visitor<'_>, String) {
    app.integration("demo-helpdesk", "helpdesk").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut tab = Visitor::tab(app);
    assert_eq!(tab.open_link(&token).await.status, StatusCode::OK);
    (tab, token)
}

#[actix_web::test]
async fn a_page_whose_time_is_over_says_when_it_ended_and_what_to_do() {
    let app = spawn_app().await;
    let (mut tab, token) = open(&app).await;
    let form = tab.at.to_string();
    app.clock.advance_millis(30 * MINUTE - 1);
    assert_eq!(tab.open(&form).await.status, StatusCode::OK);
    app.clock.advance_millis(1);
    for address in [form.as_str(), "../"] {
        let page = tab.open(address).await;
        assert_eq!(page.says(), (410, "This page’s time has ended".into()));
        assert!(page.text_of("main").contains("It ended at 10:30 UTC."), "{}", page.text_of("main"));
    }
    let link = tab.open(&format!("/?session_token={token}")).await;
    assert_eq!(link.says(), (410, "This page’s time has ended".into()));
}

#[actix_web::test]
async fn what_was_typed_before_the_end_is_kept() {
    for app in spawn_apps().await {
        let (mut tab, _) = open(&app).await;
        app.clock.advance_millis(30 * MINUTE);
        for subdomain in ["acme", "not a label"] {
            let fields = [("params.subdomain", subdomain), ("credentials.apiKey", "demo-s3cret")];
            let page = tab.submit(&fields).await;
            assert_eq!(page.says(), (410, "Connect your Helpdesk account".into()));
            assert!(page.text_of("[role=alert]").contains("This page’s time ended at 10:30 UTC."));
            assert!(page.text_of("[role=alert]").contains("except"), "{}", page.text_of("[role=alert]"));
            assert_eq!(page.value("params.subdomain").as_deref(), Some(subdomain));
            assert!(page.attribute("input[name='params.subdomain']", "readonly").is_some());
            assert!(page.texts("button[type=submit]").is_empty(), "there is nothing to send any more");
            assert!(!page.text.contains("demo-s3cret"));
        }
        assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
    }
}

#[actix_web::test]
async fn a_page_is_put_off_three_times_and_its_token_never() {
    for app in spawn_apps().await {
        let (mut tab, token) = open(&app).await;
        let form = tab.at.to_string();
        let offer = async |tab: &mut Visitor<'_>| {
            let page = tab.open(&form).await;
            (page.status.as_u16(), page.attribute("form.time", "data-ends-in"))
        };
        assert_eq!(offer(&mut tab).await, (200, Some("1800".into())));
        for extension in 1..=3 {
            app.clock.advance_millis(29 * MINUTE);
            assert_eq!(offer(&mut tab).await.1.is_some(), extension <= 3);
            let answer = tab.post("../extend", &[]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            let status = app.call(&token, Method::GET, "/connect/session", None).await.status;
            assert_eq!(status, if extension == 1 { StatusCode::OK } else { StatusCode::UNAUTHORIZED });
        }
        assert_eq!(offer(&mut tab).await, (200, None), "a fourth time is not offered");
        tab.post("../extend", &[]).await;
        app.clock.advance_millis(33 * MINUTE - 1);
        assert_eq!(offer(&mut tab).await.0, 200, "two hours in all");
        let fields = [("params.subdomain", "acme"), ("credentials.apiKey", "demo-1")];
        let answer = tab.submit(&fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "the page connects although its token is over");
        app.clock.advance_millis(1);
        assert_eq!(offer(&mut tab).await.0, 410);
        let late = tab.post("../extend", &[]).await;
        assert_eq!(late.status, StatusCode::GONE);
        let done = tab.follow(answer).await;
        assert_eq!(done.status, StatusCode::OK, "what came of it can still be read");
    }
}
