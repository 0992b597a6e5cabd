//! An environment's own definitions: what they change, for whom, and who may save which.

use connect_ui::admin::Role;
use reqwest::StatusCode;
use scraper::{Html, Selector};
use serde_json::json;

use super::browser::Browser;
use super::people::{browser_of, join};
use crate::support::app::Answer;

const PAGE: &str = "/admin/integrations/desk/definition";
const EDIT: &str = "/admin/integrations/desk/definition/edit";

/// An admin with an integration of this provider.
async fn admin_of(provider: &str) -> Browser {
    let browser = Browser::signed_in().await;
    browser.app.integration(provider, "desk").await;
    browser
}

/// The text in the editor's field, and the revision that it was begun on.
async fn opened(browser: &mut Browser) -> (String, String) {
    let answer = browser.get(EDIT).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    (textarea(&answer), attribute(&answer, "input[name=revision]"))
}

/// The text of the field as a browser has it: without the line's end right behind the tag.
fn textarea(answer: &Answer) -> String {
    let page = Html::parse_document(&answer.text);
    let field = page.select(&Selector::parse("textarea").unwrap()).next().expect("a field");
    field.text().collect::<String>().trim_start_matches('\n').to_owned()
}

fn attribute(answer: &Answer, selector: &str) -> String {
    let page = Html::parse_document(&answer.text);
    let found = page.select(&Selector::parse(selector).unwrap()).next();
    found.and_then(|one| one.attr("value")).expect("a value").to_owned()
}

async fn save(browser: &mut Browser, source: &str, revision: &str, confirmed: &str) -> Answer {
    let form = [("act", "save"), ("source", source), ("revision", revision), ("confirmed", confirmed)];
    browser.post(EDIT, &form).await
}

async fn renamed(browser: &mut Browser, name: &str) -> Answer {
    let (source, revision) = opened(browser).await;
    let source = source.replace("display_name: Zendesk (API token)", &format!("display_name: {name}"));
    save(browser, &source, &revision, "").await
}

async fn form_page(browser: &Browser) -> String {
    let token =
        browser.app.session(&json!({ "end_user": { "id": "u" }, "allowed_integrations": ["desk"] })).await;
    let mut visitor = crate::support::visitor::Visitor::tab(&browser.app);
    visitor.open_link(&token).await.text
}

#[actix_web::test]
async fn the_page_shows_the_catalogues_text_and_its_place() {
    let mut browser = admin_of("zendesk-api-key").await;
    let page = browser.get(PAGE).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert!(page.text_of(".lead").contains("providers/"), "{}", page.text_of(".lead"));
    assert!(page.text_of(".code").contains("zendesk-api-key:"));
    let exported = browser.get(&format!("{PAGE}/export?form=yaml")).await;
    assert!(exported.text.starts_with("zendesk-api-key:\n"), "{}", exported.text);
}

#[actix_web::test]
async fn what_is_saved_holds_in_this_environment_and_in_no_other_until_it_is_reset() {
    let mut browser = admin_of("zendesk-api-key").await;
    let saved = renamed(&mut browser, "Own Desk").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    assert!(form_page(&browser).await.contains("Own Desk"));
    let told = browser.app.get("/providers/zendesk-api-key").await;
    assert_eq!(told.json()["data"]["display_name"], "Own Desk");
    let (_, other) = browser.app.environment("other", &["environment:*"]).await;
    let elsewhere = browser.app.call(&other, reqwest::Method::GET, "/providers/zendesk-api-key", None).await;
    assert_ne!(elsewhere.json()["data"]["display_name"], "Own Desk", "{}", elsewhere.text);
    let patch = browser.get(&format!("{PAGE}/export?form=patch")).await.text;
    assert!(patch.starts_with("--- a/providers/"), "{patch}");
    assert!(patch.contains("\n+    display_name: Own Desk\n"), "{patch}");

    let reset = browser.get(&format!("{PAGE}/reset")).await;
    let revision = attribute(&reset, "input[name=revision]");
    let done = browser.post(&format!("{PAGE}/reset"), &[("revision", &revision), ("confirmed", "")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert!(!form_page(&browser).await.contains("Own Desk"));
    let page = browser.get(PAGE).await;
    assert!(page.text_of(".history").contains("back to the catalogue"), "{}", page.text_of(".history"));
    let audit = browser.get("/admin/audit").await.text;
    assert!(audit.contains("definition.save") && audit.contains("definition.reset"));
}

#[actix_web::test]
async fn two_who_save_at_once_overwrite_nothing_unseen() {
    let mut browser = admin_of("zendesk-api-key").await;
    let (source, revision) = opened(&mut browser).await;
    assert_eq!(renamed(&mut browser, "First").await.status, StatusCode::SEE_OTHER);
    let second = source.replace("display_name: ", "display_name: Second ");
    let stale = save(&mut browser, &second, &revision, "").await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.text);
    assert!(textarea(&stale).contains("Second"), "what was typed is kept");
    assert!(stale.text_of(".notice").contains("display_name: First"), "what is stored is shown");
    assert!(form_page(&browser).await.contains("First"));
    let newest = attribute(&stale, "input[name=revision]");
    assert_eq!(save(&mut browser, &second, &newest, "").await.status, StatusCode::SEE_OTHER);
    assert!(form_page(&browser).await.contains("Second"));
}

#[actix_web::test]
async fn what_cannot_be_used_is_told_at_its_line_and_not_saved() {
    let mut browser = admin_of("zendesk-api-key").await;
    let (source, revision) = opened(&mut browser).await;
    let deep = format!("zendesk-api-key:\n  proxy: {}{}\n", "[".repeat(40), "]".repeat(40));
    let bomb = "zendesk-api-key:\n  a: &a [x, x, x, x, x, x, x, x, x]\n  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n  d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n  e: [*d, *d, *d, *d, *d, *d, *d, *d, *d]\n".to_owned();
    let long = format!("{source}  # {}\n", "x".repeat(256 * 1024));
    let other = "something-else:\n  display_name: X\n".to_owned();
    let cases = [
        (source.replace("auth_mode: BASIC", "auth_mode: NOTHING"), Some("Line 4, column 16")),
        (source.replacen("  display_name:", "  display_name: [\n  x:", 1), None),
        (other, Some("Line 1, column 1")),
        (deep, None),
        (bomb, None),
        (long, Some("Line 1, column 1")),
    ];
    for (text, place) in cases {
        let refused = save(&mut browser, &text, &revision, "").await;
        let what = &text[..text.len().min(200)];
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
        let first = refused.text_of(".finding.error a");
        assert!(first.starts_with("Line "), "{what}: {}", refused.text_of(".findings"));
        assert!(place.is_none_or(|place| first == place), "{what}: {first}");
        let live = browser.post(&format!("{PAGE}/live"), &[("source", &text)]).await;
        assert_eq!(live.json()["usable"], false, "{what}");
        assert!(live.json()["findings"][0]["line"].as_u64().unwrap() >= 1);
    }
    assert!(browser.get(PAGE).await.text_of(".lead").contains("The catalogue"));
}

#[actix_web::test]
async fn new_hosts_are_named_and_confirmed_before_credentials_go_there() {
    let mut browser = admin_of("stripe-api-key").await;
    let (source, revision) = opened(&mut browser).await;
    let moved = source.replace("api.stripe.com", "api.evil.example");
    assert_ne!(moved, source);
    let asked = save(&mut browser, &moved, &revision, "").await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", asked.text);
    let hosts = asked.text_of(".summary .host-changes");
    assert!(
        hosts.contains("New: api.evil.example") && hosts.contains("No longer: api.stripe.com"),
        "{hosts}"
    );
    let confirmed = attribute(&asked, "input[name=confirmed]");
    // What was confirmed is this change and no other.
    let third = source.replace("api.stripe.com", "api.worse.example");
    assert_eq!(
        save(&mut browser, &third, &revision, &confirmed).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert!(browser.get(PAGE).await.text_of(".lead").contains("The catalogue"));
    let done = save(&mut browser, &moved, &revision, &confirmed).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert!(browser.get("/admin/audit").await.text.contains("+api.evil.example"));
}

#[actix_web::test]
async fn a_viewer_reads_the_definition_and_changes_nothing() {
    let mut browser = admin_of("zendesk-api-key").await;
    let (source, revision) = opened(&mut browser).await;
    let invited = join(&mut browser, Role::Viewer).await;
    let mut viewer = browser_of(&browser, &invited);
    assert_eq!(viewer.get(PAGE).await.status, StatusCode::OK);
    assert_eq!(viewer.get(EDIT).await.status, StatusCode::FORBIDDEN);
    let form = [("act", "save"), ("source", source.as_str()), ("revision", revision.as_str())];
    assert_eq!(viewer.post(EDIT, &form).await.status, StatusCode::FORBIDDEN);
}

#[actix_web::test]
async fn the_preview_is_the_form_of_the_draft_and_only_for_who_types_it() {
    let mut browser = admin_of("zendesk-api-key").await;
    let (source, _) = opened(&mut browser).await;
    let draft = source.replace("display_name: ", "display_name: Drafted ");
    let live = browser.post(&format!("{PAGE}/live"), &[("source", &draft)]).await;
    assert_eq!(live.json()["usable"], true, "{}", live.text);
    let preview = browser.get(&format!("{PAGE}/preview")).await;
    assert!(preview.text_of("h1").contains("Drafted"), "{}", preview.text_of("h1"));
    assert!(preview.header("content-security-policy").contains("frame-ancestors 'self'"));
    let invited = join(&mut browser, Role::Editor).await;
    let mut editor = browser_of(&browser, &invited);
    assert!(!editor.get(&format!("{PAGE}/preview")).await.text_of("h1").contains("Drafted"));
    assert!(!form_page(&browser).await.contains("Drafted"));
}
