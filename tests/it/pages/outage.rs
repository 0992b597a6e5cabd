//! The database goes away while a form is sent: said at once, in the reader's words, nothing half-made.

use std::{net::Ipv4Addr, sync::Arc};

use reqwest::StatusCode;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional},
    net::{TcpListener, TcpStream},
    sync::Notify,
};

use crate::support::{
    TestDatabase,
    app::{Answer, Options, TestApp, spawn_app_with},
    databases, sqlite,
    visitor::Visitor,
};

const HOST: &str = "https://app.acme.example";

const SERVICE: &str = "
test-checked:
  display_name: Checked
  auth_mode: API_KEY
  docs: https://docs.example/checked
  proxy:
    base_url: http://127.0.0.1:$PORT
    headers:
      authorization: Bearer ${apiKey}
    verification:
      method: GET
      endpoints:
        - /me
  connection_config:
    team:
      type: string
      title: Team
      order: 1
";

/// Stands between the application and its PostgreSQL server, and can be cut.
struct Cable {
    cut: Arc<Notify>,
    database: TestDatabase,
}

impl Cable {
    /// Where a PostgreSQL server is.
    async fn to_postgres() -> Option<Self> {
        let database = databases().await.into_iter().nth(1)?;
        let connect_ui::store::DatabaseUrl::Postgres(url) = &database.url else { return None };
        let mut url = url::Url::parse(url).unwrap();
        let server = (url.host_str().unwrap().to_owned(), url.port().unwrap_or(5432));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        url.set_host(Some("127.0.0.1")).unwrap();
        url.set_port(Some(listener.local_addr().unwrap().port())).unwrap();
        let cut = Arc::new(Notify::new());
        let end = Arc::clone(&cut);
        actix_web::rt::spawn(async move {
            let mut lines = tokio::task::JoinSet::new();
            loop {
                tokio::select! {
                    () = end.notified() => return,
                    Ok((mut near, _)) = listener.accept() => {
                        let server = server.clone();
                        lines.spawn(async move {
                            let mut far = TcpStream::connect(server).await?;
                            copy_bidirectional(&mut near, &mut far).await
                        });
                    }
                }
            }
        });
        let database = TestDatabase::at(url.as_str());
        Some(Self { cut, database })
    }
}

fn expect_unavailable(page: &Answer, heading: &str) {
    assert_eq!(page.says(), (503, heading.into()));
    let reference = page.header("x-request-id");
    assert!(page.text_of(".reference").contains(reference), "{}", page.text_of("main"));
    assert!(!page.text.contains("sqlx") && !page.text.contains("pool"));
}

async fn open<'a>(app: &'a TestApp, language: &'static str) -> (Visitor<'a>, Visitor<'a>) {
    app.integration("demo-postbox", "postbox").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut tab = Visitor { language, ..Visitor::tab(app) };
    let mut frame = Visitor { language, ..Visitor::frame(app) };
    assert_eq!(tab.open_link(&token).await.status, StatusCode::OK);
    assert_eq!(frame.hand_over(&token, HOST).await.status, StatusCode::OK);
    (tab, frame)
}

fn options() -> Options {
    Options { allowed_origins: vec![HOST.into()], ..Options::default() }
}

#[actix_web::test]
async fn a_database_that_went_away_is_told_in_the_readers_language() {
    for (language, heading) in [("en", "We will be right back"), ("de", "Wir sind gleich zurück")] {
        let app = spawn_app_with(sqlite(), options()).await;
        let (mut tab, mut frame) = open(&app, language).await;
        app.state.services.db.close().await;
        for visitor in [&mut tab, &mut frame] {
            let page = visitor.submit(&[("credentials.apiKey", "demo-1")]).await;
            expect_unavailable(&page, heading);
        }
        let framed = frame.submit(&[("credentials.apiKey", "demo-1")]).await;
        assert_eq!(framed.policy("frame-ancestors"), format!("'self' {HOST}"));
        assert!(!framed.texts("[data-close]").is_empty(), "the frame can be closed");
        let api = app.get("/connections").await;
        assert_eq!(api.refusal(), (503, "unavailable".into()));
        let ready = app.send(reqwest::Method::GET, "/ready", &[], None).await;
        assert_eq!(ready.status, StatusCode::SERVICE_UNAVAILABLE);
        let again = spawn_app_with(TestDatabase::at_same(&app.database), options()).await;
        let key = again.state.services.db.clone();
        let row = connect_ui::store::environment::list(&key).await.unwrap().remove(0);
        let key = again.key_of(&row.id, &["environment:connections:list"]).await;
        let list = again.call(&key, reqwest::Method::GET, "/connections", None).await;
        assert_eq!(list.json(), json!({ "connections": [] }), "nothing was half-made");
    }
}

/// A service that accepts one credential, after something else has happened.
async fn accept_after(service: TcpListener, happens: impl Future<Output = ()>) {
    let (mut line, _) = service.accept().await.unwrap();
    let mut request = [0; 1024];
    let read = line.read(&mut request).await.unwrap();
    assert!(read > 0);
    happens.await;
    line.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}").await.unwrap();
}

/// An application with a definition whose credentials that service checks.
async fn checked_by(service: &TcpListener, database: TestDatabase) -> TestApp {
    let port = service.local_addr().unwrap().port();
    let definition = SERVICE.replace("$PORT", &port.to_string());
    spawn_app_with(database, Options { definitions: Some(definition.leak()), ..options() }).await
}

async fn expect_kept(visitor: &mut Visitor<'_>) {
    let page = visitor.submit(&[("params.team", "red"), ("credentials.apiKey", "s3cret")]).await;
    assert_eq!(page.says(), (503, "Connect your Checked account".into()));
    assert!(page.text_of("[data-summary]").contains("nothing was connected"), "{}", page.text_of("main"));
    assert_eq!(page.value("params.team").as_deref(), Some("red"));
    assert!(!page.text.contains("s3cret"));
}

#[actix_web::test]
async fn what_was_typed_outlives_a_database_that_goes_away_before_it_is_stored() {
    let mut databases = vec![(sqlite(), None)];
    databases.extend(Cable::to_postgres().await.map(|cable| (cable.database, Some(cable.cut))));
    for (database, cut) in databases {
        let service = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let app = checked_by(&service, database).await;
        app.integration("test-checked", "it").await;
        let token = app.session(&json!({ "tags": {} })).await;
        let mut frame = Visitor::frame(&app);
        frame.hand_over(&token, HOST).await;
        let db = app.state.services.db.clone();
        let goes = accept_after(service, async move {
            match cut {
                Some(cut) => cut.notify_one(),
                None => db.close().await,
            }
        });
        futures_util::future::join(goes, expect_kept(&mut frame)).await;
    }
}

#[actix_web::test]
async fn a_server_that_went_away_is_told_too() {
    let Some(cable) = Cable::to_postgres().await else { return };
    let app = spawn_app_with(cable.database, options()).await;
    let (mut tab, _) = open(&app, "de").await;
    cable.cut.notify_one();
    let page = tab.submit(&[("credentials.apiKey", "demo-1")]).await;
    expect_unavailable(&page, "Wir sind gleich zurück");
}
