//! The Connect UI settings page.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::browser::Browser;

const PATH: &str = "/admin/environment/connect-ui";

async fn stored(browser: &Browser) -> Value {
    browser.app.get("/api/v1/connect-ui-settings?env=dev").await.json()["data"].clone()
}

#[actix_web::test]
async fn settings_are_stored_in_the_protocols_shape() {
    let mut browser = Browser::signed_in().await;
    let form = [
        ("version", "1"),
        ("default_theme", "dark"),
        ("light", "rebeccapurple"),
        ("dark", "#ffcc00"),
        ("app_name", " Acme "),
        ("allowed_origins", "https://app.acme.com\r\n\r\nhttp://localhost:*\r\nhttps://app.acme.com/"),
    ];
    let answer = browser.post(PATH, &form).await;
    assert_eq!(answer.header("location"), "/admin/environment/connect-ui?done=saved", "{}", answer.text);
    assert_eq!(
        stored(&browser).await,
        json!({ "theme": { "light": { "primary": "rebeccapurple" }, "dark": { "primary": "#ffcc00" } },
            "defaultTheme": "dark", "showWatermark": false })
    );
    let page = browser.get("/admin/environment/connect-ui?done=saved").await;
    assert!(page.text.contains("Saved."));
    assert!(page.text.contains("https://app.acme.com\nhttp://localhost:*</textarea>"), "{}", page.text);
    let audit = browser.get("/admin/audit").await.text;
    for part in
        ["connect_ui.update", "default theme, light colour, dark colour, badge, app name, allowed origins"]
    {
        assert!(audit.contains(part), "{part}");
    }
    assert!(!audit.contains("rebeccapurple"), "values are not noted");
}

#[actix_web::test]
async fn bad_values_are_named_at_their_fields_and_the_rest_is_kept() {
    let mut browser = Browser::signed_in().await;
    let before = stored(&browser).await;
    let form = [
        ("version", "1"),
        ("default_theme", "dark"),
        ("light", "url(x)"),
        ("dark", "transparent"),
        ("app_name", "Kept & shown"),
        ("allowed_origins", "https://app.acme.com\nhttps://acme.com/path"),
    ];
    let answer = browser.post(PATH, &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("<title>Error: Connect UI"));
    for text in [
        "This is not a CSS colour",
        "Enter it without transparency",
        "Line 2: enter an origin",
        "value=\"url(x)\"",
        "Kept &#38; shown",
        "https://acme.com/path</textarea>",
        "href=\"#allowed-origins\"",
    ] {
        assert!(answer.text.contains(text), "{text}: {}", answer.text);
    }
    assert_eq!(stored(&browser).await, before);
    assert!(!browser.get("/admin/audit").await.text.contains("connect_ui.update"));
}

#[actix_web::test]
async fn who_comes_second_is_told_and_loses_nothing() {
    let mut browser = Browser::signed_in().await;
    let form = |light, version| {
        [
            ("version", version),
            ("default_theme", "system"),
            ("light", light),
            ("dark", "teal"),
            ("show_watermark", "on"),
        ]
    };
    assert_eq!(browser.post(PATH, &form("#111111", "1")).await.status, StatusCode::SEE_OTHER);
    let second = browser.post(PATH, &form("#222222", "1")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text.contains("Somebody else saved these settings meanwhile"));
    assert!(second.text.contains("Stored light colour: <strong>#111111</strong>"), "{}", second.text);
    assert!(
        second.text.contains("value=\"#222222\"") && second.text.contains("name=\"version\" value=\"2\"")
    );
    assert_eq!(stored(&browser).await["theme"]["light"]["primary"], "#111111");
    assert_eq!(browser.post(PATH, &form("#222222", "2")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(stored(&browser).await["theme"]["light"]["primary"], "#222222");
}

#[actix_web::test]
async fn a_draft_is_judged_colour_by_colour() {
    let mut browser = Browser::signed_in().await;
    let proof = browser.get(&format!("{PATH}/proof?light=%2300B2E3&dark=currentColor")).await.json();
    assert_eq!(proof["light"]["shown"], "#00b2e3");
    assert_eq!(proof["light"]["lines"].as_array().unwrap().len(), 4);
    assert_eq!(proof["light"]["lines"][0]["text"], "Text on your colour is dark; white would not read");
    assert!(proof["dark"]["problem"].as_str().unwrap().contains("depends on where it is used"));
    assert_eq!(proof["dark"]["lines"], json!([]));
}

#[actix_web::test]
async fn the_json_door_takes_the_admins_cookie_from_our_own_pages_only() {
    let browser = Browser::signed_in().await;
    let path = "/api/v1/connect-ui-settings?env=dev";
    let settings = json!({ "theme": { "light": { "primary": "navy" }, "dark": { "primary": "teal" } },
        "defaultTheme": "light", "showWatermark": true });
    let cookie = browser.cookie.as_str();
    let put = async |cookie, site| {
        let headers = [("cookie", cookie), ("sec-fetch-site", site), ("content-type", "application/json")];
        browser.app.send(reqwest::Method::PUT, path, &headers, Some(settings.to_string())).await
    };
    assert_eq!(put("", "same-origin").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(put(cookie, "cross-site").await.status, StatusCode::FORBIDDEN);
    assert_eq!(put(cookie, "same-origin").await.json(), json!({ "data": settings }));
    assert_eq!(stored(&browser).await, settings);
}
