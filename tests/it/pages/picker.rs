//! The picker: what may be connected, and nothing else.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{
    app::{TestApp, spawn_app, spawn_apps},
    visitor::Visitor,
};

async fn named(app: &TestApp, key: &str, name: &str) {
    let body = json!({ "provider": "demo-postbox", "unique_key": key, "display_name": name });
    let answer = app.post("/integrations", &body).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

async fn session(app: &TestApp, allowed: Value) -> String {
    let mut body = json!({ "tags": { "end_user_email": "a@acme.example" } });
    if !allowed.is_null() {
        body["allowed_integrations"] = allowed;
    }
    app.session(&body).await
}

#[actix_web::test]
async fn the_allowed_integrations_stand_in_order_and_no_other() {
    for app in spawn_apps().await {
        for (key, name) in [("z", "Zebra"), ("m", "apple"), ("hidden", "Hidden"), ("two words~:x", "Mango")] {
            named(&app, key, name).await;
        }
        let token = session(&app, json!(["z", "m", "two words~:x"])).await;
        let mut tab = Visitor::tab(&app);
        let page = tab.open_link(&token).await;
        assert_eq!(page.says(), (200, "What would you like to connect?".into()));
        assert_eq!(page.texts("a.row [data-name]"), ["apple", "Mango", "Zebra"]);
        assert!(page.text_of(".head").contains("as a@acme.example"));
        assert!(page.texts("input[name=q]").is_empty(), "three need no search");
        for (name, href) in [("apple", 0), ("Mango", 1), ("Zebra", 2)] {
            let picker = tab.at.to_string();
            let form = tab.open(&page.attributes("a.row", "href")[href]).await;
            assert_eq!(form.says(), (200, format!("Connect your {name} account")));
            let back = form.attribute("a.back", "href").expect("a way back");
            assert_eq!(tab.open(&back).await.heading(), "What would you like to connect?");
            assert_eq!(tab.at.as_str(), picker);
        }
        let refused = tab.open("integrations/hidden").await;
        assert_eq!(refused.says(), (404, "There is nothing at this address".into()));
        let refused = tab.submit(&[("credentials.apiKey", "demo-1")]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        assert_eq!(app.get("/connections").await.json(), json!({ "connections": [] }));
    }
}

#[actix_web::test]
async fn the_search_works_on_the_server() {
    let app = spawn_app().await;
    for number in 0..9 {
        named(&app, &format!("key-{number}"), &format!("Service {number}")).await;
    }
    let token = session(&app, json!(null)).await;
    let mut tab = Visitor::tab(&app);
    let all = tab.open_link(&token).await;
    assert_eq!((all.texts("a.row").len(), all.texts("input[name=q]").len()), (9, 1));
    for (query, found, says) in
        [("SERVICE+3", 1, "One service"), ("KEY-7", 1, "One service"), ("+service+", 9, "9 services")]
    {
        let page = tab.open(&format!("?q={query}")).await;
        assert_eq!(page.texts("a.row").len(), found, "{query}");
        assert_eq!(page.text_of("[role=status][data-count]"), says);
    }
    let none = tab.open("?q=%3Cb%3Enone%22").await;
    assert_eq!(none.text_of(".nothing"), "Nothing here is called “<b>none\"”.Show all");
    assert_eq!(none.value("q").as_deref(), Some("<b>none\""));
    assert!(!none.text.contains("<b>none"));
    let all_again = tab.open(&none.attribute(".nothing a", "href").unwrap()).await;
    assert_eq!(all_again.texts("a.row").len(), 9);
    let twice = tab.open("?q=service+1&q=service+2").await;
    assert_eq!(twice.status, StatusCode::OK, "{}", twice.heading());
}

#[actix_web::test]
async fn namesakes_are_told_apart_by_their_keys() {
    let app = spawn_app().await;
    for (key, name) in [("eu", "Postbox"), ("us", "Postbox"), ("other", "Other")] {
        named(&app, key, name).await;
    }
    let token = session(&app, json!(null)).await;
    let page = Visitor::tab(&app).open_link(&token).await;
    assert_eq!(page.texts("a.row .row-text"), ["Other", "Postboxeu", "Postboxus"]);
}

#[actix_web::test]
async fn one_needs_no_picker_and_none_is_told_kindly() {
    let app = spawn_app().await;
    let token = session(&app, json!(null)).await;
    let mut tab = Visitor::tab(&app);
    let empty = tab.open_link(&token).await;
    assert_eq!(empty.says(), (200, "Nothing to connect yet".into()));
    named(&app, "only", "Only").await;
    let here = tab.at.to_string();
    let answer = tab.open(&here).await;
    let form = tab.follow(answer).await;
    assert_eq!(form.says(), (200, "Connect your Only account".into()));

    named(&app, "gone", "Gone").await;
    let token = session(&app, json!(["gone"])).await;
    let form = Visitor::tab(&app).open_link(&token).await;
    assert_eq!(form.says(), (200, "Connect your Gone account".into()));
    assert_eq!(form.attribute("a.back", "href"), None, "there is nothing to go back to");
    app.call(&app.key, Method::DELETE, "/integrations/gone", None).await;
    let late = Visitor::tab(&app).open_link(&token).await;
    assert_eq!(late.says(), (200, "Nothing to connect yet".into()));
    let token = session(&app, json!(["only"])).await;
    let mut tab = Visitor::tab(&app);
    tab.open_link(&token).await;
    app.call(&app.key, Method::DELETE, "/integrations/only", None).await;
    let form = tab.at.to_string();
    let sent = tab.post(&form, &[("credentials.apiKey", "demo-1")]).await;
    let drawn = tab.open(&form).await;
    for answer in [sent, drawn] {
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "../"));
    }
    let nothing = tab.open("../").await;
    assert_eq!(nothing.says(), (200, "Nothing to connect yet".into()));
}

#[actix_web::test]
async fn a_session_that_lost_one_of_its_integrations_goes_on_with_the_others() {
    let app = spawn_app().await;
    for (key, name) in [("a", "Apple"), ("b", "Banana"), ("c", "Cherry"), ("d", "Date")] {
        named(&app, key, name).await;
    }
    let token = session(&app, json!(["a", "b", "c"])).await;
    let mut tab = Visitor::tab(&app);
    tab.open_link(&token).await;
    app.call(&app.key, Method::DELETE, "/integrations/a", None).await;
    app.call(&app.key, Method::DELETE, "/integrations/d", None).await;
    let answer = tab.open("integrations/a").await;
    let rest = tab.follow(answer).await;
    assert_eq!(rest.texts("a.row [data-name]"), ["Banana", "Cherry"]);
    let other = tab.open("integrations/d").await;
    assert_eq!(other.says(), (404, "There is nothing at this address".into()), "the session never named it");
}
