//! Links that a backend makes: the rules are those of admin's page.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{
    app::{Options, TestApp, spawn_app_with, spawn_apps},
    smtp::Sink,
    sqlite,
    visitor::Visitor,
};

async fn make(app: &TestApp, body: &Value) -> Value {
    let made = app.post("/connect-links", body).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    made.json()["data"].clone()
}

fn path_of(link: &Value) -> String {
    let url = link["url"].as_str().expect("an address");
    url[url.find("/l/").expect("its path")..].to_owned()
}

fn person() -> Value {
    json!({ "id": "u-1", "email": "alice@acme.test" })
}

#[actix_web::test]
async fn a_link_is_made_opened_used_up_and_listed_without_its_address() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let link = make(&app, &json!({ "end_user": person(), "allowed_integrations": ["it"] })).await;
        assert_eq!(
            (&link["state"], &link["once"], &link["verify"]),
            (&json!("open"), &json!(true), &json!("none"))
        );
        let mut tab = Visitor::tab(&app);
        let answer = tab.open(&path_of(&link)).await;
        let form = tab.follow(answer).await;
        assert!(form.text_of(".who").ends_with("as alice@acme.test."), "who it is for is always said");
        let answer = tab.submit(&[("params.subdomain", "acme"), ("credentials.apiKey", "wrong")]).await;
        assert_eq!(
            tab.follow(answer).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "a failure ends nothing"
        );
        let answer = tab.submit(&[("params.subdomain", "acme"), ("credentials.apiKey", "demo-1")]).await;
        assert_eq!(tab.follow(answer).await.says(), (200, "Helpdesk is connected".into()));
        let list = app.get("/connect-links").await;
        let listed = &list.json()["data"][0];
        assert_eq!(
            (&listed["id"], &listed["state"], &listed["opens"]),
            (&link["id"], &json!("used"), &json!(1))
        );
        let token = path_of(&link)[3..].to_owned();
        assert!(!list.text.contains(&token), "the address is told once");
        let mut late = Visitor::tab(&app);
        assert_ne!(late.open(&path_of(&link)).await.status, StatusCode::SEE_OTHER, "it had its one success");
    }
}

#[actix_web::test]
async fn a_link_ends_with_its_time_and_when_it_is_revoked() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let body = json!({ "end_user": person(), "expires_in_hours": 1, "once": false });
        let (short, revoked) = (make(&app, &body).await, make(&app, &body).await);
        let path = format!("/connect-links/{}", revoked["id"].as_str().unwrap());
        let (_, stranger) = app.environment("prod", &["environment:*"]).await;
        assert_eq!(
            app.call(&stranger, Method::DELETE, &path, None).await.refusal(),
            (404, "not_found".into())
        );
        for _ in 0..2 {
            let done = app.call(&app.key, Method::DELETE, &path, None).await;
            assert_eq!(done.json(), json!({ "success": true }), "also the second time");
        }
        app.clock.advance_millis(61 * 60_000);
        for link in [&short, &revoked] {
            let answer = Visitor::tab(&app).open(&path_of(link)).await;
            assert_ne!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        }
        let list = app.get("/connect-links").await.json();
        let state = |link: &Value| {
            let all = list["data"].as_array().unwrap();
            all.iter().find(|one| one["id"] == link["id"]).unwrap()["state"].clone()
        };
        assert_eq!((state(&short), state(&revoked)), (json!("expired"), json!("revoked")));
    }
}

#[actix_web::test]
async fn what_admin_would_refuse_is_refused() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        for (body, path) in [
            (json!({}), json!(["end_user"])),
            (json!({ "end_user": { "id": "" } }), json!(["end_user", "id"])),
            (json!({ "end_user": { "id": "u", "email": "nobody" } }), json!(["end_user", "email"])),
            (json!({ "end_user": person(), "expires_in_hours": 721 }), json!(["expires_in_hours"])),
            (json!({ "end_user": person(), "expires_in_hours": 0 }), json!(["expires_in_hours"])),
            (
                json!({ "end_user": person(), "allowed_integrations": ["nothing"] }),
                json!(["allowed_integrations", "0"]),
            ),
            (json!({ "end_user": person(), "verify": "app" }), json!(["verify"])),
            (json!({ "end_user": person(), "verify": "email_code" }), json!(["verify"])),
            (json!({ "end_user": person(), "url": "x" }), json!([])),
        ] {
            let refused = app.post("/connect-links", &body).await;
            assert_eq!(refused.refusal(), (400, "invalid_body".into()), "{body}");
            assert_eq!(refused.json()["error"]["errors"][0]["path"], path, "{body}: {}", refused.text);
        }
        let (_, reader) = app.environment("prod", &["environment:connections:list"]).await;
        for method in [Method::GET, Method::POST] {
            let refused = app.call(&reader, method, "/connect-links", None).await;
            assert_eq!(refused.refusal(), (403, "forbidden".into()));
        }
    }
}

#[actix_web::test]
async fn a_link_can_ask_for_a_code() {
    let smtp = Sink::start().await;
    let app = spawn_app_with(sqlite(), Options { mail: Some(smtp.mailer()), ..Options::default() }).await;
    app.integration("demo-helpdesk", "it").await;
    let nobody = json!({ "end_user": { "id": "u" }, "verify": "email_code" });
    let refused = app.post("/connect-links", &nobody).await;
    assert_eq!(refused.json()["error"]["errors"][0]["path"], json!(["end_user", "email"]));
    let link = make(&app, &json!({ "end_user": person(), "verify": "email_code" })).await;
    let mut tab = Visitor::tab(&app);
    let answer = tab.open(&path_of(&link)).await;
    let page = tab.follow(answer).await;
    assert!(!page.text.contains("credentials.apiKey"), "no form before the code: {}", page.text);
    assert!(page.text.contains("verify"), "{}", page.text);
}
