//! Integrations, connections and API keys.

use reqwest::StatusCode;
use serde_json::json;

use super::browser::Browser;

#[actix_web::test]
async fn an_integration_is_found_made_changed_and_deleted() {
    let mut browser = Browser::signed_in().await;
    let found = browser.get("/admin/catalogue?q=stripe").await.text;
    assert!(found.contains("/admin/catalogue/stripe-api-key") && found.contains("API key"));
    assert!(browser.get("/admin/catalogue/stripe-api-key").await.text.contains("value=\"stripe-api-key\""));
    let made = browser.post("/admin/catalogue/stripe-api-key", &[("key", "pay ments")]).await;
    assert_eq!(made.header("location"), "/admin/integrations/pay%20ments?done=created", "{}", made.text);
    let path = "/admin/integrations/pay%20ments";
    assert!(browser.get(path).await.text.contains("value=\"pay ments\""));

    let taken = browser.post("/admin/catalogue/stripe-api-key", &[("key", "pay ments")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.text.contains("Another integration has this key"));
    let bad =
        browser.post("/admin/catalogue/stripe-api-key", &[("key", ".."), ("display_name", "Kept")]).await;
    assert!(bad.text.contains("not only dots") && bad.text.contains("value=\"Kept\""));

    let named = browser.post(path, &[("version", "1"), ("display_name", "Payments <b>")]).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER);
    assert!(browser.get("/admin/integrations").await.text.contains("Payments &#60;b&#62;"));
    let late = browser.post(path, &[("version", "1"), ("display_name", "Late")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text.contains("value=\"Late\""));

    let delete = format!("{path}/delete");
    assert!(browser.get(&delete).await.text.contains("It has no connections."));
    assert_eq!(browser.post(&delete, &[]).await.header("location"), "/admin/integrations?done=deleted");
    assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND);
    let audit = browser.get("/admin/audit").await.text;
    for action in ["integration.create", "integration.update", "integration.delete", "admin.set-up"] {
        assert_eq!(audit.matches(&format!("class=\"key\">{action}<")).count(), 1, "{action}");
    }
}

const OAUTH: &str = "\
acme-oauth:
  display_name: Acme
  categories: [crm]
  auth_mode: OAUTH2
  docs: https://example.com/
  authorization_url: https://acme.example.com/authorize
  token_url: https://acme.example.com/token
  default_scopes: [read]
";

#[actix_web::test]
async fn a_client_secret_goes_in_and_never_comes_out() {
    use crate::support::{
        app::{Options, spawn_app_with},
        sqlite,
    };
    let options = Options { definitions: Some(OAUTH), ..Options::default() };
    let mut browser = Browser { app: spawn_app_with(sqlite(), options).await, cookie: String::new() };
    let link = browser.setup_path();
    browser.post(&link, &[("name", "alice"), ("password", super::browser::PASSWORD)]).await;
    let new = "/admin/catalogue/acme-oauth";
    assert!(browser.get(new).await.text.contains("value=\"read\""), "the definition's scopes are offered");
    let missing = browser.post(new, &[("key", "acme"), ("client_id", "id-1")]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.text.contains("Enter the client secret") && missing.text.contains("value=\"id-1\""));
    let form =
        [("key", "acme"), ("client_id", "id-1"), ("client_secret", "S3CR3T-1"), ("scopes", "read, write")];
    assert_eq!(browser.post(new, &form).await.status, StatusCode::SEE_OTHER);
    let credentials = |json: serde_json::Value| json["data"]["credentials"].clone();
    let path = "/integrations/acme?include=credentials";
    let stored = credentials(browser.app.get(path).await.json());
    assert_eq!(
        stored,
        json!({ "type": "OAUTH2", "client_id": "id-1", "client_secret": "S3CR3T-1", "scopes": "read,write",
            "webhook_secret": null })
    );
    // An empty secret keeps the stored one.
    let form = [("version", "1"), ("client_id", "id-2"), ("client_secret", ""), ("scopes", "read")];
    assert_eq!(browser.post("/admin/integrations/acme", &form).await.status, StatusCode::SEE_OTHER);
    let stored = credentials(browser.app.get(path).await.json());
    assert_eq!((&stored["client_id"], &stored["client_secret"]), (&json!("id-2"), &json!("S3CR3T-1")));
    for page in ["/admin/integrations", "/admin/integrations/acme", "/admin/audit"] {
        assert!(!browser.get(page).await.text.contains("S3CR3T"), "{page}");
    }
}

#[actix_web::test]
async fn a_connection_is_shown_without_its_secrets_and_disconnected() {
    let mut browser = Browser::signed_in().await;
    let app = &browser.app;
    app.integration("demo-helpdesk", "desk").await;
    let user = json!({ "id": "u1", "email": "bob@acme.com" });
    let token = app.session(&json!({ "end_user": user, "tags": { "team": "red" } })).await;
    let path = format!(
        "/api-auth/api-key/desk?connect_session_token={token}&params[subdomain]=acme&params[mystery]=HUSH"
    );
    let made = app.submit(&path, &json!({ "apiKey": "demo-SECRET" })).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    let id = made.json()["connectionId"].as_str().unwrap().to_owned();

    assert!(browser.get("/admin/integrations").await.text.contains("1 connection<"));
    let list = browser.get("/admin/connections?q=bob%40").await.text;
    assert!(list.contains("bob@acme.com") && list.contains(&id), "{list}");
    assert!(browser.get("/admin/connections?q=nobody").await.text.contains("No connection has “nobody”"));
    let at = list.find("/admin/connections/").unwrap();
    let page = list[at..].split('"').next().unwrap().to_owned();
    let text = browser.get(&page).await.text;
    for shown in
        [&id, "bob@acme.com", "<dt>team</dt><dd dir=\"auto\">red</dd>", "<span dir=\"auto\">acme</span>"]
    {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    assert!(!text.contains("SECRET") && !text.contains("HUSH"), "{text}");

    let delete = format!("{page}/delete");
    assert!(browser.get(&delete).await.text.contains("Disconnect desk of bob@acme.com?"));
    assert_eq!(browser.get(&page).await.status, StatusCode::OK, "asking does nothing");
    let said = browser.post(&delete, &[]).await.text;
    assert!(said.contains("The service offers no way to end the access there"), "{said}");
    assert_eq!(browser.get(&page).await.status, StatusCode::NOT_FOUND);
    let audit = browser.get("/admin/audit").await.text;
    assert!(audit.contains("connection.delete") && audit.contains(&id));
    assert!(audit.contains("not revoked at the service"), "{audit}");
}

#[actix_web::test]
async fn an_api_key_is_shown_once_and_revoked() {
    let mut browser = Browser::signed_in().await;
    let none = browser.post("/admin/api-keys", &[("name", "")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text.contains("Choose what the key may do"));
    let form = [("name", "Backend"), ("scope", "environment:connect_sessions:write"), ("scope", "account:*")];
    let made = browser.post("/admin/api-keys", &form).await;
    assert_eq!(made.status, StatusCode::OK);
    let at = made.text.find("id=\"api-key\" value=\"").unwrap() + 20;
    let key = made.text[at..at + 36].to_owned();
    let open = browser.app.call(&key, reqwest::Method::POST, "/connect/sessions", Some(&json!({}))).await;
    assert_ne!(open.status, StatusCode::UNAUTHORIZED);
    assert_eq!(
        browser.app.call(&key, reqwest::Method::GET, "/connections", None).await.status,
        StatusCode::FORBIDDEN
    );
    let list = browser.get("/admin/api-keys").await.text;
    assert!(list.contains("Backend") && !list.contains(&key) && list.contains("connect_sessions:write"));
    assert!(!browser.get("/admin/audit").await.text.contains(&key));
    let row = list.find("<strong>Backend").unwrap();
    let at = row + list[row..].find("/admin/api-keys/").unwrap();
    let path = list[at..].split('"').next().unwrap().to_owned();
    assert!(browser.get(&path).await.text.contains("Revoke Backend?"));
    assert_eq!(browser.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
    let closed = browser.app.call(&key, reqwest::Method::POST, "/connect/sessions", Some(&json!({}))).await;
    assert_eq!(closed.status, StatusCode::UNAUTHORIZED);
    assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_user_is_erased_after_a_question_and_the_audit_names_nobody() {
    let mut browser = Browser::signed_in().await;
    browser.app.integration("demo-postbox", "it").await;
    let token = browser.app.session(&json!({ "end_user": { "id": "u-zoe", "display_name": "Zoe" } })).await;
    let path = format!("/api-auth/api-key/it?connect_session_token={token}");
    assert_eq!(browser.app.submit(&path, &json!({ "apiKey": "demo-1" })).await.status, 200);
    let list = browser.get("/admin/connections").await.text;
    let page = list.split('"').find(|part| part.starts_with("/admin/connections/")).unwrap().to_owned();
    let erase = format!("{page}/erase");
    assert!(browser.get(&page).await.text.contains(&erase));
    assert!(browser.get(&erase).await.text.contains("Erase everything about Zoe?"));
    let done = browser.post(&erase, &[]).await;
    assert_eq!(done.header("location"), "/admin/connections?done=erased-here", "{}", done.text);
    assert_eq!(browser.get(&page).await.status, StatusCode::NOT_FOUND);
    let audit = browser.get("/admin/audit").await.text;
    assert!(audit.contains(">end-user.erase<") && !audit.contains("Zoe") && !audit.contains("u-zoe"));
}
