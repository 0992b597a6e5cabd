//! What a caller is told when no call is made, and that it costs few statements when one is.

use connect_ui::{clock::Timestamp, secret::ApiKey, store::api_key};
use serde_json::json;

use super::service::{Caller, Service, app_at};
use crate::{statements::waited_for, support::app::TestApp};

const KEYED: &str = "
keyed:
    display_name: Keyed
    auth_mode: API_KEY
    proxy: { base_url: '{origin}', headers: { x-api-key: '${apiKey}' } }
    credentials: { apiKey: { type: string, title: Key } }
nowhere:
    display_name: Without an address
    auth_mode: API_KEY
    credentials: { apiKey: { type: string, title: Key } }
";

type Headers<'a> = &'a [(&'a str, &'a str)];

async fn asked(app: &TestApp, key: &str, headers: Headers<'_>) -> (u16, String) {
    let authorization = format!("Bearer {key}");
    let mut all = vec![("authorization", authorization.as_str())];
    all.extend(headers);
    app.send(reqwest::Method::GET, "/proxy/x", &all, None).await.refusal()
}

#[actix_web::test]
async fn who_asks_wrongly_is_told_why() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    Caller::with_key(&app).await;
    let it = ("provider-config-key", "it");
    let session = app.session(&json!({ "end_user": { "id": "u-1" } })).await;
    let (_, reader) = app.environment("reader", &["environment:connections:*"]).await;
    let (_, other) = app.environment("other", &["environment:proxy"]).await;
    let cases: [(&str, Headers<'_>, u16, &str); 8] = [
        (&app.key, &[], 400, "invalid_headers"),
        (&app.key, &[it, ("connection-id", "c"), ("retries", "many")], 400, "invalid_headers"),
        (&app.key, &[it, ("connection-id", "c"), ("base-url-override", "x")], 400, "invalid_headers"),
        (
            &app.key,
            &[("provider-config-key", "nothing"), ("connection-id", "c")],
            404,
            "unknown_provider_config",
        ),
        (&app.key, &[it, ("connection-id", "nobody")], 400, "server_error"),
        (&session, &[it, ("connection-id", "c")], 401, "invalid_secret_key_format"),
        (&reader, &[it, ("connection-id", "c")], 403, "forbidden"),
        // What is another environment's is not there.
        (&other, &[it, ("connection-id", "c")], 404, "unknown_provider_config"),
    ];
    for (key, headers, status, code) in cases {
        assert_eq!(asked(&app, key, headers).await, (status, code.to_owned()), "{headers:?}");
    }
    let authorization = format!("Bearer {}", app.key);
    let headers = [("authorization", authorization.as_str()), ("retry-on", "4x"), ("decompress", "yes")];
    let all = app.send(reqwest::Method::GET, "/proxy/x", &headers, None).await.json();
    let paths: Vec<&str> = all["error"]["errors"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|issue| issue["path"][0].as_str())
        .collect();
    assert_eq!(paths, ["provider-config-key", "connection-id", "retry-on", "decompress"]);
    assert_eq!(service.asked().len(), 0);
}

#[actix_web::test]
async fn a_definition_without_an_address_needs_one() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    let typed = json!({ "apiKey": "k" });
    let caller = Caller::connected(&app, "nowhere", "/api-auth/api-key", &typed).await;
    assert_eq!(caller.get("/x").await.refusal(), (400, "missing_api_url".into()));
    let headers = [("base-url-override", service.origin.as_str())];
    assert_eq!(caller.call("GET", "/x", &headers, None).await.status, 200);
}

#[actix_web::test]
async fn a_call_is_two_statements_and_none_while_nothing_was_written() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    let caller = Caller::with_key(&app).await;
    let watch = app.state.services.db.watch();
    assert_eq!(caller.get("/x").await.status, 200);
    // The key, the connection; that it was read is noted behind the answer, once a minute.
    let seen = || -> Vec<_> {
        waited_for(&watch).into_iter().filter(|sql| !sql.starts_with("UPDATE connection")).collect()
    };
    assert_eq!(seen().len(), 2, "{:#?}", seen());
    // Wherever that note comes in between, the calls after it need nothing new.
    for _ in 0..20 {
        assert_eq!(caller.get("/x").await.status, 200);
    }
    assert!(seen().len() <= 4, "{:#?}", seen());
}

#[actix_web::test]
async fn what_was_remembered_is_forgotten_with_the_next_write() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    let caller = Caller::with_key(&app).await;
    let gone = format!("/connections/{}?provider_config_key=it", caller.id());
    for _ in 0..2 {
        assert_eq!(caller.get("/x").await.status, 200);
    }
    assert_eq!(app.call(&app.key, reqwest::Method::DELETE, &gone, None).await.status, 200);
    assert_eq!(caller.get("/x").await.status, 400);
    let caller = Caller::of_integration(&app, "it", "/api-auth/api-key", &json!({ "apiKey": "k-1" })).await;
    assert_eq!(caller.get("/x").await.status, 200);
    let db = &app.state.services.db;
    let fingerprint = ApiKey::parse(&app.key).unwrap().fingerprint();
    let key = api_key::find(db, &fingerprint).await.unwrap().unwrap();
    let revoked = db.write(move |tx| {
        Box::pin(async move { api_key::revoke(tx, &key.environment_id, &key.id, Timestamp(1)).await })
    });
    assert!(revoked.await.unwrap());
    assert_eq!(caller.get("/x").await.refusal(), (401, "unknown_account".into()));
}
