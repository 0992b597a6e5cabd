//! `OAUTH2_CC`: the client gets its token before anything is stored, by the protocol's route and by our form.

use reqwest::StatusCode;
use serde_json::json;

use crate::support::{
    app::{Answer, TestApp, spawn_app, spawn_apps},
    visitor::Visitor,
};

const ROUTE: &str = "/oauth2/auth/it";

async fn token(app: &TestApp) -> String {
    app.integration("demo-freight", "it").await;
    app.session(&json!({ "tags": { "end_user_id": "u-1" } })).await
}

async fn nothing_is_stored(app: &TestApp) {
    assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
}

#[actix_web::test]
async fn a_client_that_gets_a_token_is_connected() {
    for app in spawn_apps().await {
        let path = format!("{ROUTE}?connect_session_token={}", token(&app).await);
        let body = json!({ "client_id": "demo-app", "client_secret": "demo-secret", "type": "OAUTH2_CC" });
        let answer = app.submit(&path, &body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        let id = answer.json()["connectionId"].as_str().expect("an id").to_owned();
        let read = app.get(&format!("/connections/{id}?provider_config_key=it")).await.json();
        let credentials = &read["credentials"];
        assert_eq!(
            (&credentials["type"], &credentials["client_id"], &credentials["client_secret"]),
            (&json!("OAUTH2_CC"), &json!("demo-app"), &json!("demo-secret"))
        );
        assert!(credentials["token"].as_str().is_some_and(|token| !token.is_empty()), "{credentials}");
        assert!(credentials["expires_at"].is_string(), "{credentials}");
        assert_eq!(read["tags"], json!({ "end_user_id": "u-1" }));
    }
}

#[actix_web::test]
async fn a_client_that_gets_no_token_is_not_stored_and_the_answer_says_why() {
    let app = spawn_app().await;
    let token = token(&app).await;
    app.integration("demo-postbox", "postbox").await;
    let with = |key: &str| format!("/oauth2/auth/{key}?connect_session_token={token}");
    let client = json!({ "client_id": "demo-app", "client_secret": "wrong" });
    for (key, body, code) in [
        ("it", json!({}), "missing_client_id"),
        ("it", json!({ "client_id": 7, "client_secret": "s" }), "missing_client_id"),
        ("it", json!({ "client_id": "demo-app" }), "missing_client_secret"),
        ("nope", client.clone(), "unknown_provider_config"),
        ("postbox", client.clone(), "invalid_auth_mode"),
        ("it", client, "client_credentials_fetch_error"),
        (
            "it",
            json!({ "client_id": "server-error", "client_secret": "demo-secret" }),
            "client_credentials_fetch_error",
        ),
    ] {
        let answer = app.submit(&with(key), &body).await;
        assert_eq!(answer.refusal(), (400, code.to_owned()), "{body}");
        assert_eq!(answer.json()["error"]["payload"], json!({}), "{code}");
    }
    let nobody = app.submit(ROUTE, &json!({ "client_id": "a", "client_secret": "b" })).await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
    nothing_is_stored(&app).await;
}

async fn form(app: &TestApp) -> Visitor<'_> {
    let mut tab = Visitor::tab(app);
    let page = tab.open_link(&token(app).await).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    tab
}

async fn send(tab: &mut Visitor<'_>, id: &str, secret: &str) -> Answer {
    tab.submit(&[("credentials.client_id", id), ("credentials.client_secret", secret)]).await
}

#[actix_web::test]
async fn the_form_connects_a_client_and_says_in_our_words_when_it_gets_no_token() {
    let app = spawn_app().await;
    let mut tab = form(&app).await;
    for (id, secret, text) in [
        ("demo-app", "wrong-s3cret", "Freight did not accept these details."),
        ("server-error", "demo-secret", "Freight gave an unexpected answer (status 500)."),
        ("bad-json", "demo-secret", "Freight gave an unexpected answer (status 200)."),
    ] {
        let page = send(&mut tab, id, secret).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text_of("[data-summary]").contains(text), "{}", page.text_of("[data-summary]"));
        assert!(!page.text.contains("wrong-s3cret"), "a secret came back");
        assert_eq!(page.value("credentials.client_id").as_deref(), Some(id));
    }
    nothing_is_stored(&app).await;
    let answer = send(&mut tab, "demo-app", "demo-secret").await;
    assert_eq!(tab.follow(answer).await.says(), (200, "Freight is connected".into()));
}
