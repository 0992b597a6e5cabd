//! The pages in a host application's frame: who may frame them, and what they are told otherwise.

use connect_ui::store::environment::{self, ConnectUiChange};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{
    app::{Answer, NOW, Options, TestApp, spawn_app_with, spawn_apps_with},
    sqlite,
    visitor::{Destination, Visitor},
};

const HOST: &str = "https://app.acme.example";
const OTHER: &str = "https://admin.acme.example";

async fn ready() -> TestApp {
    let options = Options { allowed_origins: vec![HOST.into(), OTHER.into()], ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    app.integration("demo-postbox", "postbox").await;
    let settings = json!({ "theme": { "light": { "primary": "#123456" }, "dark": { "primary": "#abcdef" } },
        "defaultTheme": "dark", "showWatermark": false });
    let answer =
        app.call(&app.key, Method::PUT, "/api/v1/connect-ui-settings?env=dev", Some(&settings)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    app
}

fn expect_refusal(page: &Answer, origin: &str) {
    assert_eq!(page.says(), (403, "This page may not be shown here".into()));
    assert!(page.text_of("main").contains(origin), "{}", page.text_of("main"));
    assert!(page.text_of("main").contains("Allowed origins"));
    assert_eq!(page.policy("frame-ancestors"), "*");
    assert!(page.texts("[data-close]").len() > 1, "it can be closed, by the bar and by a button");
    assert_eq!(page.attribute("body", "data-parent-origin"), None);
}

#[actix_web::test]
async fn the_shell_hands_the_token_over_and_the_session_says_who_frames_it() {
    let app = ready().await;
    for (asked, ancestors) in [
        (json!({}), format!("'self' {HOST} {OTHER}")),
        (json!({ "allowed_origins": [HOST] }), format!("'self' {HOST}")),
    ] {
        let token = app.session(&json!({ "tags": {}, "connect_ui": asked })).await;
        let mut frame = Visitor::frame(&app);
        let page = frame.hand_over(&token, HOST).await;
        assert_eq!(page.says(), (200, "Connect your Postbox account".into()));
        assert_eq!(page.policy("frame-ancestors"), ancestors);
        assert_eq!(page.attribute("body", "data-parent-origin").as_deref(), Some(HOST));
        assert_eq!(page.attribute("html", "data-surface").as_deref(), Some("overlay"));
        assert!(frame.cookie.is_empty(), "a frame needs no cookie");
        assert!(!frame.at.as_str().contains(&token[30..]));
        let answer = frame.submit(&[("credentials.apiKey", "demo-1")]).await;
        let done = frame.follow(answer).await;
        assert_eq!(done.attribute("body", "data-event").as_deref(), Some("connect"));
        assert_eq!(done.attribute("body", "data-parent-origin").as_deref(), Some(HOST));
    }
}

#[actix_web::test]
async fn a_parent_that_is_not_allowed_learns_where_to_allow_it() {
    let app = ready().await;
    let token = app.session(&json!({ "tags": {} })).await;
    let narrow = app.session(&json!({ "tags": {}, "connect_ui": { "allowed_origins": [HOST] } })).await;
    let unknown = format!("nango_connect_session_{}", "0".repeat(64));
    for (token, parent) in [
        (&token, "https://evil.example"),
        (&token, "http://app.acme.example"),
        (&token, "https://app.acme.example:8443"),
        (&token, "null"),
        (&token, ""),
        (&narrow, OTHER),
        (&unknown, "https://evil.example"),
    ] {
        let mut frame = Visitor::frame(&app);
        let page = frame.hand_over(token, parent).await;
        expect_refusal(&page, parent);
        assert_eq!(frame.at.path(), "/", "no page was opened");
    }
}

#[actix_web::test]
async fn a_foreign_page_that_frames_the_shell_gets_the_refusal() {
    let app = ready().await;
    for (referer, allowed) in [
        (Some("https://evil.example/"), false),
        (Some("https://app.acme.example.evil.example/"), false),
        (Some("https://app.acme.example/settings?x=1"), true),
        (None, true),
    ] {
        let page = Visitor { referer, ..Visitor::frame(&app) }.open("/").await;
        if allowed {
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(page.policy("frame-ancestors"), format!("'self' {HOST} {OTHER}"));
            assert_eq!(page.attribute("html", "data-mode").as_deref(), Some("dark"));
            assert_eq!(page.texts("#unopened [data-close]"), ["Close"], "nobody is left in a stuck frame");
        } else {
            expect_refusal(&page, referer.unwrap().trim_end_matches('/'));
        }
    }
}

#[actix_web::test]
async fn only_our_own_shell_hands_a_token_over() {
    let app = ready().await;
    let token = app.session(&json!({ "tags": {} })).await;
    for site in ["cross-site", "same-site", "none"] {
        let mut frame = Visitor { site, ..Visitor::frame(&app) };
        let page = frame.hand_over(&token, HOST).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{site}");
        assert!(!page.headers.contains_key("location"));
    }
    // A browser without fetch metadata says where it comes from in `Origin`.
    let body = format!("session_token={token}&parent_origin={HOST}");
    for (origin, status) in [(app.url.as_str(), 303), ("null", 403), ("https://evil.example", 403)] {
        let headers = [("origin", origin), ("content-type", "application/x-www-form-urlencoded")];
        let answer = app.send(Method::POST, "/ui", &headers, Some(body.clone())).await;
        assert_eq!(answer.status, status, "{origin}");
    }
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let silent = app.send(Method::POST, "/ui", &headers, Some(body)).await;
    assert_eq!(silent.status, StatusCode::FORBIDDEN);
}

#[actix_web::test]
async fn a_form_is_sent_by_our_own_page_alone() {
    let app = ready().await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut frame = Visitor::frame(&app);
    frame.hand_over(&token, HOST).await;
    for site in ["cross-site", "same-site", "none"] {
        frame.site = site;
        let answer = frame.submit(&[("credentials.apiKey", "demo-1")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{site}");
        let extended = frame.post("../extend", &[]).await;
        assert_eq!(extended.status, StatusCode::FORBIDDEN, "{site}");
    }
    assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
}

#[actix_web::test]
async fn a_link_that_an_application_frames_becomes_a_frames_page() {
    let app = ready().await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut frame = Visitor { referer: Some("https://app.acme.example/"), ..Visitor::frame(&app) };
    let page = frame.open_link(&token).await;
    assert_eq!(page.says(), (200, "Connect your Postbox account".into()));
    assert_eq!(page.attribute("body", "data-parent-origin").as_deref(), Some(HOST));
    assert!(frame.cookie.is_empty());
    for (referer, origin) in [(Some("https://evil.example/"), "https://evil.example"), (None, "null")] {
        let page = Visitor { referer, ..Visitor::frame(&app) }.open_link(&token).await;
        expect_refusal(&page, origin);
    }
    let unknown = format!("nango_connect_session_{}", "0".repeat(64));
    let page = frame.open_link(&unknown).await;
    assert_eq!(page.says(), (410, "This page’s time has ended".into()));
    assert_eq!(page.policy("frame-ancestors"), format!("'self' {HOST} {OTHER}"));
    assert!(!page.texts("[data-close]").is_empty());
}

#[actix_web::test]
async fn a_frames_page_is_no_page_of_its_own() {
    let app = ready().await;
    let token = app.session(&json!({ "tags": { "end_user_email": "a@acme.example" } })).await;
    let mut frame = Visitor::frame(&app);
    frame.hand_over(&token, HOST).await;
    let mut tab = Visitor { destination: Destination::Document, ..Visitor::frame(&app) };
    let page = tab.open(frame.at.as_str()).await;
    assert_eq!(page.says(), (403, "This page is open somewhere else".into()));
    assert_eq!(page.policy("frame-ancestors"), "'none'");
    assert!(!page.text.contains("a@acme.example"));
}

#[actix_web::test]
async fn a_session_that_is_over_says_so_inside_the_frame() {
    let app = ready().await;
    let expired = app.session(&json!({ "tags": {} })).await;
    app.clock.advance_millis(30 * 60 * 1000);
    let ended = app.session(&json!({ "tags": {} })).await;
    app.call(&ended, Method::DELETE, "/connect/session", None).await;
    let unknown = format!("nango_connect_session_{}", "0".repeat(64));
    for (token, heading) in [
        (&expired, "This page’s time has ended"),
        (&unknown, "This page’s time has ended"),
        (&ended, "This page is no longer in use"),
    ] {
        let page = Visitor::frame(&app).hand_over(token, HOST).await;
        assert_eq!(page.says(), (410, heading.into()));
        expect_worn(&page);
    }
}

#[actix_web::test]
async fn trouble_inside_the_frame_is_shown_inside_the_frame() {
    let app = ready().await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut frame = Visitor::frame(&app);
    frame.hand_over(&token, HOST).await;
    let form = frame.at.to_string();
    let too_large = frame.submit(&[("credentials.apiKey", &"x".repeat(2 * 1024 * 1024))]).await;
    assert_eq!(too_large.says(), (413, "That is too much for this form".into()));
    expect_worn(&too_large);
    let nothing = frame.open("../integrations/other").await;
    assert_eq!(nothing.says(), (404, "There is nothing at this address".into()));
    expect_worn(&nothing);
    frame.site = "cross-site";
    frame.at = form.parse().unwrap();
    let foreign = frame.submit(&[]).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    expect_worn(&foreign);
}

/// It can be seen and closed in its frame, and has the environment's theme.
fn expect_worn(page: &Answer) {
    assert_eq!(page.policy("frame-ancestors"), format!("'self' {HOST} {OTHER}"));
    assert_eq!(page.attribute("body", "data-parent-origin").as_deref(), Some(HOST));
    assert_eq!(page.attribute("html", "data-mode").as_deref(), Some("dark"));
    assert_eq!(page.attribute("html", "data-surface").as_deref(), Some("overlay"));
    assert!(!page.texts("[data-close]").is_empty());
    assert!(page.texts("style")[1].contains("--"), "the theme");
}

#[actix_web::test]
async fn the_shells_parameters_hold_on_the_whole_way() {
    let app = ready().await;
    let token = app.session(&json!({ "tags": {} })).await;
    for (parameters, mode, lang, surface) in [
        ("", "dark", "en", "overlay"),
        ("theme=light&lang=de", "light", "de", "overlay"),
        ("theme=system&embedded=false", "system", "en", "overlay"),
        ("theme=purple&lang=%3Cb%3E&embedded=1", "dark", "en", "overlay"),
        ("embedded=true&theme=light&theme=dark&apiURL=https://evil.example", "light", "en", "embedded"),
    ] {
        let expect = |page: &Answer| {
            assert_eq!(page.attribute("html", "data-mode").as_deref(), Some(mode), "{parameters}");
            assert_eq!(page.attribute("html", "lang").as_deref(), Some(lang), "{parameters}");
            assert_eq!(page.attribute("html", "data-surface").as_deref(), Some(surface), "{parameters}");
            assert!(!page.text.contains("evil.example"));
        };
        let mut frame = Visitor::frame(&app);
        let shell = frame.open(&format!("/?{parameters}")).await;
        expect(&shell);
        let names = shell.attributes("#token input", "name");
        let values = shell.attributes("#token input[value]", "value");
        let mut fields = vec![("session_token", token.as_str()), ("parent_origin", HOST)];
        fields.extend(names[2..].iter().map(String::as_str).zip(values.iter().map(String::as_str)));
        let answer = frame.post("/ui", &fields).await;
        let form = frame.follow(answer).await;
        expect(&form);
        expect(&frame.submit(&[]).await);
        expect(&frame.open("../integrations/none").await);
        let answer = frame.post(frame.at.clone().as_str(), &[]).await;
        expect(&answer);
    }
}

#[actix_web::test]
async fn a_page_embedded_in_its_hosts_page_is_no_layer_over_it() {
    for app in spawn_apps_with(|| Options { allowed_origins: vec![HOST.into()], ..Options::default() }).await
    {
        app.integration("demo-postbox", "postbox").await;
        let token = app.session(&json!({ "tags": {} })).await;
        let mut frame = Visitor { referer: Some("https://app.acme.example/"), ..Visitor::frame(&app) };
        let shell = frame.open("/?embedded=true").await;
        let opened = frame.open(&format!("/?session_token={token}&embedded=true")).await;
        let form = frame.follow(opened).await;
        let answer = frame.submit(&[("credentials.apiKey", "demo-1")]).await;
        let done = frame.follow(answer).await;
        assert_eq!(done.heading(), "Postbox is connected");
        for page in [&shell, &form, &done] {
            assert_eq!(page.attribute("html", "data-surface").as_deref(), Some("embedded"));
            assert_eq!(page.policy("frame-ancestors"), format!("'self' {HOST}"));
            assert!(
                page.texts("[data-close], dialog, [role=dialog]").is_empty(),
                "closing is up to its host"
            );
            assert!(!page.text_of("main").contains("close this"), "{}", page.text_of("main"));
        }
        assert_eq!(done.attribute("body", "data-event").as_deref(), Some("connect"));
        assert_eq!(done.attribute("body", "data-parent-origin").as_deref(), Some(HOST));
        // In a tab there is nothing to be embedded in.
        let tab = Visitor::tab(&app).open(&format!("/?session_token={token}&embedded=true")).await;
        let hosted = Visitor {
            cookie: tab.header("set-cookie").split(';').next().unwrap().into(),
            ..Visitor::tab(&app)
        }
        .open(tab.header("location"))
        .await;
        assert_eq!(hosted.attribute("html", "data-surface").as_deref(), Some("hosted"));
    }
}

#[actix_web::test]
async fn a_closed_pages_address_ends_with_it() {
    for app in spawn_apps_with(|| Options { allowed_origins: vec![HOST.into()], ..Options::default() }).await
    {
        app.integration("demo-postbox", "postbox").await;
        let token = app.session(&json!({ "tags": {} })).await;
        let mut frame = Visitor::frame(&app);
        let form = frame.hand_over(&token, HOST).await;
        let address = frame.at.to_string();
        let answer = frame.submit(&[("credentials.apiKey", "demo-1")]).await;
        let done = frame.follow(answer).await;
        let close = done.attribute("body", "data-close-url").expect("where to say so");
        assert_eq!(form.attribute("body", "data-close-url"), Some(close.clone()));
        let mut foreign = Visitor { site: "cross-site", at: frame.at.clone(), ..Visitor::frame(&app) };
        assert_eq!(foreign.post(&close, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(frame.open(&address).await.status, StatusCode::OK);
        for _ in 0..2 {
            let closed = frame.post("../close", &[]).await;
            assert_eq!((closed.status, closed.text.as_str()), (StatusCode::NO_CONTENT, ""));
        }
        assert_eq!(frame.open(&address).await.says(), (410, "This page’s time has ended".into()));
        assert_eq!(frame.submit(&[("credentials.apiKey", "demo-2")]).await.status, StatusCode::GONE);
        assert_eq!(frame.post("../extend", &[]).await.status, StatusCode::GONE);
        assert_eq!(app.get("/connections").await.json()["connections"].as_array().map(Vec::len), Some(1));
        let again = Visitor::frame(&app).hand_over(&token, HOST).await;
        assert_eq!(again.says(), (200, "Connect your Postbox account".into()), "the session goes on");
    }
}

/// An admin changes the environment's own list.
async fn allow(app: &TestApp, origins: &[&str]) {
    let db = &app.state.services.db;
    let row = environment::list(db).await.unwrap().remove(0);
    let change = ConnectUiChange {
        id: row.id,
        app_name: row.app_name,
        allowed_origins: origins.iter().map(|origin| (*origin).to_owned()).collect(),
        connect_ui_settings: row.connect_ui_settings,
        version: row.version,
        at: NOW,
    };
    db.write(move |tx| Box::pin(async move { environment::update_connect_ui(tx, &change).await }))
        .await
        .unwrap();
}

#[actix_web::test]
async fn an_origin_that_is_taken_from_the_list_is_taken_from_sessions_too() {
    const PARTNER: &str = "https://partner.example";
    let app = ready().await;
    allow(&app, &[PARTNER]).await;
    let origins = json!({ "allowed_origins": [HOST, PARTNER] });
    let narrowed = app.session(&json!({ "tags": {}, "connect_ui": origins })).await;
    let only = json!({ "allowed_origins": [PARTNER] });
    let partners = app.session(&json!({ "tags": {}, "connect_ui": only })).await;
    let mut frame = Visitor::frame(&app);
    let page = frame.hand_over(&narrowed, HOST).await;
    assert_eq!(page.policy("frame-ancestors"), format!("'self' {HOST} {PARTNER}"));
    allow(&app, &[]).await;
    let page = frame.open(frame.at.clone().as_str()).await;
    assert_eq!(page.policy("frame-ancestors"), format!("'self' {HOST}"));
    for token in [&narrowed, &partners] {
        let page = Visitor::frame(&app).hand_over(token, PARTNER).await;
        expect_refusal(&page, PARTNER);
    }
    let page = Visitor::frame(&app).hand_over(&partners, HOST).await;
    expect_refusal(&page, HOST);
}
