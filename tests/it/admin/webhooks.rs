//! Webhooks in admin: where they go, what was sent, sending again, a new key.

use connect_ui::webhook::{self, Breakers};
use reqwest::StatusCode;
use serde_json::json;

use super::browser::Browser;

const PATH: &str = "/admin/environment/webhooks";
/// Nobody listens there.
const NOBODY: &str = "http://127.0.0.1:9/hook";

async fn send_what_is_due(browser: &Browser) {
    let breakers = Breakers::default();
    while webhook::work(&browser.app.state.services, &breakers).await.expect("the outbox works") {}
}

#[actix_web::test]
async fn where_webhooks_go_is_set_checked_and_noted() {
    let mut browser = Browser::signed_in().await;
    let wrong =
        browser.post(PATH, &[("primary_url", "nowhere"), ("secondary_url", "https://10.0.0.1/")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("begins with https://") && wrong.text.contains("may not call that address"));
    assert!(wrong.text.contains("value=\"nowhere\"") && wrong.text.contains("<title>Error: "));
    let saved = browser.post(PATH, &[("primary_url", NOBODY), ("on_auth_creation", "1")]).await;
    assert_eq!(saved.header("location"), format!("{PATH}?done=saved"));
    let told = browser.app.get("/api/v1/environments/webhook?env=dev").await.json();
    let expected = json!({ "primary_url": NOBODY, "secondary_url": null, "on_auth_creation": true,
        "on_auth_refresh_error": false });
    assert_eq!(told["data"], expected);
    assert!(browser.get("/admin/audit").await.text.contains(">webhooks.update<"));
    let foreign = browser.post_from(PATH, &[("primary_url", "")], "cross-site").await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
}

#[actix_web::test]
async fn the_log_says_what_happened_and_a_webhook_can_be_sent_again() {
    let mut browser = Browser::signed_in().await;
    browser.post(PATH, &[("primary_url", NOBODY), ("on_auth_creation", "1")]).await;
    browser.app.integration("demo-helpdesk", "it").await;
    let token = browser.app.session(&json!({ "tags": {} })).await;
    let path = format!("/api-auth/api-key/it?connect_session_token={token}&params[subdomain]=acme");
    browser.app.submit(&path, &json!({ "apiKey": "demo-key" })).await;
    send_what_is_due(&browser).await;
    let log = browser.get(PATH).await.text;
    assert!(log.contains("Connected") && log.contains("Tried again") && log.contains("could not be reached"));
    let delivered = browser.get(&format!("{PATH}?state=delivered")).await.text;
    assert!(delivered.contains("There is nothing here."));
    let buttons: Vec<&str> = log.split("action=\"").filter(|part| part.contains("/replay\"")).collect();
    assert_eq!(buttons.len(), 1);
    let replay = buttons[0].split('"').next().expect("an address").to_owned();
    let again = browser.post(&replay, &[]).await;
    assert_eq!(again.header("location"), format!("{PATH}?done=replayed#log"));
    send_what_is_due(&browser).await;
    assert!(browser.get(PATH).await.text.contains("2 attempts"));
    let unknown = browser.post(&format!("{PATH}/nothing/replay"), &[]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_new_signing_key_is_shown_once_and_the_next_one_has_to_wait() {
    let mut browser = Browser::signed_in().await;
    let shown = browser.post(&format!("{PATH}/key"), &[]).await;
    assert_eq!(shown.status, StatusCode::OK);
    let key = shown.attribute("#signing-key", "value").expect("the key");
    assert!(uuid::Uuid::try_parse(&key).is_ok(), "{key}");
    assert!(!browser.get(PATH).await.text.contains(&key));
    let early = browser.post(&format!("{PATH}/key"), &[]).await;
    assert_eq!(early.header("location"), format!("{PATH}?done=two-keys"));
    let audit = browser.get("/admin/audit").await.text;
    assert_eq!(audit.matches("class=\"key\">webhook_signing_key.rotate<").count(), 1);
}
