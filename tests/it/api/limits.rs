//! How fast browsers may ask.

use std::time::Duration;

use connect_ui::config::RateLimit;
use reqwest::Method;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::support::{
    app::{NOW, Options, spawn_app_with},
    sqlite,
};

#[actix_web::test]
async fn a_browser_that_asks_too_fast_waits_and_a_backend_does_not() {
    let options = Options {
        rate_limit: RateLimit::PerMinute(3),
        trusted_proxies: vec!["127.0.0.1/32".parse().unwrap()],
        ..Options::default()
    };
    let app = spawn_app_with(sqlite(), options).await;
    let token = app.session(&json!({ "tags": {} })).await;
    let authorization = format!("Bearer {token}");
    let from = |address| [("authorization", authorization.as_str()), ("x-forwarded-for", address)];
    for remaining in ["2", "1", "0"] {
        let answer = app.send(Method::GET, "/connect/session", &from("198.51.100.1"), None).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("x-ratelimit-limit"), "3");
        assert_eq!(answer.header("x-ratelimit-remaining"), remaining);
        assert_eq!(answer.header("x-ratelimit-reset"), (NOW.0 / 1000 + 60).to_string());
    }
    // Another address does not help the session.
    let refused = app.send(Method::GET, "/connect/session", &from("198.51.100.2"), None).await;
    assert_eq!(refused.refusal(), (429, "too_many_request".into()));
    assert_eq!(refused.header("retry-after"), "60");
    assert_eq!(refused.header("access-control-allow-origin"), "*");
    assert_eq!(refused.json()["error"]["path"], "/connect/session");
    // Another session does not help the address; what it forges left of the proxy's entry does not either.
    let forged = [("x-forwarded-for", "203.0.113.9, 198.51.100.1")];
    let page = app.send(Method::GET, "/", &forged, None).await;
    assert_eq!((page.status.as_u16(), page.header("retry-after")), (429, "60"));
    assert!(page.header("content-type").starts_with("text/html"), "{}", page.text);
    for _ in 0..5 {
        let backend = app.get("/integrations").await;
        assert_eq!((backend.status.as_u16(), backend.header("x-ratelimit-remaining")), (200, "3"));
    }
    app.clock.advance_millis(60_000);
    let answer = app.send(Method::GET, "/connect/session", &from("198.51.100.1"), None).await;
    assert_eq!(answer.status, 200);
}

#[actix_web::test]
async fn only_a_declared_proxy_says_whose_request_it_is() {
    for (trusted, first, second, passes) in [
        ("10.0.0.0/8", "198.51.100.1", "198.51.100.2", false),
        ("127.0.0.1/32", "198.51.100.1", "198.51.100.2", true),
        ("127.0.0.1/32", "198.51.100.1:4711", "198.51.100.1:4712", false),
        ("127.0.0.1/32", "2001:db8::1", "[2001:db8::2]:443", false),
        ("127.0.0.1/32,10.0.0.0/8", "198.51.100.1, 10.0.0.1", "198.51.100.2, 10.0.0.2", true),
        ("127.0.0.1/32", "unknown", "nonsense", false),
    ] {
        let options = Options {
            rate_limit: RateLimit::PerMinute(1),
            trusted_proxies: trusted.split(',').map(|network| network.parse().unwrap()).collect(),
            ..Options::default()
        };
        let app = spawn_app_with(sqlite(), options).await;
        app.send(Method::GET, "/", &[("x-forwarded-for", first)], None).await;
        let other = app.send(Method::GET, "/", &[("x-forwarded-for", second)], None).await;
        assert_eq!(other.status == 200, passes, "{trusted}: {first}, then {second}");
    }
}

#[actix_web::test]
async fn a_session_is_counted_however_it_is_named() {
    let options = Options {
        rate_limit: RateLimit::PerMinute(3),
        trusted_proxies: vec!["127.0.0.1/32".parse().unwrap()],
        ..Options::default()
    };
    let app = spawn_app_with(sqlite(), options).await;
    app.integration("demo-postbox", "postbox").await;
    let mut addresses = (1..).map(|number| format!("198.51.100.{number}"));
    let mut ask = async |method: Method, path: &str| {
        let address = addresses.next().unwrap();
        app.send(method, path, &[("x-forwarded-for", address.as_str())], None).await
    };
    let token = app.session(&json!({ "tags": {} })).await;
    for (name, status) in [
        ("connect_session_token", 404),
        ("connect%5Fsession_token", 404),
        ("connect_session%5ftoken", 404),
        ("%63onnect_session_token", 429),
    ] {
        let answer = ask(Method::POST, &format!("/auth/unauthenticated/none?{name}={token}")).await;
        assert_eq!(answer.status, status, "{name}: {}", answer.text);
    }
    app.clock.advance_millis(60_000);
    let token = app.session(&json!({ "tags": {} })).await;
    let mut pages = Vec::new();
    for _ in 0..3 {
        let link = ask(Method::GET, &format!("/?session_token={token}")).await;
        pages.push(link.header("location").to_owned());
    }
    assert_eq!(ask(Method::GET, &format!("/?session_token={token}")).await.status, 429);
    pages.sort();
    pages.dedup();
    assert_eq!(pages.len(), 3, "each has an address of its own");
    for page in &pages {
        assert_eq!(ask(Method::GET, page).await.status, 403, "without its cookie");
    }
    assert_eq!(ask(Method::GET, &pages[0]).await.status, 429, "all pages of a session count as one");
}

#[actix_web::test]
async fn a_body_that_does_not_come_holds_no_connection() {
    let options = Options { body_deadline: Duration::from_millis(50), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    let address = app.url.trim_start_matches("http://").to_owned();
    for (path, kind, status) in [
        ("/ui", "application/x-www-form-urlencoded", "HTTP/1.1 408 "),
        ("/connect/sessions", "application/json", "HTTP/1.1 4"),
        ("/ui/x/extend", "application/x-www-form-urlencoded", "HTTP/1.1 404 "),
    ] {
        let mut stream = TcpStream::connect(&address).await.unwrap();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\n\
             Authorization: Bearer {}\r\nContent-Type: {kind}\r\nContent-Length: 100\r\n\r\na=",
            app.key
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.starts_with(status), "{path}: {answer}");
    }
}
