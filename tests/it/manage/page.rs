//! The list and what can be done there.

use reqwest::StatusCode;
use serde_json::json;

use super::{connected, managing, open};
use crate::{
    oauth::database::Rows,
    support::{
        app::{Options, TestApp, spawn_app, spawn_apps, spawn_apps_with},
        oauth,
        visitor::Visitor,
    },
};

async fn told(app: &TestApp) -> String {
    Rows::of(app).texts("SELECT body FROM webhook_outbox ORDER BY number DESC").await.remove(0)
}

#[actix_web::test]
async fn it_needs_to_know_whose_accounts_are_shown() {
    let app = spawn_app().await;
    let refused =
        app.post("/connect/sessions", &json!({ "tags": {}, "connect_ui": { "view": "manage" } })).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert_eq!(refused.json()["error"]["errors"][0]["path"], json!(["connect_ui", "view"]));
    let unknown = json!({ "tags": { "end_user_id": "u-1" }, "connect_ui": { "view": "list" } });
    assert_eq!(app.post("/connect/sessions", &unknown).await.status, StatusCode::BAD_REQUEST);
    app.integration("demo-helpdesk", "it").await;
    let id = connected(&app, "u-1", "acme").await;
    let body = json!({ "connection_id": id, "integration_id": "it", "connect_ui": { "view": "manage" } });
    let refused = app.post("/connect/sessions/reconnect", &body).await;
    assert_eq!(refused.json()["error"]["errors"][0]["path"], json!(["connect_ui", "view"]));
}

#[actix_web::test]
async fn it_shows_an_end_user_his_own_connections_and_nobody_else_s() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        app.integration("demo-ledger", "other").await;
        connected(&app, "u-1", "acme").await;
        connected(&app, "u-2", "globex").await;
        let (mut tab, page) = open(&app, &managing(&app, "u-1", json!({})).await).await;
        assert_eq!(page.says(), (200, "Your connected accounts".into()));
        assert_eq!(page.texts(".account h2"), ["Helpdesk"]);
        assert_eq!(page.texts(".account .row-text p"), ["acme"]);
        assert_eq!(page.texts(".account .state"), ["Works"]);
        assert!(page.text_of(".account > .hint").starts_with("Connected since "));
        assert!(!page.text.contains("globex") && !page.text.contains("demo-1"));

        // Another one's id leads nowhere, whatever is tried with it.
        let foreign = Rows::of(&app)
            .texts("SELECT c.id FROM connection c JOIN connection_tag t ON t.number = c.number WHERE t.key = 'end_user_id' AND t.value = 'u-2'")
            .await
            .remove(0);
        for address in ["name", "disconnect"] {
            let answer = tab.open(&format!("connections/{foreign}/{address}")).await;
            assert_eq!(answer.header("location"), "../../", "{address}");
            tab.open("../../").await;
        }
        for address in ["name", "reconnect", "disconnect"] {
            let fields = [("attempt", "0123456789abcdef0123456789abcdef"), ("name", "x")];
            let answer = tab.post(&format!("connections/{foreign}/{address}"), &fields).await;
            assert_eq!(answer.header("location"), "../../", "{address}: {}", answer.text);
        }
        let untouched = format!(
            "SELECT id FROM connection WHERE id = '{foreign}' AND display_name IS NULL AND deleted_at IS NULL"
        );
        assert_eq!(Rows::of(&app).texts(&untouched).await, [foreign.as_str()]);
        assert!(
            Rows::of(&app)
                .texts("SELECT id FROM connect_session WHERE reconnects IS NOT NULL")
                .await
                .is_empty()
        );
        // Nor does one's own of an integration that the session does not allow.
        let narrowed = managing(&app, "u-1", json!({ "allowed_integrations": ["other"] })).await;
        let (_, page) = open(&app, &narrowed).await;
        assert_eq!(page.texts(".account h2"), Vec::<String>::new());
        assert!(page.text.contains("Nothing is connected to "));
        // A session that connects has no such pages.
        let plain = app.session(&json!({ "tags": { "end_user_id": "u-1" } })).await;
        let (mut tab, _) = open(&app, &plain).await;
        assert_eq!(tab.open("connections/x/name").await.status, StatusCode::NOT_FOUND);
    }
}

#[actix_web::test]
async fn a_connection_is_called_what_its_owner_calls_it() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        connected(&app, "u-1", "acme").await;
        let (mut tab, page) = open(&app, &managing(&app, "u-1", json!({})).await).await;
        let href = page.attribute(".deeds a", "href").expect("a link");
        assert_eq!(tab.open(&href).await.heading(), "Name your Helpdesk account");
        let long = tab.submit(&[("name", &"x".repeat(61))]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        tab.site = "cross-site";
        assert_eq!(tab.submit(&[("name", "Mine")]).await.status, StatusCode::FORBIDDEN);
        tab.site = "same-origin";
        let page = tab.submit(&[("name", "  Support   <b>team</b> ")]).await;
        let page = tab.follow(page).await;
        assert_eq!(page.texts(".account h2"), ["Support <b>team</b>"]);
        assert_eq!(page.texts(".account .row-text p"), ["Helpdesk · acme"]);
        tab.open(&href).await;
        let page = tab.submit(&[("name", " ")]).await;
        assert_eq!(tab.follow(page).await.texts(".account h2"), ["Helpdesk"]);
    }
}

#[actix_web::test]
async fn what_expired_is_healed_in_place_and_leads_back_to_the_list() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let id = connected(&app, "u-1", "acme").await;
        let broken = "UPDATE connection SET errors = '[{\"type\":\"auth\",\"log_id\":\"x\",\
                      \"since\":\"2025-05-03T10:00:00.000Z\"}]'";
        Rows::of(&app).run(broken).await;
        let (mut tab, page) = open(&app, &managing(&app, "u-1", json!({})).await).await;
        assert_eq!(page.texts(".account .state"), ["Needs your attention"]);
        assert!(page.text_of(".account > .hint").starts_with("Since 3 May 2025, "), "{}", page.text);
        assert_eq!(page.text_of(".content .notice"), "One account needs your attention.");
        let action = page.attribute(".deeds form", "action").expect("a form");
        let form = tab.post(&action, &[]).await;
        let form = tab.follow(form).await;
        assert_eq!(form.says(), (200, "Reconnect your Helpdesk account".into()));
        assert_eq!(form.value("params.subdomain").as_deref(), Some("acme"));
        let done = tab.submit(&[("params.subdomain", "acme"), ("credentials.apiKey", "demo-2")]).await;
        let done = tab.follow(done).await;
        assert_eq!(done.says(), (200, "Helpdesk is reconnected".into()));
        assert!(done.attribute("body", "data-again").is_some());
        assert!(told(&app).await.contains(r#""operation":"override""#));
        let back = done.attribute(".stack a", "href").expect("a way back");
        let page = tab.open(&back).await;
        let page = tab.follow(page).await;
        assert_eq!(page.texts(".account .state"), ["Works"]);
        assert_eq!(oauth::newest(&app, "it").await, id);
    }
}

#[actix_web::test]
async fn disconnecting_asks_first_happens_once_and_says_what_was_ended() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let id = connected(&app, "u-1", "acme").await;
        let (mut tab, page) = open(&app, &managing(&app, "u-1", json!({})).await).await;
        let href = page.attributes(".deeds a", "href").remove(1);
        let question = tab.open(&href).await;
        assert_eq!(question.heading(), "Disconnect your Helpdesk account?");
        let number = question.attribute("input[name=attempt]", "value").expect("a number");
        tab.site = "cross-site";
        assert_eq!(tab.submit(&[("attempt", &number)]).await.status, StatusCode::FORBIDDEN);
        tab.site = "same-origin";
        assert_eq!(tab.submit(&[]).await.status, StatusCode::BAD_REQUEST, "no form of ours");
        let first = tab.submit(&[("attempt", &number)]).await;
        let second = tab.submit(&[("attempt", &number)]).await;
        assert_eq!(first.header("location"), second.header("location"));
        let receipt = tab.follow(first).await;
        assert_eq!(receipt.says(), (200, "Helpdesk is disconnected".into()));
        assert!(receipt.text.contains("offers no way for us to end the access there"), "{}", receipt.text);
        assert_eq!(receipt.attribute("body", "data-event").as_deref(), Some("disconnect"));
        assert_eq!(receipt.attribute("body", "data-connection-id").as_deref(), Some(id.as_str()));
        let body = told(&app).await;
        assert!(body.contains(r#""operation":"deletion""#) && body.contains(&id), "{body}");
        let gone = app.get(&format!("/connections/{id}?provider_config_key=it")).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        let page = tab.open("../").await;
        assert_eq!(page.texts(".account"), Vec::<String>::new());
    }
}

#[actix_web::test]
async fn a_grant_is_revoked_at_the_service_and_what_was_granted_is_shown() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "it", "demo-app").await;
        let body = json!({ "tags": { "end_user_id": "u-1" }, "allowed_integrations": ["it"] });
        let (mut tab, form) = open(&app, &app.session(&body).await).await;
        let service = oauth::leave(&mut tab, &form).await;
        let back = oauth::consent(&service, oauth::Decision::Allow).await;
        oauth::come_back(&mut tab, &back).await;
        let (mut tab, page) = open(&app, &managing(&app, "u-1", json!({})).await).await;
        assert_eq!(page.texts(".account .state"), ["Works"]);
        assert_eq!(page.texts(".scopes li"), ["See your name and address", "Read your events"]);
        let href = page.attributes(".deeds a", "href").remove(1);
        let question = tab.open(&href).await;
        let number = question.attribute("input[name=attempt]", "value").expect("a number");
        let receipt = tab.submit(&[("attempt", &number)]).await;
        let receipt = tab.follow(receipt).await;
        assert!(receipt.text.contains("has confirmed that the access is ended"), "{}", receipt.text);
    }
}

#[actix_web::test]
async fn a_frame_goes_the_same_way_without_cookies_and_another_account_is_connected_from_there() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        connected(&app, "u-1", "acme").await;
        let token = managing(&app, "u-1", json!({})).await;
        let mut frame = Visitor::frame(&app);
        let page = frame.hand_over(&token, &app.url.clone()).await;
        assert_eq!(page.says(), (200, "Your connected accounts".into()), "{}", page.text);
        let form = frame.open("add").await;
        let form = frame.follow(form).await;
        assert_eq!(form.heading(), "Connect your Helpdesk account");
        let done = frame.submit(&[("params.subdomain", "globex"), ("credentials.apiKey", "demo-1")]).await;
        let done = frame.follow(done).await;
        assert_eq!(done.text_of(".stack a"), "Back to your accounts");
        let page = frame.open("../").await;
        assert_eq!(page.texts(".account .row-text p"), ["globex", "acme"]);
        let action = page.attribute(".deeds form", "action").expect("a form");
        let form = frame.post(&action, &[]).await;
        let form = frame.follow(form).await;
        assert_eq!(form.heading(), "Reconnect your Helpdesk account");
        let back = form.attribute(".back", "href").expect("an arrow");
        let page = frame.open(&back).await;
        assert_eq!(frame.follow(page).await.heading(), "Your connected accounts");
        assert_eq!(frame.cookie, "");
    }
}

#[actix_web::test]
async fn a_link_that_asks_who_is_there_asks_before_it_shows_anything() {
    let host = "https://app.acme.example";
    let options = || Options { allowed_origins: vec![host.into()], ..Options::default() };
    for app in spawn_apps_with(options).await {
        app.integration("demo-helpdesk", "it").await;
        connected(&app, "u-1", "acme").await;
        let verify = json!({ "view": "manage", "verify": "app", "verify_url": format!("{host}/who") });
        let token = managing(&app, "u-1", json!({ "connect_ui": verify })).await;
        let mut tab = Visitor::tab(&app);
        let answer = tab.open(&format!("/?session_token={token}")).await;
        let page = answer.header("location").trim_end_matches("verify").to_owned();
        let page = tab.open(&page).await;
        assert_ne!(page.status, StatusCode::OK);
        assert!(!page.text.contains("Helpdesk"), "{}", page.text);
        // Nor is a frame a way around it.
        let mut frame = Visitor::frame(&app);
        let page = frame.hand_over(&token, host).await;
        assert!(page.status != StatusCode::OK && !page.text.contains("Helpdesk"), "{}", page.text);
    }
}
