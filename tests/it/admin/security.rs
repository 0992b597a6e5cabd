//! How well the doors are closed, and what a host page's policy must say.

use reqwest::StatusCode;

use super::browser::Browser;
use crate::oauth::database::Rows;

#[actix_web::test]
async fn each_check_says_its_result_why_it_matters_and_what_to_do() {
    let mut browser = Browser::signed_in().await;
    let page = browser.get("/admin/security").await;
    assert_eq!(page.status, StatusCode::OK);
    let names = page.texts(".checks h2");
    for name in [
        "Encryption keys",
        "Public address",
        "Cookies",
        "Way to the database",
        "Metrics",
        "Private networks",
        "Allowed origins",
        "API keys",
    ] {
        assert!(names.iter().any(|own| own == name), "{name}: {names:?}");
    }
    assert_eq!(page.texts(".checks .hint").len(), names.len(), "each says why");
    let open = page.texts(".checks .chip").iter().filter(|words| !words.contains("Good")).count();
    assert_eq!(page.text.matches("What to do:").count(), open, "what is not good has a remedy");

    // The result is of this moment: a key that nobody has used for long is told of the next time.
    assert!(!page.text.contains("unused for 90 days:"));
    Rows::of(&browser.app).run("UPDATE api_key SET last_used_at = 1, created_at = 1").await;
    assert!(browser.get("/admin/security").await.text.contains("unused for 90 days:"));
    browser.cookie.clear();
    assert_ne!(browser.get("/admin/security").await.status, StatusCode::OK, "for admins alone");
}

#[actix_web::test]
async fn the_lines_for_the_host_page_name_this_very_server() {
    let mut browser = Browser::signed_in().await;
    let page = browser.get("/admin/environment/origins").await;
    let origin = browser.app.url.clone();
    let socket = origin.replacen("http", "ws", 1);
    for (id, expected) in [
        ("frame-src", format!("frame-src 'self' {origin}")),
        ("connect-src", format!("connect-src 'self' {origin} {socket}")),
        ("script-src", "script-src 'self'".to_owned()),
        ("img-src", format!("img-src 'self' {origin}")),
    ] {
        assert_eq!(page.attribute(&format!("#{id}"), "value"), Some(expected.clone()), "{id}");
        assert!(page.attribute("#policy", "value").unwrap().contains(&expected), "{id}");
    }
}
