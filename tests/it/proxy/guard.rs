//! Where a call may go, and what goes along.

use actix_web::HttpResponse;
use connect_ui::outbound::BaseUrlPolicy;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::service::{Caller, Service, app_at, app_with};
use crate::support::app::Options;

const KEYED: &str = "
keyed:
    display_name: Keyed
    auth_mode: API_KEY
    proxy:
        base_url: '{origin}'
        headers: { x-api-key: '${apiKey}' }
    credentials: { apiKey: { type: string, title: Key } }
following:
    display_name: Keeps headers
    auth_mode: API_KEY
    proxy:
        base_url: '{origin}'
        forward_headers_on_redirect: true
        headers: { x-api-key: '${apiKey}' }
    credentials: { apiKey: { type: string, title: Key } }
";

fn redirects(service: &Service, to: String) {
    service.on("/leave", move |_, _| HttpResponse::Found().insert_header(("location", to.clone())).finish());
}

#[actix_web::test]
async fn a_redirect_to_another_origin_gets_no_key_unless_that_is_asked_for() {
    let (service, other) = (Service::start(), Service::start());
    let app = app_at(&service, KEYED).await;
    redirects(&service, format!("{}/landed", other.origin));
    let caller = Caller::with_key(&app).await;
    for (headers, told) in [(&[][..], ""), (&[("forward-headers-on-redirect", "true")], "k-1234")] {
        assert_eq!(caller.call("GET", "/leave", headers, None).await.status, 200);
        assert_eq!(other.last().header("x-api-key"), told);
    }
    app.integration("following", "two").await;
    let typed = json!({ "apiKey": "k-5678" });
    let caller = Caller::of_integration(&app, "two", "/api-auth/api-key", &typed).await;
    assert_eq!(caller.get("/leave").await.status, 200);
    assert_eq!(other.last().header("x-api-key"), "k-5678");
}

#[actix_web::test]
async fn private_addresses_are_not_called_whoever_names_them() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    let caller = Caller::with_key(&app).await;
    for address in [
        "http://169.254.169.254",
        "https://169.254.169.254",
        "https://10.0.0.1",
        "https://[::1]",
        "http://93.184.215.14",
    ] {
        redirects(&service, format!("{address}/latest/meta-data"));
        let refused = (400, "base_url_override_not_allowed".to_owned());
        assert_eq!(caller.get("/leave").await.refusal(), refused, "redirect to {address}");
        let answer = caller.call("GET", "/x", &[("base-url-override", address)], None).await;
        assert_eq!(answer.refusal(), refused, "{address}");
    }
}

#[actix_web::test]
async fn base_urls_are_named_as_the_server_allows() {
    let service = Service::start();
    for (policy, allowed, code) in [
        (BaseUrlPolicy::Off, "", "base_url_override_disabled"),
        (BaseUrlPolicy::parse("!acme.dev,!127.0.0.1").unwrap(), "", "base_url_override_not_allowed"),
        (BaseUrlPolicy::parse("!acme.dev").unwrap(), "200", ""),
    ] {
        let app =
            app_with(&service, KEYED, Options { base_url_override: policy, ..Options::default() }).await;
        let caller = Caller::with_key(&app).await;
        assert_eq!(caller.get("/x").await.status, 200);
        let answer = caller.call("GET", "/x", &[("base-url-override", &service.origin)], None).await;
        if allowed.is_empty() {
            assert_eq!(answer.refusal(), (400, code.to_owned()));
        } else {
            assert_eq!(answer.status, 200);
        }
        let below = caller.call("GET", "/x", &[("base-url-override", "https://a.acme.dev./x")], None).await;
        assert_eq!(below.status, 400, "{}", below.text);
    }
}

#[actix_web::test]
async fn a_path_cannot_leave_its_base() {
    let service = Service::start();
    let app = app_at(&service, KEYED).await;
    let caller = Caller::with_key(&app).await;
    assert_eq!(caller.get("/x").await.status, 200);
    let id =
        app.get("/connections").await.json()["connections"][0]["connection_id"].as_str().unwrap().to_owned();
    for path in ["/a/../b", "/a/%2e%2E/b", "/..\\b"] {
        let host = app.url.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).await.unwrap();
        let head = format!(
            "GET /proxy{path} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {}\r\nprovider-config-key: it\r\n\
             connection-id: {id}\r\nconnection: close\r\n\r\n",
            app.key
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 400"), "{path}: {answer}");
    }
    assert_eq!(service.asked().len(), 1);
}
