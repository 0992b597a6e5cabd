//! Environments in admin: the address says which one a page is about.

use scraper::{Html, Selector};
use serde_json::json;

use super::browser::Browser;
use crate::support::app::Answer;

fn links(answer: &Answer) -> Vec<String> {
    let page = Html::parse_document(&answer.text);
    let all = Selector::parse("main [href], main [action], nav [href]").unwrap();
    let of = |name| page.select(&all).filter_map(move |element| element.attr(name)).collect::<Vec<_>>();
    [of("href"), of("action")].concat().into_iter().map(str::to_owned).collect()
}

fn value_of(answer: &Answer, selector: &str) -> String {
    let page = Html::parse_document(&answer.text);
    let element = page.select(&Selector::parse(selector).unwrap()).next();
    element.and_then(|element| element.attr("value")).unwrap_or_default().to_owned()
}

/// Makes an environment; answers where its pages begin, and its first key.
pub async fn make(browser: &mut Browser, name: &str) -> (String, String) {
    let made = browser.post("/admin/environments", &[("name", name)]).await;
    assert_eq!(made.status, 200, "{}", made.text);
    let base = links(&made).into_iter().find_map(|link| Some(link.strip_suffix("/api-keys")?.to_owned()));
    (base.unwrap(), value_of(&made, "#api-key"))
}

#[actix_web::test]
async fn every_page_stays_in_the_environment_of_its_address() {
    let mut browser = Browser::signed_in().await;
    let (base, _) = make(&mut browser, "prod").await;
    assert!(base.starts_with("/admin/in/"), "{base}");
    let pages = [
        "/integrations",
        "/catalogue",
        "/catalogue/github",
        "/connections",
        "/connect-links",
        "/environment/connect-ui",
        "/environment/webhooks",
        "/environment/variables",
        "/api-keys",
        "/audit",
        "/account",
        "/nothing-here",
    ];
    for page in pages {
        let shown = browser.get(&format!("{base}{page}")).await;
        assert!(shown.status == 200 || page == "/nothing-here", "{page}: {}", shown.status);
        let astray = links(&shown);
        let astray: Vec<_> =
            astray.iter().filter(|link| link.starts_with("/admin") && !link.starts_with(&base)).collect();
        assert!(astray.is_empty(), "{page} leads out of its environment: {astray:?}");
    }
    let home = browser.get(&base).await;
    assert_eq!(home.header("location"), format!("{base}/integrations"));
}

#[actix_web::test]
async fn what_is_made_in_one_environment_is_not_in_the_other() {
    let mut browser = Browser::signed_in().await;
    let (base, key) = make(&mut browser, "prod").await;
    let set = browser
        .post(
            &format!("{base}/environment/variables"),
            &[("name", "BASE_URL"), ("value", "https://x.example")],
        )
        .await;
    assert_eq!(set.header("location"), format!("{base}/environment/variables?done=set"));
    let there = browser.app.call(&key, reqwest::Method::GET, "/environment-variables", None).await;
    assert_eq!(there.json(), json!([{ "name": "BASE_URL", "value": "https://x.example" }]));
    assert_eq!(browser.app.get("/environment-variables").await.json(), json!([]));
    let shown = browser.get(&format!("{base}/environment/variables")).await;
    assert!(shown.text.contains("BASE_URL") && !shown.text.contains("x.example"));
    let delete = links(&shown).into_iter().find(|link| link.ends_with("/delete")).unwrap();
    // The same row under the first environment's address is not there.
    let elsewhere = delete.replace(&base, "/admin");
    assert_eq!(browser.get(&elsewhere).await.status, 404);
    assert_eq!(browser.post(&elsewhere, &[]).await.status, 404);
    assert_eq!(browser.post(&delete, &[]).await.status, 303);
    let there = browser.app.call(&key, reqwest::Method::GET, "/environment-variables", None).await;
    assert_eq!(there.json(), json!([]));
}

#[actix_web::test]
async fn an_environment_is_named_and_ended() {
    let mut browser = Browser::signed_in().await;
    let (base, key) = make(&mut browser, "prod").await;
    for (name, says) in [("prod", "Another environment"), ("Not Plain", "small letters")] {
        let refused = browser.post("/admin/environments", &[("name", name)]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains(says), "{name}");
    }
    let id = base.trim_start_matches("/admin/in/");
    let page = format!("/admin/environments/{id}");
    assert_eq!(browser.post(&page, &[("name", "dev")]).await.status, 422);
    assert_eq!(browser.post(&page, &[("name", "live")]).await.status, 303);
    assert!(browser.get("/admin/environments").await.text.contains("live"));

    let inside = format!("{base}/environments/{id}/delete");
    assert_eq!(browser.get(&inside).await.status, 200);
    let gone = browser.post(&inside, &[]).await;
    assert_eq!(gone.status, 303, "{}", gone.text);
    assert_eq!(browser.get(&format!("{base}/integrations")).await.status, 404);
    let refused = browser.app.call(&key, reqwest::Method::GET, "/integrations", None).await;
    assert_eq!(refused.refusal(), (401, "unknown_account".into()));
    // The first one stays, and a name is free again.
    let list = browser.get("/admin/environments").await;
    let first = links(&list).into_iter().find_map(|link| {
        let id = link.strip_prefix("/admin/environments/")?;
        Some(id.to_owned())
    });
    let refused = browser.post(&format!("/admin/environments/{}/delete", first.unwrap()), &[]).await;
    assert_eq!(refused.status, 422);
    make(&mut browser, "live").await;
}

#[actix_web::test]
async fn with_connections_an_environment_stays() {
    let mut browser = Browser::signed_in().await;
    let (base, key) = make(&mut browser, "prod").await;
    let app = &browser.app;
    let body = json!({ "provider": "demo-postbox", "unique_key": "it" });
    assert_eq!(app.call(&key, reqwest::Method::POST, "/integrations", Some(&body)).await.status, 200);
    let body = json!({ "tags": {} });
    let made = app.call(&key, reqwest::Method::POST, "/connect/sessions", Some(&body)).await.json();
    let token = made["data"]["token"].as_str().unwrap();
    let path = format!("/api-auth/api-key/it?connect_session_token={token}");
    let connected = app.submit(&path, &json!({ "apiKey": "demo-1" })).await;
    assert_eq!(connected.status, 200, "{}", connected.text);
    let id = base.trim_start_matches("/admin/in/");
    let refused = browser.post(&format!("/admin/environments/{id}/delete"), &[]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(browser.get(&format!("{base}/connections")).await.status, 200);
}

#[actix_web::test]
async fn signing_in_leads_back_into_the_environment() {
    let mut browser = Browser::signed_in().await;
    let (base, _) = make(&mut browser, "prod").await;
    browser.cookie.clear();
    let asked = browser.get(&format!("{base}/audit")).await;
    let escaped: String = url::form_urlencoded::byte_serialize(format!("{base}/audit").as_bytes()).collect();
    let location = asked.header("location").replace("%2D", "-").replace("%5F", "_");
    assert!(location.ends_with(&format!("return={escaped}")), "{location}");
}

#[actix_web::test]
async fn an_environment_has_fifty_keys_at_most() {
    let mut browser = Browser::signed_in().await;
    let (base, _) = make(&mut browser, "prod").await;
    let path = format!("{base}/api-keys");
    for number in 1..50 {
        let name = format!("key {number}");
        let made = browser.post(&path, &[("name", &name), ("scope", "environment:connections:read")]).await;
        assert_eq!(made.status, 200, "{number}");
    }
    let refused = browser.post(&path, &[("name", "one more"), ("scope", "environment:proxy")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("50 keys at most"));
}
