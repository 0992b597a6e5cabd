//! The way through our pages: what went wrong, what is filled in, every kind of mode.

use reqwest::StatusCode;
use serde_json::json;

use super::{connected, open, read, session};
use crate::{
    oauth::database::Rows,
    support::{
        app::{Answer, TestApp, spawn_app, spawn_apps},
        oauth,
        visitor::Visitor,
    },
};

fn notice(page: &Answer) -> String {
    page.text_of(".form .notice")
}

#[actix_web::test]
async fn the_form_says_what_went_wrong_and_holds_what_is_no_secret() {
    for app in spawn_apps().await {
        let id = connected(&app).await;
        let token = session(&app, &id, json!({})).await;
        let (_, form) = open(&app, &token).await;
        assert_eq!(form.says(), (200, "Reconnect your Helpdesk account".into()));
        assert!(notice(&form).starts_with("This replaces the access"), "{}", notice(&form));
        assert!(form.text_of(".who").ends_with("as u1@acme.test."), "{}", form.text_of(".who"));
        assert_eq!(form.value("params.subdomain").as_deref(), Some("acme"));
        assert_eq!(form.value("credentials.apiKey").as_deref().unwrap_or_default(), "");
        assert!(!form.text.contains("demo-old"), "a secret in a page");

        let broken = "UPDATE connection SET errors = '[{\"type\":\"auth\",\"log_id\":\"x\",\
                      \"code\":\"refresh_token_external_error\",\"message\":\"invalid_grant <b>\",\
                      \"since\":\"2025-01-29T23:00:00.000Z\"}]'";
        Rows::of(&app).run(broken).await;
        let (mut tab, form) = open(&app, &token).await;
        assert!(notice(&form).contains("Since 29 January 2025, "), "{}", notice(&form));
        assert!(!form.text.contains("invalid_grant"), "the service's own words are for the log");

        // What is typed wrong comes back as it was typed, not as it was stored.
        let again = tab.submit(&[("params.subdomain", "globex"), ("credentials.apiKey", "wrong")]).await;
        assert_eq!(
            (again.status.as_u16(), again.value("params.subdomain").as_deref()),
            (422, Some("globex"))
        );
        let done = tab.submit(&[("params.subdomain", "globex"), ("credentials.apiKey", "demo-new")]).await;
        let done = tab.follow(done).await;
        assert_eq!(done.says(), (200, "Helpdesk is reconnected".into()));
        let after = read(&app, &id).await;
        assert_eq!(
            (&after["credentials"]["apiKey"], &after["connection_config"]["subdomain"], &after["errors"]),
            (&json!("demo-new"), &json!("globex"), &json!([]))
        );
    }
}

#[actix_web::test]
async fn the_form_speaks_german() {
    let app = spawn_app().await;
    let id = connected(&app).await;
    let token = session(&app, &id, json!({})).await;
    Rows::of(&app).run("UPDATE connection SET errors = '[{\"type\":\"auth\",\"log_id\":\"x\"}]', last_refresh_failure = 1738317600000").await;
    let form = {
        let mut tab = crate::support::visitor::Visitor::tab(&app);
        tab.language = "de";
        tab.open_link(&token).await
    };
    assert_eq!(form.heading(), "Ihr Konto bei Helpdesk erneut verbinden");
    assert!(notice(&form).contains("Seit dem 31. Januar 2025 kann "), "{}", notice(&form));
}

/// Connects through the form of a session.
async fn fill(app: &TestApp, token: &str, fields: &[(&str, &str)]) -> Answer {
    let (mut tab, form) = open(app, token).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text);
    let answer = tab.submit(fields).await;
    tab.follow(answer).await
}

/// A provider, what is typed into its form, and which of it is filled in when it comes again.
type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], Option<&'a str>);

#[actix_web::test]
async fn every_mode_of_a_form_keeps_its_id_and_fills_in_who_signs_in() {
    for app in spawn_apps().await {
        let cases: [Case<'_>; 4] = [
            (
                "demo-ledger",
                &[("credentials.username", "alice"), ("credentials.password", "demo-1")],
                Some("credentials.username"),
            ),
            (
                "demo-freight",
                &[("credentials.client_id", "demo-app"), ("credentials.client_secret", "demo-secret")],
                Some("credentials.client_id"),
            ),
            (
                "demo-depot",
                &[("credentials.user", "alice"), ("credentials.password", "demo-1")],
                Some("credentials.user"),
            ),
            ("demo-calendar", &[], None),
        ];
        for (provider, fields, filled) in cases {
            app.integration(provider, "it").await;
            let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
            assert_eq!(fill(&app, &token, fields).await.status, StatusCode::OK, "{provider}");
            let id = oauth::newest(&app, "it").await;
            let token = session(&app, &id, json!({})).await;
            let (_, form) = open(&app, &token).await;
            if let Some(filled) = filled {
                assert_eq!(form.value(filled).as_deref(), Some(fields[0].1), "{provider}");
                assert_eq!(form.value(fields[1].0).as_deref().unwrap_or_default(), "", "{provider}");
            }
            let done = fill(&app, &token, fields).await;
            assert!(done.heading().ends_with(" is reconnected"), "{provider}: {}", done.text);
            assert_eq!(oauth::newest(&app, "it").await, id, "{provider}");
            let answer = app.call(&app.key, reqwest::Method::DELETE, "/integrations/it", None).await;
            assert_eq!(answer.status, StatusCode::OK);
        }
    }
}

#[actix_web::test]
async fn the_ways_to_a_service_and_back_end_at_the_same_connection() {
    for app in spawn_apps().await {
        for (provider, key) in [("demo-agenda", "agenda"), ("demo-troublemaker", "trouble")] {
            app.oauth_integration(provider, key, "demo-app").await;
            let id = oauth::connect(&app, key).await;
            let body = json!({ "connection_id": id, "integration_id": key });
            let answer = app.post("/connect/sessions/reconnect", &body).await.json();
            let token = answer["data"]["token"].as_str().expect("a token").to_owned();
            // Who comes by a popup that nobody of the application's opened is asked in the same words.
            let start = format!("/oauth/connect/{key}?connect_session_token={token}");
            let asks = Visitor::tab(&app).open(&start).await;
            assert!(asks.heading().starts_with("Reconnect your "), "{}", asks.heading());
            assert!(asks.text_of(".who").starts_with("You are reconnecting "), "{}", asks.text_of(".who"));
            let (mut tab, form) = open(&app, &token).await;
            assert!(form.heading().starts_with("Reconnect your "), "{}", form.heading());
            let service = oauth::leave(&mut tab, &form).await;
            let back = oauth::consent(&service, oauth::Decision::Allow).await;
            let result = oauth::come_back(&mut tab, &back).await;
            assert!(result.heading().ends_with(" is reconnected"), "{}", result.text);
            let list = app.get(&format!("/connections?integrationId={key}")).await.json();
            assert_eq!(list["connections"].as_array().map(Vec::len), Some(1));
            assert_eq!(oauth::newest(&app, key).await, id);
        }
    }
}

#[actix_web::test]
async fn a_popup_that_leaves_the_address_out_goes_to_the_one_that_was_typed_before() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-notebook", "it", "demo-app").await;
        let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
        let away = crate::oauth::flow::leave(&app, "it", &token, "&params[subdomain]=acme").await;
        let back = oauth::consent(&away.url, oauth::Decision::Allow).await;
        let query: Vec<(String, String)> = back.query_pairs().into_owned().collect();
        let query: Vec<(&str, &str)> = query.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        away.comes_back("/oauth/callback", &query).await;
        let id = oauth::newest(&app, "it").await;
        let token = session(&app, &id, json!({})).await;
        let away = crate::oauth::flow::leave(&app, "it", &token, "").await;
        assert!(away.url.path().starts_with("/sites/acme/"), "{}", away.url);
    }
}
