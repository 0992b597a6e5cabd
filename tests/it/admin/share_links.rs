//! Links for people: made in admin, opened in another browser.

use reqwest::{Method, StatusCode};

use super::browser::Browser;
use crate::{
    oauth::database::Rows,
    support::{
        app::{Answer, TestApp},
        visitor::Visitor,
    },
};

const PATH: &str = "/admin/connect-links";

async fn admin() -> Browser {
    let browser = Browser::signed_in().await;
    browser.app.integration("demo-helpdesk", "it").await;
    browser
}

/// Makes a link; answers its path.
async fn link(browser: &mut Browser, more: &[(&str, &str)]) -> String {
    let mut form =
        vec![("person_id", "u-1"), ("email", "alice@acme.test"), ("integration", "it"), ("hours", "24")];
    form.extend(more);
    let page = browser.post(PATH, &form).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let url = page.attribute("#connect-link", "value").expect("a link");
    assert!(page.text.contains("<svg class=\"qr\""), "a QR code");
    url[url.find("/l/").expect("its path")..].to_owned()
}

async fn open<'a>(app: &'a TestApp, link: &str) -> (Visitor<'a>, Answer) {
    let mut tab = Visitor::tab(app);
    let answer = tab.open(link).await;
    let page = tab.follow(answer).await;
    (tab, page)
}

async fn connect(tab: &mut Visitor<'_>, key: &str) -> Answer {
    let answer = tab.submit(&[("params.subdomain", "acme"), ("credentials.apiKey", key)]).await;
    tab.follow(answer).await
}

#[actix_web::test]
async fn a_link_survives_failed_attempts_and_is_used_up_by_a_success() {
    let mut browser = admin().await;
    let link = link(&mut browser, &[("once", "1")]).await;
    let app = &browser.app;
    let (mut tab, form) = open(app, &link).await;
    assert_eq!(form.says(), (200, "Connect your Helpdesk account".into()));
    assert!(form.text_of(".who").ends_with("as alice@acme.test."), "{}", form.text_of(".who"));
    assert_eq!(connect(&mut tab, "wrong").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // A day lasts longer than a session: the next opening is a new one, in whichever browser.
    app.clock.advance_millis(23 * 60 * 60_000);
    let (mut other, _) = open(app, &link).await;
    let (mut late, _) = open(app, &link).await;
    assert_eq!(connect(&mut other, "demo-1").await.says(), (200, "Helpdesk is connected".into()));
    let list = app.get("/connections").await.json();
    let connection = &list["connections"][0];
    assert_eq!(
        (&connection["end_user"]["id"], &connection["tags"]["origin"]),
        (&"u-1".into(), &"share_link".into())
    );
    // Who had it open, too, comes too late.
    assert_eq!(connect(&mut late, "demo-2").await.status, StatusCode::GONE);
    assert_eq!(open(app, &link).await.1.says(), (410, "This link has done its work".into()));
    assert_eq!(app.get("/connections").await.json()["connections"].as_array().map(Vec::len), Some(1));
    assert_eq!(Rows::of(app).texts("SELECT id FROM share_link WHERE used_at IS NOT NULL").await.len(), 1);
}

#[actix_web::test]
async fn a_link_for_several_accounts_stays_open_until_its_time_is_over() {
    let mut browser = admin().await;
    let link = link(&mut browser, &[]).await;
    let app = &browser.app;
    for key in ["demo-1", "demo-2"] {
        let (mut tab, _) = open(app, &link).await;
        assert_eq!(connect(&mut tab, key).await.status, StatusCode::OK);
    }
    app.clock.advance_millis(24 * 60 * 60_000);
    assert_eq!(open(app, &link).await.1.says(), (410, "This link has expired".into()));
}

#[actix_web::test]
async fn a_revoked_link_ends_for_everybody_at_once_and_the_audit_knows() {
    let mut browser = admin().await;
    let link = link(&mut browser, &[]).await;
    let list = browser.get(PATH).await;
    let revoke = list.attribute("td.end a", "href").expect("a way to revoke");
    assert!(browser.get(&revoke).await.text.contains("Revoke the link for u-1?"));
    let foreign = browser.post_from(&revoke, &[], "cross-site").await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    let (cookie, at) = {
        let (tab, _) = open(&browser.app, &link).await;
        (tab.cookie.clone(), tab.at.clone())
    };
    assert_eq!(browser.post(&revoke, &[]).await.header("location"), format!("{PATH}?done=revoked"));
    let app = &browser.app;
    let mut again = Visitor { cookie, at, ..Visitor::tab(app) };
    assert_eq!(connect(&mut again, "demo-1").await.status, StatusCode::GONE);
    assert_eq!(open(app, &link).await.1.says(), (410, "This link was withdrawn".into()));
    let audit = browser.get("/admin/audit").await.text;
    assert!(audit.contains(">share_link.create<") && audit.contains(">share_link.revoke<"));
}

#[actix_web::test]
async fn a_link_is_hashed_throttled_and_not_opened_by_who_only_looks() {
    let mut browser = admin().await;
    let link = link(&mut browser, &[]).await;
    let app = &browser.app;
    let secret = link.trim_start_matches("/l/");
    let head = app.send(Method::HEAD, &link, &[], None).await;
    assert_eq!(head.status, StatusCode::OK);
    let rows = Rows::of(app);
    assert_eq!(rows.texts("SELECT id FROM connect_session").await.len(), 0, "a scanner opens nothing");
    let stored = "SELECT id || end_user || created_by || LOWER(HEX(token_fingerprint)) FROM share_link";
    assert!(!rows.texts(stored).await[0].contains(secret));
    for _ in 0..60 {
        assert_eq!(app.send(Method::GET, &link, &[], None).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(app.send(Method::GET, &link, &[], None).await.status, StatusCode::TOO_MANY_REQUESTS);
    app.clock.advance_millis(60 * 60_000);
    assert_eq!(app.send(Method::GET, &link, &[], None).await.status, StatusCode::SEE_OTHER);
    for path in ["/l/", "/l/x", "/l/00112233445566778899aabbccddeeff"] {
        assert_eq!(app.send(Method::GET, path, &[], None).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[actix_web::test]
async fn a_form_with_something_wrong_makes_no_link_and_says_what() {
    let mut browser = admin().await;
    let page = browser.post(PATH, &[("person_id", " "), ("email", "nobody"), ("integration", "none")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.texts(".problem").len(), 2, "{:?}", page.texts(".problem"));
    assert_eq!(page.value("email").as_deref(), Some("nobody"));
    assert!(page.text.contains("There is no link yet."));
}
