//! The headers of each kind of page, to the letter (security.md F).

use base64::{Engine as _, engine::general_purpose::STANDARD};
use connect_ui::config::RateLimit;
use reqwest::Method;
use scraper::{Html, Selector};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::support::{
    app::{Answer, Options, TestApp, spawn_app, spawn_app_with},
    sqlite,
    visitor::Visitor,
};

const HOST: &str = "https://app.acme.example";

async fn embedded() -> TestApp {
    let options = Options { allowed_origins: vec![HOST.into()], ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    for key in ["postbox", "postbox-2"] {
        app.integration("demo-postbox", key).await;
    }
    app
}

fn inline(page: &Answer, element: &str) -> Vec<String> {
    let document = Html::parse_document(&page.text);
    let selector = Selector::parse(element).unwrap();
    let texts = document.select(&selector).map(|found| found.text().collect::<String>());
    texts
        .filter(|text| !text.is_empty())
        .map(|text| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text))))
        .collect()
}

/// The whole policy of a page, with the hashes of what really stands in it.
fn expect_policy(page: &Answer, forms: &str, ancestors: &str) {
    let styles = inline(page, "style");
    assert_eq!(styles.len(), 2, "the base sheet and the theme");
    let scripts = [vec!["'self'".to_owned()], inline(page, "script")].concat().join(" ");
    assert_eq!(
        page.header("content-security-policy"),
        format!(
            "default-src 'none'; script-src {scripts}; style-src {}; img-src 'self' data:; \
             font-src 'self'; connect-src 'self'; form-action {forms}; base-uri 'none'; \
             frame-ancestors {ancestors}; require-trusted-types-for 'script'; report-uri /policy-report",
            styles.join(" "),
        )
    );
}

fn expect_hygiene(page: &Answer) {
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(page.header("cross-origin-resource-policy"), "same-origin");
    assert!(page.header("permissions-policy").contains("camera=()"));
    assert!(!page.header("x-request-id").is_empty());
    for absent in ["access-control-allow-origin", "cross-origin-opener-policy", "x-frame-options"] {
        assert!(!page.headers.contains_key(absent), "{absent}");
    }
    let document = Html::parse_document(&page.text);
    for element in document.select(&Selector::parse("*").unwrap()) {
        for (name, value) in element.value().attrs() {
            assert!(name != "style" && !name.starts_with("on"), "inline {name}={value}");
            let is_address = matches!(name, "src" | "href" | "action" | "formaction");
            assert!(!is_address || !value.trim().to_lowercase().starts_with("javascript:"), "{value}");
            let is_loaded = name == "src" || (name == "href" && element.value().name() == "link");
            assert!(!is_loaded || value.starts_with('/') || value.starts_with("data:"), "loads {value}");
        }
    }
}

#[actix_web::test]
async fn hosted_pages_are_framed_by_nobody() {
    let app = embedded().await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut tab = Visitor::tab(&app);
    let picker = tab.open_link(&token).await;
    let form = tab.open("integrations/postbox").await;
    let wrong = tab.submit(&[]).await;
    let answer = tab.submit(&[("credentials.apiKey", "demo-1")]).await;
    let done = tab.follow(answer).await;
    let lost = tab.open("../nothing").await;
    for (page, forms) in [(&picker, true), (&form, true), (&wrong, true), (&done, false), (&lost, false)] {
        expect_policy(page, if forms { "'self'" } else { "'none'" }, "'none'");
        expect_hygiene(page);
        assert_eq!(page.header("referrer-policy"), if forms { "strict-origin" } else { "no-referrer" });
        assert_eq!(!page.texts("form").is_empty(), forms);
    }
}

#[actix_web::test]
async fn framed_pages_are_framed_by_their_hosts_alone() {
    let app = embedded().await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut frame = Visitor::frame(&app);
    let shell = frame.open("/").await;
    assert_eq!(inline(&shell, "script").len(), 1);
    let picker = frame.hand_over(&token, HOST).await;
    let form = frame.open("integrations/postbox").await;
    for page in [&shell, &picker, &form] {
        assert_eq!(page.status, 200);
        expect_policy(page, "'self'", &format!("'self' {HOST}"));
        expect_hygiene(page);
        assert_eq!(page.header("referrer-policy"), "strict-origin");
    }
}

#[actix_web::test]
async fn the_refusal_page_is_framed_by_anyone_and_sends_nothing() {
    let app = embedded().await;
    let mut frame = Visitor { referer: Some("https://evil.example/page"), ..Visitor::frame(&app) };
    let page = frame.open("/").await;
    assert_eq!(page.status, 403);
    expect_policy(&page, "'none'", "*");
    expect_hygiene(&page);
    assert!(page.texts("form").is_empty() && !page.headers.contains_key("set-cookie"));
}

#[actix_web::test]
async fn pages_without_a_session_are_framed_by_nobody() {
    let app = embedded().await;
    let mut tab = Visitor::tab(&app);
    let pages = [
        (tab.open("/").await, 200),
        (tab.open("/?session_token=none").await, 410),
        (tab.open("/ui/unknown/").await, 404),
    ];
    for (page, status) in pages {
        assert_eq!(page.status, status);
        assert_eq!(page.policy("frame-ancestors"), "'none'");
        expect_hygiene(&page);
    }
}

#[actix_web::test]
async fn the_api_answers_are_no_pages() {
    let app = spawn_app().await;
    for answer in [
        app.get("/integrations").await,
        app.call("wrong", Method::GET, "/integrations", None).await,
        app.get("/nothing").await,
    ] {
        assert_eq!(answer.header("content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert!(answer.header("content-type").starts_with("application/json"));
    }
}

#[actix_web::test]
async fn https_is_for_ever() {
    let options = Options { public_url: Some("https://connect.acme.example"), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    let page = Visitor::tab(&app).open("/").await;
    assert_eq!(page.header("strict-transport-security"), "max-age=31536000");
    let plain = spawn_app().await;
    assert_eq!(Visitor::tab(&plain).open("/").await.header("strict-transport-security"), "");
}

#[actix_web::test]
async fn browsers_say_where_what_they_did_not_allow() {
    let options = Options { rate_limit: RateLimit::PerMinute(5), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    let report = json!({ "csp-report": { "document-uri": format!("{}/ui/secret/", app.url),
        "violated-directive": "img-src 'self'", "blocked-uri": "https://evil.example/x?y", "line-number": 3 } });
    let mut statuses = Vec::new();
    for body in
        [report.to_string(), "{}".into(), "x".into(), "x".repeat(17 * 1024), report.to_string(), "{}".into()]
    {
        let headers = [("content-type", "application/csp-report")];
        let answer = app.send(Method::POST, "/policy-report", &headers, Some(body)).await;
        assert!(!answer.headers.contains_key("access-control-allow-origin"));
        statuses.push(answer.status.as_u16());
    }
    assert_eq!(statuses, [204, 400, 400, 400, 204, 429]);
}
