//! A half-filled form comes back: on a reload, in another tab, on another device by the same link; never its secrets.

use reqwest::StatusCode;
use serde_json::json;

use super::open;
use crate::{
    oauth::database::Rows,
    support::app::{TestApp, spawn_apps},
};

const FORM: &[(&str, &str)] = &[("params.subdomain", "acme"), ("credentials.apiKey", "wrong")];

async fn session(app: &TestApp) -> String {
    app.integration("demo-helpdesk", "it").await;
    app.integration("demo-ledger", "other").await;
    app.session(&json!({ "tags": {} })).await
}

async fn kept(app: &TestApp) -> usize {
    Rows::of(app).texts("SELECT id FROM form_draft").await.len()
}

#[actix_web::test]
async fn what_was_refused_is_there_again_in_another_browser_and_gone_when_it_is_connected() {
    for app in spawn_apps().await {
        let token = session(&app).await;
        let (mut tab, picker) = open(&app, &token).await;
        assert!(!picker.text.contains("Continue where you left off"));
        let form = tab.open("integrations/it").await;
        assert_eq!(form.value("params.subdomain").as_deref().unwrap_or_default(), "");
        assert_eq!(tab.submit(FORM).await.status, StatusCode::UNPROCESSABLE_ENTITY);

        let (mut other, picker) = open(&app, &token).await;
        assert_eq!(picker.text_of(".content h2"), "Continue where you left off");
        assert_eq!(picker.text_of(".content p.rows .row-text"), "Continue with Helpdesk");
        let form = other.open("integrations/it").await;
        assert_eq!(form.value("params.subdomain").as_deref(), Some("acme"));
        assert_eq!(form.value("credentials.apiKey").as_deref().unwrap_or_default(), "");
        assert!(form.text_of(".form .notice").starts_with("Continue where you left off"));

        let done = other.submit(&[("params.subdomain", "acme"), ("credentials.apiKey", "demo-1")]).await;
        assert_eq!(other.follow(done).await.says(), (200, "Helpdesk is connected".into()));
        assert_eq!(kept(&app).await, 0);
    }
}

#[actix_web::test]
async fn what_is_typed_is_kept_without_its_secrets_and_forgotten_when_somebody_starts_over() {
    for app in spawn_apps().await {
        let token = session(&app).await;
        let (mut tab, _) = open(&app, &token).await;
        let form = tab.open("integrations/it").await;
        let keep = form.attribute("form[data-draft]", "data-draft").expect("an address");
        let sent =
            tab.post(&keep, &[("params.subdomain", "globex"), ("credentials.apiKey", "secret-1")]).await;
        assert_eq!(sent.status, StatusCode::NO_CONTENT);
        let form = tab.open("it").await;
        assert_eq!(form.value("params.subdomain").as_deref(), Some("globex"));
        assert_eq!(form.value("credentials.apiKey").as_deref().unwrap_or_default(), "");
        let restart = form.attribute("#start-over", "action").expect("a way to start over");
        tab.site = "cross-site";
        assert_eq!(tab.post(&restart, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(tab.post(&keep, &[("params.subdomain", "evil")]).await.status, StatusCode::FORBIDDEN);
        tab.site = "same-origin";
        let answer = tab.post(&restart, &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let form = tab.open("it").await;
        assert_eq!(form.value("params.subdomain").as_deref().unwrap_or_default(), "");
        assert_eq!(kept(&app).await, 0);
        // More than a form can hold is not kept.
        let much = "x".repeat(9000);
        tab.post(&keep, &[("params.subdomain", &much)]).await;
        assert_eq!(kept(&app).await, 0);
    }
}

#[actix_web::test]
async fn a_draft_ends_with_its_session_and_is_nobody_else_s() {
    for app in spawn_apps().await {
        let token = session(&app).await;
        let (mut tab, _) = open(&app, &token).await;
        tab.open("integrations/it").await;
        tab.submit(FORM).await;
        assert_eq!(kept(&app).await, 1);
        let (mut other, _) = open(&app, &app.session(&json!({ "tags": {} })).await).await;
        let form = other.open("integrations/it").await;
        assert_eq!(form.value("params.subdomain").as_deref().unwrap_or_default(), "");
        let ended = app.call(&token, reqwest::Method::DELETE, "/connect/session", None).await;
        assert_eq!(ended.status, StatusCode::NO_CONTENT);
        assert_eq!(kept(&app).await, 0);
    }
}
