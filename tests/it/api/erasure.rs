//! What is deleted is gone, not hidden; and nothing is made in a session that was ended meanwhile.

use connect_ui::{connection, store::DatabaseUrl};
use serde_json::json;
use sqlx::{Connection as _, Row as _};

use crate::support::app::{TestApp, spawn_app, spawn_apps};

async fn connected(app: &TestApp) -> String {
    app.integration("demo-postbox", "it").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let path = format!("/api-auth/api-key/it?connect_session_token={token}");
    let made = app.submit(&path, &json!({ "apiKey": "demo-1234" })).await;
    made.json()["connectionId"].as_str().expect("a connection").to_owned()
}

/// How many bytes of secrets stand in all connection rows.
async fn secret_bytes(app: &TestApp) -> i64 {
    let url = match &app.database.url {
        DatabaseUrl::Sqlite(url) | DatabaseUrl::Postgres(url) => url.clone(),
    };
    let mut connection = sqlx::AnyConnection::connect(&url).await.expect("the database opens");
    let sum = "SELECT CAST(SUM(LENGTH(credentials) + LENGTH(connection_config)) AS BIGINT) AS bytes FROM connection";
    sqlx::query(sum).fetch_one(&mut connection).await.expect("a sum").get("bytes")
}

#[actix_web::test]
async fn a_deleted_connection_leaves_no_secret_behind() {
    for app in spawn_apps().await {
        let id = connected(&app).await;
        assert!(secret_bytes(&app).await > 0);
        let path = format!("/connections/{id}?provider_config_key=it");
        assert_eq!(app.call(&app.key, reqwest::Method::DELETE, &path, None).await.status, 200);
        assert_eq!(secret_bytes(&app).await, 0);
    }
}

#[actix_web::test]
async fn a_deleted_integration_takes_the_secrets_of_its_connections_along() {
    for app in spawn_apps().await {
        connected(&app).await;
        assert_eq!(app.call(&app.key, reqwest::Method::DELETE, "/integrations/it", None).await.status, 200);
        assert_eq!(secret_bytes(&app).await, 0);
        assert_eq!(app.get("/connections").await.json()["connections"], json!([]));
    }
}

#[actix_web::test]
async fn nothing_is_stored_for_a_session_that_was_ended_while_the_service_was_asked() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "it").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let services = &app.state.services;
    let fingerprint = connect_ui::session::SessionToken::parse(&token).unwrap().fingerprint();
    let session =
        connect_ui::store::connect_session::find(&services.db, &fingerprint).await.unwrap().unwrap();
    let environment = session.environment_id.clone();
    let integration =
        connect_ui::store::integration::find(&services.db, &environment, "it").await.unwrap().unwrap();
    // The credentials were checked with the session read above; now it ends.
    assert_eq!(app.call(&token, reqwest::Method::DELETE, "/connect/session", None).await.status, 204);
    let integration = connection::AttemptedIntegration {
        id: &integration.id,
        key: "it",
        provider: "demo-postbox",
        auth_mode: connect_ui::provider::AuthMode::ApiKey,
    };
    let attempt = connection::Attempt::in_session(&session, "dev", integration);
    let flow = connection::Flow::Direct { sent: None, is_pending: false };
    let credential = connect_ui::auth::Credential::Unauthenticated;
    let made = connection::establish(
        services,
        attempt,
        flow,
        &credential,
        &connect_ui::auth::ConnectionConfig::default(),
    )
    .await;
    assert!(matches!(made, Err(connect_ui::store::StoreError::Gone)), "{made:?}");
    assert_eq!(app.get("/connections").await.json()["connections"], json!([]));
}
