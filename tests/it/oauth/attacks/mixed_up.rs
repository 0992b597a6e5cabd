//! Mixed-up servers: an answer that does not come from the server that was asked is not used (RFC 9207).

use reqwest::StatusCode;
use serde_json::json;
use sqlx::Executor as _;

use super::{Decision, Options, TestApp, Visitor, connected, consent, expect_nothing, spawn_apps_with};
use crate::support::oauth::{come_back, leave};
use connect_ui::store::DatabaseUrl;

const DEFINITIONS: &str = "
names-itself:
  display_name: Careful
  auth_mode: OAUTH2
  authorization_url: http://mock.service/oauth/authorize
  token_url: http://mock.service/oauth/token
  issuer: http://mock.service
  issuer_in_callback: true
  docs: http://mock.service/docs/agenda
knows-its-issuer:
  display_name: Lenient
  auth_mode: OAUTH2
  authorization_url: http://mock.service/oauth/authorize
  token_url: http://mock.service/oauth/token
  issuer: http://mock.service
  docs: http://mock.service/docs/agenda
";

async fn apps() -> Vec<TestApp> {
    spawn_apps_with(|| Options { definitions: Some(DEFINITIONS), ..Options::default() }).await
}

#[actix_web::test]
async fn an_answer_that_names_another_server_or_none_where_it_must_is_not_used() {
    for app in apps().await {
        let cases = [
            ("names-itself", "wrong-iss"),
            ("names-itself", "missing-iss"),
            ("knows-its-issuer", "wrong-iss"),
        ];
        for (provider, client) in cases {
            let key = format!("{provider}-{client}");
            app.oauth_integration(provider, &key, client).await;
            let mut tab = Visitor::tab(&app);
            let token = app.session(&json!({ "tags": {}, "allowed_integrations": [key] })).await;
            let form = tab.open_link(&token).await;
            let service = leave(&mut tab, &form).await;
            let back = consent(&service, Decision::Allow).await;
            let refused = come_back(&mut tab, &back).await;
            assert!(refused.text.contains("did not come from the server"), "{key}: {}", refused.text);
        }
        expect_nothing(&app).await;
        for (provider, client) in [("names-itself", "demo-app"), ("knows-its-issuer", "missing-iss")] {
            app.oauth_integration(provider, "right", client).await;
            crate::support::oauth::connect(&app, "right").await;
            app.call(&app.key, reqwest::Method::DELETE, "/integrations/right", None).await;
        }
        assert_eq!(app.mock.count("authorization_code"), 2);
    }
}

#[actix_web::test]
async fn an_integration_with_a_callback_of_its_own_takes_no_answer_at_another() {
    for app in apps().await {
        app.oauth_integration("names-itself", "own", "demo-app").await;
        app.oauth_integration("names-itself", "shared", "demo-app").await;
        give_own_callback(&app, "own").await;
        let begin = async |key: &str| {
            let mut tab = Visitor::tab(&app);
            let token = app.session(&json!({ "tags": {}, "allowed_integrations": [key] })).await;
            let form = tab.open_link(&token).await;
            let service = leave(&mut tab, &form).await;
            (tab, consent(&service, Decision::Allow).await)
        };
        let (mut tab, back) = begin("own").await;
        assert!(back.path().len() > "/oauth/callback/".len(), "{back}");
        let mut elsewhere = back.clone();
        elsewhere.set_path("/oauth/callback");
        let refused = come_back(&mut tab, &elsewhere).await;
        assert!(refused.text.contains("did not come from the server"), "{}", refused.text);
        // And an answer for the shared address does not come in at an integration's own.
        let (mut tab, mut elsewhere) = begin("shared").await;
        elsewhere.set_path(back.path());
        let refused = come_back(&mut tab, &elsewhere).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", refused.text);
        expect_nothing(&app).await;
        for key in ["own", "shared"] {
            let (mut tab, back) = begin(key).await;
            assert_eq!(come_back(&mut tab, &back).await.status, StatusCode::OK);
        }
        assert_eq!(connected(&app).await.len(), 2);
    }
}

/// Admin's switch is not built yet.
async fn give_own_callback(app: &TestApp, key: &str) {
    sqlx::any::install_default_drivers();
    let (DatabaseUrl::Sqlite(url) | DatabaseUrl::Postgres(url)) = &app.database.url;
    let pool = sqlx::AnyPool::connect(url).await.expect("the test's database");
    let sql = format!("UPDATE integration SET own_callback = 1 WHERE unique_key = '{key}'");
    pool.execute(sqlx::AssertSqlSafe(sql)).await.expect("a changed row");
    pool.close().await;
}
