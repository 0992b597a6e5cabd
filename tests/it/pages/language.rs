//! Which language a page speaks, how somebody chooses another one, and what an environment says in its own words.

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{
    app::{Options, spawn_app, spawn_app_with},
    sqlite,
    visitor::Visitor,
};

const HOST: &str = "https://app.acme.example";

#[actix_web::test]
async fn whoever_chooses_a_language_keeps_it_on_the_pages_that_follow() {
    let app = spawn_app().await;
    app.integration("demo-helpdesk", "helpdesk").await;
    app.integration("demo-postbox", "postbox").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let mut tab = Visitor { language: "ar", ..Visitor::tab(&app) };
    let picker = tab.open_link(&token).await;
    assert_eq!(picker.attribute("html", "dir").as_deref(), Some("rtl"));
    assert!(picker.texts(".languages a").contains(&"Deutsch".to_owned()));
    let german = tab.open("?lang=de").await;
    assert_eq!(german.attribute("html", "lang").as_deref(), Some("de"));
    let form = tab.open("integrations/helpdesk").await;
    assert_eq!(form.attribute("html", "lang").as_deref(), Some("de"));
    let garbage = tab.open("helpdesk?lang=%00%F0%9F").await;
    assert_eq!(garbage.attribute("html", "lang").as_deref(), Some("de"));
}

#[actix_web::test]
async fn a_frame_offers_languages_only_where_its_page_named_none() {
    let options = Options { allowed_origins: vec![HOST.into()], ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    app.integration("demo-helpdesk", "helpdesk").await;
    for (lang, offers) in [(None, true), (Some("de"), false)] {
        let token = app.session(&json!({ "tags": {} })).await;
        let mut frame = Visitor::frame(&app);
        let mut fields = vec![("session_token", token.as_str()), ("parent_origin", HOST)];
        fields.extend(lang.map(|lang| ("lang", lang)));
        let answer = frame.post("/ui", &fields).await;
        let form = frame.follow(answer).await;
        assert_eq!(form.status, StatusCode::OK, "{}", form.text);
        assert_eq!(!form.texts(".languages").is_empty(), offers, "{lang:?}");
    }
}

#[actix_web::test]
async fn english_texts_of_definitions_are_marked_on_pages_in_other_languages() {
    let app = spawn_app().await;
    app.integration("demo-helpdesk", "helpdesk").await;
    let token = app.session(&json!({ "tags": {} })).await;
    let form = Visitor { language: "ja", ..Visitor::tab(&app) }.open_link(&token).await;
    assert_eq!(form.attribute("html", "lang").as_deref(), Some("ja"));
    assert!(!form.texts("label span[lang=en][dir=ltr], .hint span[lang=en][dir=ltr]").is_empty());
    let english = Visitor::tab(&app).open_link(&app.session(&json!({ "tags": {} })).await).await;
    assert!(english.texts("label span[lang], .hint span[lang]").is_empty());
}

#[actix_web::test]
async fn an_environments_own_words_stand_on_its_pages_and_markup_stays_text() {
    let app = spawn_app().await;
    app.integration("demo-helpdesk", "helpdesk").await;
    let path = "/api/v1/wording?env=dev";
    let own = json!({ "texts": { "en": { "form-title": "<b>{ $service }</b> for us" } }, "version": "0" });
    let stored = app.call(&app.key, Method::PUT, path, Some(&own)).await;
    assert_eq!(stored.status, StatusCode::OK, "{}", stored.text);
    let open = async |language| {
        let token = app.session(&json!({ "tags": {} })).await;
        Visitor { language, ..Visitor::tab(&app) }.open_link(&token).await.heading()
    };
    assert_eq!(open("en").await, "<b>Helpdesk</b> for us");
    assert_ne!(open("de").await, "<b>Helpdesk</b> for us");
    let stale = app.call(&app.key, Method::PUT, path, Some(&own)).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    for wrong in [
        json!({ "en": { "form-title": "{ $app }" } }),
        json!({ "en": { "no-such-text": "x" } }),
        json!({ "tlh": { "form-title": "x" } }),
        json!({ "en": { "form-title": "{ $service" } }),
    ] {
        let body = json!({ "texts": wrong, "version": "1" });
        let refused = app.call(&app.key, Method::PUT, path, Some(&body)).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{body}");
    }
    let reset = app.call(&app.key, Method::PUT, path, Some(&json!({ "texts": {}, "version": "1" }))).await;
    assert_eq!(reset.status, StatusCode::OK);
    assert_ne!(open("en").await, "<b>Helpdesk</b> for us");
}
