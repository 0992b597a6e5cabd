//! One's own password, and the pages of what goes wrong.

use reqwest::StatusCode;

use super::browser::{Browser, PASSWORD};

const NEW: &str = "staple correct horse";

#[actix_web::test]
async fn a_changed_password_ends_all_other_sessions() {
    let mut browser = Browser::signed_in().await;
    let first = browser.cookie.clone();
    browser.post("/admin/sign-in", &[("name", "alice"), ("password", PASSWORD)]).await;
    // The sign-in ended the session of the same browser; a second one needs a browser without a cookie.
    let second = std::mem::take(&mut browser.cookie);
    browser.post("/admin/sign-in", &[("name", "alice"), ("password", PASSWORD)]).await;
    assert!(browser.cookie != second && second != first);

    let done = browser.post("/admin/account", &[("current", PASSWORD), ("new", NEW)]).await;
    assert_eq!(done.header("location"), "/admin/account?done=password", "{}", done.text);
    assert!(browser.get("/admin/account?done=password").await.text.contains("Your password is changed"));
    let mine = std::mem::replace(&mut browser.cookie, second);
    assert_eq!(browser.get("/admin/audit").await.status, StatusCode::SEE_OTHER, "signed out elsewhere");
    browser.cookie = mine;
    let audit = browser.get("/admin/audit").await.text;
    assert_eq!(audit.matches("class=\"key\">admin.password<").count(), 1);
    assert!(!audit.contains("staple"));

    browser.cookie.clear();
    let old = browser.post("/admin/sign-in", &[("name", "alice"), ("password", PASSWORD)]).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    let new = browser.post("/admin/sign-in", &[("name", "alice"), ("password", NEW)]).await;
    assert_eq!(new.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn a_session_left_open_serves_nobody_to_guess_or_replace_the_password() {
    let mut browser = Browser::signed_in().await;
    let short = browser.post("/admin/account", &[("current", PASSWORD), ("new", "short")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.text.contains("at least 12 characters; a few words") && !short.text.contains(PASSWORD));
    for _ in 0..5 {
        let wrong = browser.post("/admin/account", &[("current", "wrong"), ("new", NEW)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("This is not your password") && !wrong.text.contains(NEW));
    }
    let refused = browser.post("/admin/account", &[("current", PASSWORD), ("new", NEW)]).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header("retry-after"), "30");
    let foreign =
        browser.post_from("/admin/account", &[("current", PASSWORD), ("new", NEW)], "cross-site").await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    assert!(!browser.get("/admin/audit").await.text.contains("admin.password"));
    browser.cookie.clear();
    assert_eq!(browser.get("/admin/account").await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn problems_inside_admin_wear_its_frame() {
    let mut browser = Browser::signed_in().await;
    for path in ["/admin/nothing", "/admin/integrations/gone", "/admin/connections/gone", "/admin/sign-out"] {
        let page = browser.get(path).await;
        assert!(page.status.is_client_error(), "{path}: {}", page.status);
        assert!(page.text.contains("There is nothing here"), "{path}: {}", page.text);
        assert!(page.text.contains("aria-label=\"Places\"") && page.text.contains("alice"), "{path}");
        assert!(page.text.contains(page.header("x-request-id")), "{path}");
        assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
    }
    let foreign = browser.post_from("/admin/api-keys", &[("name", "x")], "cross-site").await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    assert!(foreign.text.contains("This did not come from admin"), "{}", foreign.text);
    browser.cookie.clear();
    let outside = browser.get("/admin/nothing").await;
    assert_eq!(outside.status, StatusCode::NOT_FOUND);
    assert!(outside.text.contains("data-admin=\"outside\"") && !outside.text.contains("Places"));
    assert!(!browser.get("/administrator").await.text.contains("data-admin"), "not admin's");
}
