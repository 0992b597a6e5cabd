//! The hosted link: a page of its own, bound to the browser that opened it.

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{
    app::{Options, spawn_app, spawn_app_with, spawn_apps},
    sqlite,
    visitor::Visitor,
};

const FORM: &str = "Connect your Postbox account";

#[actix_web::test]
async fn a_link_leads_to_a_form_and_becomes_a_connection() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "postbox").await;
        let token = app.session(&json!({ "tags": { "end_user_email": "a@acme.example" } })).await;
        let mut tab = Visitor::tab(&app);
        let form = tab.open_link(&token).await;
        assert_eq!(form.says(), (200, FORM.into()));
        let answer = tab.submit(&[("credentials.apiKey", "demo-1")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let done = tab.follow(answer).await;
        assert_eq!(done.says(), (200, "Postbox is connected".into()));
        let list = app.get("/connections").await.json();
        let id = list["connections"][0]["connection_id"].as_str().unwrap();
        assert_eq!(done.attribute("body", "data-event").as_deref(), Some("connect"));
        assert_eq!(done.attribute("body", "data-connection-id").as_deref(), Some(id));
        assert_eq!(done.attribute("body", "data-provider-config-key").as_deref(), Some("postbox"));
        assert_eq!(done.attribute("body", "data-is-pending").as_deref(), Some("false"));
        assert!(!done.text.contains("demo-1"));
        let address = tab.at.to_string();
        assert_eq!(tab.open(&address).await.says(), done.says(), "done can be loaded again");
        assert_eq!(app.get("/connections").await.json(), list, "and makes no second connection");
    }
}

#[actix_web::test]
async fn the_token_leaves_the_address_and_is_not_used_up() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "postbox").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut addresses = Vec::new();
    for _ in 0..2 {
        let mut tab = Visitor::tab(&app);
        let answer = tab.open(&format!("/?session_token={token}&theme=dark&lang=de")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(!answer.header("location").contains("session_token"), "{}", answer.header("location"));
        let page = tab.follow(answer).await;
        assert_eq!(page.says(), (200, "Ihr Konto bei Postbox verbinden".into()));
        assert_eq!(page.attribute("html", "data-mode").as_deref(), Some("dark"));
        assert!(!page.text.contains(&token[30..]), "the token stands in the page");
        addresses.push(tab.at.to_string());
    }
    assert_ne!(addresses[0], addresses[1], "each opening has an address of its own");
    assert_eq!(app.call(&token, Method::GET, "/connect/session", None).await.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_link_checker_sees_that_the_link_works() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "postbox").await;
    let token = app.session(&json!({ "tags": {} })).await;
    for (path, status) in [(format!("/?session_token={token}"), 303), ("/?session_token=x".into(), 410)] {
        let answer = app.send(Method::HEAD, &path, &[], None).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (status, ""));
    }
    assert_eq!(Visitor::tab(&app).open_link(&token).await.says(), (200, FORM.into()));
}

#[actix_web::test]
async fn the_cookie_is_first_party_and_closed_to_scripts() {
    for (public_url, name, secure) in
        [(None, "tab=", false), (Some("https://connect.acme.example"), "__Host-tab=", true)]
    {
        let app = spawn_app_with(sqlite(), Options { public_url, ..Options::default() }).await;
        app.integration("demo-postbox", "postbox").await;
        let token = app.session(&json!({ "tags": {} })).await;
        let mut tab = Visitor::tab(&app);
        let answer = tab.open(&format!("/?session_token={token}")).await;
        let cookie = answer.header("set-cookie").to_owned();
        let mut attributes: Vec<&str> = cookie.split("; ").skip(1).collect();
        attributes.sort_unstable();
        let mut wanted = vec!["HttpOnly", "Path=/", "SameSite=Lax"];
        wanted.extend(secure.then_some("Secure"));
        assert!(cookie.starts_with(name), "{cookie}");
        assert_eq!(attributes, wanted);
        assert!(answer.header("location").starts_with("/ui/"), "an address on the same origin");
        assert_eq!(tab.follow(answer).await.says(), (200, FORM.into()));
    }
}

#[actix_web::test]
async fn the_page_belongs_to_the_browser_that_opened_the_link() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "postbox").await;
    let token = app.session(&json!({ "tags": { "end_user_email": "a@acme.example" } })).await;
    let mut tab = Visitor::tab(&app);
    tab.open_link(&token).await;
    let other_token = app.session(&json!({ "tags": {} })).await;
    let mut other = Visitor::tab(&app);
    other.open_link(&other_token).await;
    for cookie in [String::new(), "tab=guess".into(), other.cookie.clone()] {
        let mut thief = Visitor::tab(&app);
        thief.cookie = cookie;
        let refused = thief.open(tab.at.as_str()).await;
        assert_eq!(refused.says(), (403, "This page is open somewhere else".into()));
        assert!(!refused.text.contains("a@acme.example"));
        let refused = thief.submit(&[("credentials.apiKey", "demo-1")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));

    // One browser keeps one cookie, so that several links go on side by side.
    let first = tab.at.to_string();
    tab.open_link(&other_token).await;
    assert_eq!(tab.open(&first).await.says(), (200, FORM.into()));
}

#[actix_web::test]
async fn the_capability_never_stands_in_a_page() {
    let app = spawn_app().await;
    for key in ["postbox", "postbox-2"] {
        app.integration("demo-postbox", key).await;
    }
    let token = app.session(&json!({ "tags": {} })).await;
    let mut tab = Visitor::tab(&app);
    let picker = tab.open_link(&token).await;
    let capability = tab.at.path().split('/').nth(2).unwrap().to_owned();
    assert!(capability.len() >= 43, "256 bits");
    let form = tab.open("integrations/postbox").await;
    let wrong = tab.submit(&[]).await;
    let refused = tab.submit(&[("credentials.apiKey", "x")]).await;
    let answer = tab.submit(&[("credentials.apiKey", "demo-1")]).await;
    let done = tab.follow(answer).await;
    let missing = tab.open("../nothing").await;
    app.clock.advance_millis(31 * 60 * 1000);
    let expired = tab.open(&format!("/ui/{capability}/")).await;
    let statuses: Vec<u16> = [&picker, &form, &wrong, &refused, &done, &missing, &expired]
        .iter()
        .map(|page| {
            assert!(!page.text.contains(&capability), "the capability stands in: {}", page.text);
            page.status.as_u16()
        })
        .collect();
    assert_eq!(statuses, [200, 200, 422, 422, 200, 404, 410]);
}

#[actix_web::test]
async fn a_link_that_leads_nowhere_says_what_to_do() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "postbox").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut tab = Visitor::tab(&app);
    let garbled = &token[..token.len() - 1];
    let unknown = format!("nango_connect_session_{}", "0".repeat(64));
    for token in [garbled, &unknown, "<script>alert(1)</script>"] {
        let page = tab.open(&format!("/?session_token={token}")).await;
        assert_eq!(page.says(), (410, "This page’s time has ended".into()), "{token}");
        assert!(tab.cookie.is_empty() && !page.text.contains("<script>alert"));
    }
    app.call(&token, Method::DELETE, "/connect/session", None).await;
    let ended = tab.open(&format!("/?session_token={token}")).await;
    assert_eq!(ended.says(), (410, "This page is no longer in use".into()));
    let bare = tab.open("/").await;
    assert_eq!(bare.says(), (200, "This address opens from inside an app".into()));
}

#[actix_web::test]
async fn a_session_that_is_ended_ends_its_pages() {
    let app = spawn_app().await;
    app.integration("demo-postbox", "postbox").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut tab = Visitor::tab(&app);
    tab.open_link(&token).await;
    app.call(&token, Method::DELETE, "/connect/session", None).await;
    let answer = tab.submit(&[("credentials.apiKey", "demo-1")]).await;
    assert_eq!(answer.says(), (410, "This page is no longer in use".into()));
    assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
}
