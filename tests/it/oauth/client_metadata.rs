//! Our client metadata document, and that servers are told of it.

use reqwest::Method;
use serde_json::json;

use super::flow::leave;
use crate::support::{
    app::{Options, TestApp, spawn_app_with},
    sqlite,
};

const MCP: &str = "
acme-mcp:
  display_name: Acme
  categories: [crm]
  auth_mode: MCP_OAUTH2
  client_registration: cimd
  docs: https://acme.example/docs
  authorization_url: https://acme.example/authorize
  token_url: https://acme.example/token
";

async fn app(public_url: Option<&'static str>) -> TestApp {
    let app = spawn_app_with(sqlite(), Options { definitions: Some(MCP), public_url, ..Options::default() });
    let app = app.await;
    app.integration("acme-mcp", "a b").await;
    app.integration("demo-postbox", "postbox").await;
    app
}

async fn environment(app: &TestApp) -> String {
    let rows = connect_ui::store::environment::list(&app.state.services.db).await.expect("environments");
    rows[0].id.to_string()
}

#[actix_web::test]
async fn anybody_reads_who_we_are_and_a_server_is_sent_there() {
    let app = app(Some("https://connect.example")).await;
    let path = format!("/oauth/client-metadata/{}/a%20b", environment(&app).await);
    let answer = app.send(Method::GET, &path, &[("origin", "https://elsewhere.example")], None).await;
    let address = format!("https://connect.example{path}");
    assert_eq!(
        answer.json(),
        json!({
            "client_id": address, "client_name": "connect.example",
            "client_uri": "https://connect.example",
            "redirect_uris": ["https://connect.example/oauth/callback"],
            "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"],
            "token_endpoint_auth_method": "none",
        })
    );
    assert_eq!(answer.header("cache-control"), "public, max-age=300");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let token = app.session(&json!({ "tags": {} })).await;
    let away = leave(&app, "a%20b", &token, "").await;
    assert_eq!(away.query()["client_id"], address);
}

#[actix_web::test]
async fn there_is_no_document_where_it_is_of_no_use() {
    let app = app(None).await;
    let own = environment(&app).await;
    for (path, code) in [
        (format!("{own}/a%20b"), "feature_disabled"),
        (format!("{own}/postbox"), "unknown_provider_config"),
        (format!("{own}/nope"), "unknown_provider_config"),
        ("nobody/a%20b".to_owned(), "unknown_environment"),
    ] {
        let answer = app.send(Method::GET, &format!("/oauth/client-metadata/{path}"), &[], None).await;
        assert_eq!(answer.refusal(), (404, code.to_owned()), "{path}");
    }
}
