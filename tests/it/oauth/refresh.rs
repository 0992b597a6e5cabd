//! Tokens stay fresh: once, by the rules of wire-protocol.md §9, and never silently lost.

use crate::support::{app::spawn_apps, oauth::connect};

#[actix_web::test]
async fn a_browser_goes_to_the_service_and_comes_back_with_a_connection() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-troublemaker", "it", "rotating-refresh").await;
        let id = connect(&app, "it").await;
        let read = app.get(&format!("/connections/{id}?provider_config_key=it")).await;
        assert_eq!(read.json()["credentials"]["type"], "OAUTH2", "{}", read.text);
        assert_eq!(app.mock.count("authorization_code"), 1);
    }
}
