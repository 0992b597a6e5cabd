//! What a service must still say once somebody is connected: asked before the connection is told of, noted where it
//! fails, and asked again by whoever reads the connection.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::{
    database::Rows,
    flow::leave,
    service::{Scripted, Service},
};
use crate::support::{
    app::{Options, TestApp, spawn_app_with},
    databases,
    oauth::newest,
};

const DEFINITIONS: &str = "
acme-mail:
  display_name: Acme Mail
  categories: [marketing]
  auth_mode: OAUTH2
  docs: https://acme.example/docs
  authorization_url: '{origin}/authorize'
  token_url: '{origin}/oauth2/token'
  post_connection_script: mailchimpPostConnection
  proxy:
    base_url: https://${connectionConfig.dc}.api.acme.example
acme-sales:
  display_name: Acme Sales
  categories: [crm]
  auth_mode: OAUTH2
  docs: https://acme.example/docs
  authorization_url: '{origin}/authorize'
  token_url: '{origin}/sales/token'
  token_response_metadata: [instance_url]
  pre_connection_deletion_script: hubspotPreConnectionDeletion
  proxy:
    base_url: ${connectionConfig.instance_url}
acme-jobs:
  display_name: Acme Jobs
  categories: [ats]
  auth_mode: API_KEY
  docs: https://acme.example/docs
  post_connection_script: workablePostConnection
  credentials:
    apiKey:
      type: string
      title: Key
      description: Your key
  proxy:
    base_url: '{origin}/${connectionConfig.subdomain}'
    headers:
      authorization: Bearer ${apiKey}
";
const TOKEN: &str = "s3cret-access-token";
const METADATA: &str = "/oauth2/metadata";

async fn benches() -> Vec<(Service, TestApp)> {
    let mut benches = Vec::new();
    for database in databases().await {
        let service = Service::start();
        let definitions = Some(service.definitions(DEFINITIONS));
        let app = spawn_app_with(database, Options { definitions, ..Options::default() }).await;
        app.oauth_integration("acme-mail", "mail", "c").await;
        app.integration("acme-jobs", "jobs").await;
        benches.push((service, app));
    }
    benches
}

/// Connects by the service's consent; answers the connection's id.
async fn connect(service: &Service, app: &TestApp) -> String {
    service.on("/oauth2/token", 200, &json!({ "access_token": TOKEN, "token_type": "bearer" }));
    let token = app.session(&json!({ "tags": { "end_user_id": "u-1" } })).await;
    let away = leave(app, "mail", &token, "").await;
    let state = away.query()["state"].clone();
    let answer = away.comes_back("/oauth/callback", &[("state", &state), ("code", "c0de")]).await;
    assert_eq!(away.result(&answer).await.says(), (200, "Acme Mail is connected".into()));
    newest(app, "mail").await
}

async fn read(app: &TestApp, key: &str, id: &str) -> Value {
    let answer = app.get(&format!("/connections/{id}?provider_config_key={key}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.json()
}

/// The newest connection as the list has it, which asks nobody.
async fn listed(app: &TestApp) -> Value {
    app.get("/connections").await.json()["connections"][0].clone()
}

#[actix_web::test]
async fn who_hears_of_a_connection_can_call_the_api_at_once() {
    for (service, app) in benches().await {
        service.on(METADATA, 200, &json!({ "dc": "us6", "role": "owner", "accountname": "Acme" }));
        let id = connect(&service, &app).await;
        assert_eq!(service.asked(METADATA)[0].authorization, format!("OAuth {TOKEN}"));
        let rows = Rows::of(&app);
        let told = rows.texts("SELECT CAST(COUNT(*) AS TEXT) FROM webhook_outbox").await;
        assert_eq!(told, ["1"]);
        assert_eq!(listed(&app).await["errors"], json!([]));
        assert_eq!(read(&app, "mail", &id).await["connection_config"]["dc"], "us6");
        let count = service.asked(METADATA).len();
        read(&app, "mail", &id).await;
        assert_eq!(service.asked(METADATA).len(), count, "what is known is not asked again");

        let accounts = json!({ "accounts": [{ "id": "7", "name": "Acme", "subdomain": "acme" }] });
        service.on("/www/spi/v3/accounts", 200, &accounts);
        let token = app.session(&json!({ "tags": {} })).await;
        let path = format!("/api-auth/api-key/jobs?connect_session_token={token}");
        let answer = app.submit(&path, &json!({ "apiKey": "k-1" })).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        let id = answer.json()["connectionId"].as_str().expect("an id").to_owned();
        assert_eq!(read(&app, "jobs", &id).await["connection_config"], json!({ "subdomain": "acme" }));
    }
}

#[actix_web::test]
async fn what_fails_is_noted_and_asked_again_by_who_reads_it_but_not_at_once() {
    for (service, app) in benches().await {
        service.on(METADATA, 503, &json!({ "error": TOKEN }));
        let id = connect(&service, &app).await;
        let noted = listed(&app).await["errors"].clone();
        assert_eq!((&noted[0]["type"], &noted[0]["code"]), (&json!("auth"), &json!("lookup_failed")));
        assert!(noted[0]["message"].as_str().expect("a text").contains("503"), "{noted}");
        assert!(!noted.to_string().contains(TOKEN) && noted[0]["log_id"].is_string(), "{noted}");
        for _ in 0..2 {
            let row = read(&app, "mail", &id).await;
            assert_eq!(row["credentials"]["access_token"], TOKEN, "the connection stands");
        }
        assert_eq!(service.asked(METADATA).len(), 1);

        app.clock.advance_millis(61_000);
        service.on(METADATA, 200, &json!({ "dc": "us6" }));
        let path = format!("/connections/{id}?provider_config_key=mail");
        let (first, second) = tokio::join!(app.get(&path), app.get(&path));
        for answer in [first, second] {
            assert_eq!(answer.json()["connection_config"]["dc"], "us6", "{}", answer.text);
            assert_eq!(answer.json()["errors"], json!([]));
        }
    }
}

#[actix_web::test]
async fn whatever_the_service_does_the_connection_stands() {
    for (service, app) in benches().await {
        // One that says nothing is waited for as long as a person would: five seconds.
        let html = || Scripted { status: 200, content_type: "text/html", ..Scripted::default() };
        for (answer, said) in [
            (Scripted { body: format!("<p>{TOKEN}</p>"), ..html() }, "cannot be read"),
            (Scripted { body: "x".repeat(10_000_000), ..html() }, "too large"),
            (
                Scripted { status: 302, location: Some("http://169.254.169.254/latest"), ..html() },
                "forbidden target",
            ),
            (Scripted { is_silent: true, ..html() }, "in time"),
            (Scripted { body: json!({ "dc": "evil.example/#" }).to_string(), ..html() }, "`dc`"),
        ] {
            service.on_raw(METADATA, answer);
            let id = connect(&service, &app).await;
            let row = listed(&app).await;
            assert_eq!(row["connection_id"], json!(id));
            let noted = &row["errors"][0];
            assert!(noted["message"].as_str().is_some_and(|text| text.contains(said)), "{said}: {noted}");
            assert!(!noted.to_string().contains(TOKEN), "{noted}");
            assert_eq!(read(&app, "mail", &id).await["connection_config"].get("dc"), None);
        }
    }
}

#[actix_web::test]
async fn a_token_endpoint_does_not_turn_calls_to_a_private_host() {
    for (service, app) in benches().await {
        app.oauth_integration("acme-sales", "sales", "c").await;
        for (host, is_kept) in [
            ("https://acme.my.sales.example", true),
            ("https://169.254.169.254", false),
            ("https://user@evil.example", false),
            ("http://intranet", false),
        ] {
            service.on("/sales/token", 200, &json!({ "access_token": TOKEN, "instance_url": host }));
            let token = app.session(&json!({ "tags": {} })).await;
            let away = leave(&app, "sales", &token, "").await;
            let state = away.query()["state"].clone();
            let answer = away.comes_back("/oauth/callback", &[("state", &state), ("code", "c0de")]).await;
            assert_eq!(away.result(&answer).await.status, StatusCode::OK);
            let row = read(&app, "sales", &newest(&app, "sales").await).await;
            assert_eq!(row["connection_config"].get("instance_url").is_some(), is_kept, "{host}: {row}");
            assert_eq!(row["errors"] == json!([]), is_kept, "{host}: {row}");
        }
    }
}

#[actix_web::test]
async fn a_service_with_an_end_of_its_own_hears_of_it_before_a_connection_is_deleted() {
    for (service, app) in benches().await {
        app.oauth_integration("acme-sales", "sales", "c").await;
        let answer =
            json!({ "access_token": TOKEN, "refresh_token": "r-1", "instance_url": "{origin}/crm/" });
        service.on("/sales/token", 200, &answer);
        service.on("/crm/oauth/v1/refresh-tokens/r-1", 204, &json!({}));
        let token = app.session(&json!({ "tags": {} })).await;
        let away = leave(&app, "sales", &token, "").await;
        let state = away.query()["state"].clone();
        away.comes_back("/oauth/callback", &[("state", &state), ("code", "c0de")]).await;
        let path = format!("/connections/{}?provider_config_key=sales", newest(&app, "sales").await);
        assert_eq!(app.call(&app.key, Method::DELETE, &path, None).await.status, StatusCode::OK);
        assert_eq!(service.asked("/crm/oauth/v1/refresh-tokens/r-1").len(), 1);
        let said = Rows::of(&app).texts("SELECT detail FROM audit WHERE action = 'connection.delete'").await;
        assert!(said[0].contains("refresh token revoked at the service"), "{said:?}");
    }
}
