//! A secret goes in once, and stands nowhere in clear.

use std::{
    io,
    sync::{Arc, Mutex},
};

use connect_ui::{
    connection,
    store::{DatabaseUrl, connection as store, environment},
    trace,
};
use serde_json::json;

use crate::support::{app::spawn_app, visitor::Visitor};

const CANARY: &str = "demo-canary-5f3b9c";

#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl io::Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[actix_web::test]
async fn a_credential_stands_neither_in_the_database_nor_in_the_log() {
    let log = Captured::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    // Other tests' lines land here too, which only makes the search wider.
    let is_ours = tracing::subscriber::set_global_default(subscriber).is_ok();
    let app = spawn_app().await;
    app.integration("demo-helpdesk", "it").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let path = format!(
        "/api-auth/api-key/it?connect_session_token={token}&params[subdomain]=acme&params[x]={CANARY}"
    );
    let made = app.submit(&path, &json!({ "apiKey": CANARY })).await;
    assert_eq!(made.status, 200, "{}", made.text);
    assert!(!made.text.contains(CANARY));
    let id = made.json()["connectionId"].as_str().unwrap().to_owned();
    let read = app.get(&format!("/connections/{id}?provider_config_key=it")).await;
    assert_eq!(read.json()["credentials"]["apiKey"], CANARY);
    assert!(!app.get("/connections").await.text.contains(CANARY));

    // A whole way through the pages, refused once, and what is told of it elsewhere.
    let link = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
    let mut visitor = Visitor::tab(&app);
    assert_eq!(visitor.open_link(&link).await.status, 200);
    let refused =
        visitor.submit(&[("params.subdomain", "acme"), ("credentials.apiKey", "wrong-canary-5f3b9c")]).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    let capability = visitor.at.path().split('/').nth(2).unwrap().to_owned();
    trace::store(&app.state.services).await;
    let numbers = reqwest::get(&app.metrics).await.unwrap().text().await.unwrap();
    assert!(numbers.contains("credentials_refused"), "{numbers}");
    for secret in ["canary", &token[40..], &link[40..], &capability, "127.0.0.1", &id] {
        let line = numbers.lines().find(|line| line.contains(secret));
        assert!(line.is_none(), "the numbers hold a secret: {line:?}");
    }

    let services = &app.state.services;
    let environment = environment::list(&services.db).await.unwrap().remove(0).id;
    let row = store::find(&services.db, &environment, &id, "it").await.unwrap().unwrap();
    let opened = connection::open(services, &row).unwrap();
    assert!(!format!("{row:?} {opened:?} {:?}", services.keyring).contains(CANARY));

    let DatabaseUrl::Sqlite(url) = &app.database.url else { panic!("SQLite") };
    let file = url.trim_start_matches("sqlite://");
    let mut seen_webhook = false;
    for suffix in ["", "-wal"] {
        let bytes = std::fs::read(format!("{file}{suffix}")).unwrap_or_default();
        let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(!holds(CANARY), "the database file{suffix} holds the secret");
        assert!(!holds("wrong-canary"), "what was refused is kept");
        assert!(
            !holds(&token) && !holds(&link) && !holds(&capability) && !holds(&app.key),
            "the database file{suffix} holds a token"
        );
        seen_webhook |= holds(&id);
    }
    assert!(seen_webhook, "the file that was searched is not the one that was written");
    let log = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    assert!(!is_ours || log.contains("answered"), "nothing was captured");
    for secret in [CANARY, "wrong-canary", &token[40..], &link[40..], &capability, &app.key] {
        let line = log.lines().find(|line| line.contains(secret));
        assert!(line.is_none(), "the log holds a secret: {line:?}");
    }
}
