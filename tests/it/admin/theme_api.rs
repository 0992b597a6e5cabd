//! Themes through the API: an environment's by its key, the instance's by the account key or an owner; files, history.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::{browser::Browser, people::join};
use crate::support::app::{ACCOUNT_KEY, Answer, TestApp};
use connect_ui::admin::Role;

const SVG: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path fill='#123' d='M0 0h24v24H0z'/></svg>";

fn version(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.json()["data"]["version"].as_str().unwrap().to_owned()
}

async fn call(app: &TestApp, key: &str, method: Method, path: &str, body: &Value) -> Answer {
    app.call(key, method, path, Some(body)).await
}

/// Drafts and publishes; answers the version after.
async fn publish(app: &TestApp, key: &str, base: &str, query: &str, theme: &Value) -> String {
    let stale = version(&app.call(key, Method::GET, &format!("{base}{query}"), None).await);
    let draft = json!({ "theme": theme, "version": stale });
    let drafted = call(app, key, Method::PUT, &format!("{base}/draft{query}"), &draft).await;
    let wish = json!({ "version": version(&drafted) });
    version(&call(app, key, Method::POST, &format!("{base}/publish{query}"), &wish).await)
}

async fn worn(app: &TestApp, path: &str) -> Value {
    let theme = app.get("/api/v1/theme?env=dev").await.json();
    theme["data"]["worn"].as_array().unwrap().iter().find(|one| one["path"] == path).unwrap().clone()
}

#[actix_web::test]
async fn the_instance_is_the_operators_and_the_owners() {
    let mut owner = Browser::signed_in().await;
    let base = "/api/v1/instance/theme";
    publish(&owner.app, ACCOUNT_KEY, base, "", &json!({ "width": 500, "contrast": "AAA" })).await;
    assert_eq!(
        worn(&owner.app, "width").await,
        json!({ "path": "width", "value": "500", "from": "instance" })
    );
    let by_key = owner.app.call(&owner.app.key, Method::GET, base, None).await;
    assert_eq!(by_key.status, StatusCode::FORBIDDEN, "an environment's key sees no instance");
    let editor = join(&mut owner, Role::Editor).await.cookie.borrow().clone();
    let cookies =
        [("", StatusCode::UNAUTHORIZED), (&editor, StatusCode::FORBIDDEN), (&owner.cookie, StatusCode::OK)];
    for (cookie, wanted) in cookies {
        let answer = owner.app.send(Method::GET, base, &[("cookie", cookie)], None).await;
        assert_eq!(answer.status, wanted, "{}", answer.text);
    }
    let stale = version(&owner.app.send(Method::GET, base, &[("cookie", &owner.cookie)], None).await);
    let draft = json!({ "theme": { "width": 600 }, "version": stale }).to_string();
    for (cookie, site, wanted) in [
        (&owner.cookie, "cross-site", StatusCode::FORBIDDEN),
        (&editor, "same-origin", StatusCode::FORBIDDEN),
        (&owner.cookie, "same-origin", StatusCode::OK),
        (&owner.cookie, "same-origin", StatusCode::CONFLICT),
    ] {
        let headers =
            [("cookie", cookie.as_str()), ("sec-fetch-site", site), ("content-type", "application/json")];
        let answer =
            owner.app.send(Method::PUT, &format!("{base}/draft"), &headers, Some(draft.clone())).await;
        assert_eq!(answer.status, wanted, "{}", answer.text);
    }
    let audit = owner.get("/admin/audit").await.text;
    assert!(audit.contains("account key"), "{audit}");
}

#[actix_web::test]
async fn a_named_theme_has_a_history_and_can_be_rolled_back_and_removed() {
    let browser = Browser::signed_in().await;
    let (app, base, query) = (&browser.app, "/api/v1/theme", "?env=dev&theme=acme");
    let key = app.key.as_str();
    publish(app, key, base, query, &json!({ "radius": 2 })).await;
    let now = publish(app, key, base, query, &json!({ "radius": 9, "accent": { "dark": "gold" } })).await;
    let history = app.get(&format!("{base}/history{query}")).await.json();
    assert_eq!(history["data"][0]["revision"], 2);
    assert_eq!(
        history["data"][0]["changes"],
        json!([
            { "path": "accent.dark", "before": null, "after": "gold" },
            { "path": "radius", "before": "2", "after": "9" },
        ])
    );
    let back = |revision: i64, version: &str| json!({ "revision": revision, "version": version });
    let path = format!("{base}/rollback{query}");
    let nothing = call(app, key, Method::POST, &path, &back(7, &now)).await;
    assert_eq!(nothing.refusal(), (404, "unknown_theme_revision".into()));
    assert_eq!(call(app, key, Method::POST, &path, &back(1, "1.0")).await.refusal().0, 409);
    let done = call(app, key, Method::POST, &path, &back(1, &now)).await;
    let now = version(&done);
    assert_eq!(app.get(&format!("{base}{query}")).await.json()["data"]["published"], json!({ "radius": 2 }));
    assert_eq!(app.get("/api/v1/themes?env=dev").await.json(), json!({ "data": ["acme"] }));

    // A draft comes and goes.
    let draft = json!({ "theme": { "radius": 5 }, "version": now });
    let now = version(&call(app, key, Method::PUT, &format!("{base}/draft{query}"), &draft).await);
    let gone = json!({ "version": now });
    let now = version(&call(app, key, Method::DELETE, &format!("{base}/draft{query}"), &gone).await);
    let own = call(app, key, Method::DELETE, "/api/v1/theme?env=dev", &json!({ "version": now })).await;
    assert_eq!(own.refusal(), (404, "unknown_theme".into()), "what all pages wear stays");
    let path = format!("{base}{query}");
    assert_eq!(call(app, key, Method::DELETE, &path, &gone).await.refusal().0, 409);
    assert_eq!(
        call(app, key, Method::DELETE, &path, &json!({ "version": now })).await.status,
        StatusCode::OK
    );
    assert_eq!(app.get("/api/v1/themes?env=dev").await.json(), json!({ "data": [] }));
}

#[actix_web::test]
async fn a_file_is_uploaded_named_and_worn_and_a_lie_is_refused() {
    let browser = Browser::signed_in().await;
    let (app, path) = (&browser.app, "/api/v1/theme/files?env=dev");
    let send = async |purpose: &str, bytes: &[u8]| {
        let body = json!({ "purpose": purpose, "content": STANDARD.encode(bytes) });
        call(app, &app.key, Method::POST, path, &body).await
    };
    let made = send("logo", SVG.as_bytes()).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let name = made.json()["data"]["name"].as_str().unwrap().to_owned();
    let served = app.send(Method::GET, &format!("/theme-files/{name}"), &[], None).await;
    assert_eq!(served.header("content-type"), "image/svg+xml");
    publish(
        app,
        &app.key,
        "/api/v1/theme",
        "?env=dev",
        &json!({ "logo": { "light": name }, "favicon": name }),
    )
    .await;
    assert_eq!(worn(app, "favicon").await["value"], name.as_str());

    let script = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".as_slice();
    let gif = b"GIF89a/*<script>*/".as_slice();
    for (purpose, bytes, words) in [
        ("logo", script, "script element"),
        ("logo", gif, "no PNG, WebP or SVG"),
        ("favicon", gif, "no PNG or SVG"),
        ("font", SVG.as_bytes(), "no WOFF2"),
        ("favicon", &vec![b' '; 70_000], "more than 64 KB"),
        ("font", &vec![0; 300_000], "more than 256 KB"),
    ] {
        let answer = send(purpose, bytes).await;
        assert_eq!(answer.refusal(), (422, "file_refused".into()), "{words}");
        assert!(answer.text.contains(words), "{words}: {}", answer.text);
    }
    assert_eq!(send("font", &vec![0; 1024 * 1024]).await.refusal(), (400, "invalid_body".into()));
    let no_base64 = json!({ "purpose": "logo", "content": "<svg>" });
    assert_eq!(call(app, &app.key, Method::POST, path, &no_base64).await.refusal().0, 422);
    let stale = version(&app.get("/api/v1/theme?env=dev").await);
    let dangling = json!({ "theme": { "favicon": "0".repeat(64) }, "version": stale });
    let refused = call(app, &app.key, Method::PUT, "/api/v1/theme/draft?env=dev", &dangling).await;
    assert_eq!(refused.refusal(), (400, "invalid_body".into()));
    assert!(refused.text.contains("Nobody has uploaded"), "{}", refused.text);
    let wrong = json!({ "theme": { "danger": { "light": "url(x)" }, "css": "</style>" }, "version": stale });
    let refused = call(app, &app.key, Method::PUT, "/api/v1/theme/draft?env=dev", &wrong).await;
    assert!(
        refused.text.contains("not a CSS colour") && refused.text.contains("no such key"),
        "{}",
        refused.text
    );
}
