//! Set-up, sign-in, sign-out.

use reqwest::StatusCode;

use super::browser::{Browser, PASSWORD};
use crate::support::{
    app::{Options, spawn_app_with},
    sqlite,
};

const MINUTE: i64 = 60_000;

#[actix_web::test]
async fn the_set_up_link_works_once() {
    let mut browser = Browser::new().await;
    let link = browser.setup_path();
    assert_eq!(browser.get(&link).await.status, StatusCode::OK);
    let short = browser.post(&link, &[("name", "alice"), ("password", "elevenchars")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.text.contains("at least 12 characters") && !short.text.contains("elevenchars"));
    let done = browser.post(&link, &[("name", "alice"), ("password", PASSWORD)]).await;
    assert_eq!((done.status, done.header("location")), (StatusCode::SEE_OTHER, "/admin"));
    assert_eq!(browser.get("/admin/audit").await.status, StatusCode::OK);
    let again = browser.post(&link, &[("name", "mallory"), ("password", PASSWORD)]).await;
    assert_eq!(again.status, StatusCode::GONE);
    assert_eq!(browser.get(&link).await.status, StatusCode::GONE);
    assert_eq!(browser.get("/admin/setup/0123").await.status, StatusCode::GONE);
}

#[actix_web::test]
async fn a_set_up_link_ends_after_a_day() {
    let mut browser = Browser::new().await;
    browser.app.clock.advance_millis(24 * 60 * MINUTE);
    let link = browser.setup_path();
    assert_eq!(browser.get(&link).await.status, StatusCode::GONE);
}

#[actix_web::test]
async fn pages_lead_to_the_sign_in_and_back() {
    let mut browser = Browser::signed_in().await;
    let cookie = std::mem::take(&mut browser.cookie);
    for path in ["/admin", "/admin/integrations", "/admin/environment/connect-ui", "/admin/api-keys"] {
        assert_eq!(browser.get(path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
    let away = browser.get("/admin/catalogue?q=zen").await;
    assert_eq!(away.header("location"), "/admin/sign-in?return=%2Fadmin%2Fcatalogue%3Fq%3Dzen");
    let form = [("name", "alice"), ("password", PASSWORD), ("return", "/admin/catalogue?q=zen")];
    assert_eq!(browser.post("/admin/sign-in", &form).await.header("location"), "/admin/catalogue?q=zen");
    assert_ne!(browser.cookie, cookie, "each sign-in has a new id");
    let form = [("name", "alice"), ("password", PASSWORD), ("return", "https://evil.example/admin/")];
    assert_eq!(browser.post("/admin/sign-in", &form).await.header("location"), "/admin");
    // A posted form of somebody who is signed out is not stored either.
    browser.cookie.clear();
    let answer = browser.post("/admin/api-keys", &[("name", "x"), ("scope", "environment:*")]).await;
    assert_eq!(answer.header("location"), "/admin/sign-in?return=%2Fadmin");
}

#[actix_web::test]
async fn wrong_passwords_are_told_alike_and_slowed_down() {
    let mut browser = Browser::signed_in().await;
    browser.cookie.clear();
    let wrong = browser.post("/admin/sign-in", &[("name", "alice"), ("password", "wrong")]).await;
    let unknown = browser.post("/admin/sign-in", &[("name", "alicf"), ("password", "wrong")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.text.replace("alice", "x"), unknown.text.replace("alicf", "x"));
    for _ in 0..3 {
        browser.post("/admin/sign-in", &[("name", "alice"), ("password", "wrong")]).await;
    }
    let right = [("name", "alice"), ("password", PASSWORD)];
    let refused = browser.post("/admin/sign-in", &right).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.text.contains("Too many sign-ins failed. Try again in 30 seconds."), "{}", refused.text);
    assert_eq!(refused.header("retry-after"), "30");
    browser.app.clock.advance_millis(MINUTE);
    assert_eq!(browser.post("/admin/sign-in", &right).await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn a_session_ends_by_sign_out_by_idling_and_by_age() {
    let mut browser = Browser::signed_in().await;
    browser.app.clock.advance_millis(29 * MINUTE);
    assert_eq!(browser.get("/admin/audit").await.status, StatusCode::OK);
    browser.app.clock.advance_millis(29 * MINUTE);
    assert_eq!(browser.get("/admin/audit").await.status, StatusCode::OK);
    browser.app.clock.advance_millis(30 * MINUTE);
    assert_eq!(browser.get("/admin/audit").await.status, StatusCode::SEE_OTHER);

    let right = [("name", "alice"), ("password", PASSWORD)];
    browser.post("/admin/sign-in", &right).await;
    for _ in 0..28 {
        browser.app.clock.advance_millis(25 * MINUTE);
        assert_eq!(browser.get("/admin/audit").await.status, StatusCode::OK);
    }
    browser.app.clock.advance_millis(20 * MINUTE);
    assert_eq!(browser.get("/admin/audit").await.status, StatusCode::SEE_OTHER, "12 hours are over");

    browser.post("/admin/sign-in", &right).await;
    let cookie = browser.cookie.clone();
    browser.post("/admin/sign-out", &[]).await;
    browser.cookie = cookie;
    assert_eq!(browser.get("/admin/audit").await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn the_cookie_is_as_narrow_as_cookies_can_be() {
    let options = Options { public_url: Some("https://connect.example.com"), ..Options::default() };
    let mut browser = Browser { app: spawn_app_with(sqlite(), options).await, cookie: String::new() };
    let link = browser.setup_path();
    let answer = browser.post(&link, &[("name", "alice"), ("password", PASSWORD)]).await;
    let cookie = answer.header("set-cookie").to_owned();
    assert!(cookie.starts_with("__Host-admin="), "{cookie}");
    for attribute in ["HttpOnly", "Secure", "SameSite=Strict", "Path=/"] {
        assert!(cookie.split("; ").any(|part| part == attribute), "{attribute}: {cookie}");
    }
    assert!(!cookie.contains("Domain") && !cookie.contains("Expires"), "{cookie}");
}

#[actix_web::test]
async fn nothing_is_taken_from_other_sites_or_shown_in_frames() {
    let mut browser = Browser::signed_in().await;
    let form = [("name", "stolen"), ("scope", "environment:*")];
    for site in ["cross-site", "same-site", "none"] {
        let answer = browser.post_from("/admin/api-keys", &form, site).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{site}");
    }
    let page = browser.get("/admin/api-keys").await;
    assert!(!page.text.contains("stolen"));
    let policy = page.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'none'") && policy.contains("frame-src 'self'"), "{policy}");
    assert!(!policy.contains("unsafe-inline"), "{policy}");
    assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");
    let sign_in = [("name", "alice"), ("password", PASSWORD)];
    assert_eq!(
        browser.post_from("/admin/sign-in", &sign_in, "cross-site").await.status,
        StatusCode::FORBIDDEN
    );
}
