//! How many statements a request costs: it is what throughput on either database hangs on.

use reqwest::StatusCode;
use serde_json::json;

use crate::support::{app::spawn_apps, visitor::Visitor};

/// The statements that somebody waits for; beside them the jobs delete what is old, end what is overdue, keep the search's index, and write what
/// happened in attempts and which key was used.
pub fn waited_for(watch: &connect_ui::store::Watch) -> Vec<&'static str> {
    watch
        .statements()
        .into_iter()
        .filter(|sql| {
            !sql.starts_with("DELETE ")
                && !sql.starts_with("UPDATE api_key SET last_used_at")
                && !sql.starts_with("SELECT MAX(w.sort_key)")
                && !sql.starts_with("INSERT INTO connection_trigram")
                && !sql.contains("'flow_expired'")
                && !sql.contains("connect_attempt")
        })
        .collect()
}

#[actix_web::test]
async fn a_form_page_is_one_statement() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let token =
            app.session(&json!({ "end_user": { "id": "u-1" }, "allowed_integrations": ["it"] })).await;
        let mut visitor = Visitor::tab(&app);
        assert_eq!(visitor.open_link(&token).await.status, StatusCode::OK);
        let form = visitor.at.to_string();
        let watch = app.state.services.db.watch();
        assert_eq!(visitor.open(&form).await.status, StatusCode::OK);
        let seen = waited_for(&watch);
        assert_eq!(seen.len(), 1, "{seen:#?}");
    }
}

#[actix_web::test]
async fn a_session_is_three_statements_and_a_connection_four() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let db = &app.state.services.db;
        let watch = db.watch();
        let token = app.session(&json!({ "end_user": { "id": "u-1" } })).await;
        // The key, the end user, the session.
        let seen = waited_for(&watch);
        assert_eq!(seen.len(), 3, "{seen:#?}");
        let watch = db.watch();
        let path = format!("/api-auth/api-key/it?connect_session_token={token}&params[subdomain]=acme");
        let answer = app.submit(&path, &json!({ "apiKey": "demo-key" })).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        // The session with environment and integration; connection, attempt, webhook.
        let seen = waited_for(&watch);
        assert_eq!(seen.len(), 4, "{seen:#?}");
    }
}

#[actix_web::test]
async fn a_watch_sees_nothing_of_another_database_or_of_before() {
    let (one, other) = (crate::support::app::spawn_app().await, crate::support::app::spawn_app().await);
    let watch = one.state.services.db.watch();
    other.get("/integrations").await;
    assert_eq!(waited_for(&watch), [""; 0]);
    one.get("/integrations").await;
    assert_eq!(waited_for(&watch).len(), 2);
}
