//! People: invited, given another role, removed; their second step and their sessions; what the audit keeps.

use std::cell::RefCell;

use connect_ui::{admin::Role, secret::TotpSecret};
use reqwest::{Method, StatusCode};
use scraper::{Html, Selector};
use secrecy::SecretSlice;

use super::browser::{Browser, PASSWORD};
use crate::support::app::{Answer, TestApp};

/// Somebody who accepted an invitation.
pub struct Invited {
    pub name: String,
    pub cookie: RefCell<String>,
}

/// A further browser at the same application.
pub struct Other<'a> {
    app: &'a TestApp,
    pub cookie: String,
}

impl Other<'_> {
    pub async fn get(&mut self, path: &str) -> Answer {
        let answer = self.app.send(Method::GET, path, &[("cookie", &self.cookie)], None).await;
        self.keep(answer)
    }

    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let headers = [
            ("cookie", self.cookie.as_str()),
            ("sec-fetch-site", "same-origin"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        let answer = self.app.send(Method::POST, path, &headers, Some(body)).await;
        self.keep(answer)
    }

    fn keep(&mut self, answer: Answer) -> Answer {
        if let Some(pair) = answer.header("set-cookie").split(';').next().filter(|pair| !pair.is_empty()) {
            pair.clone_into(&mut self.cookie);
        }
        answer
    }
}

/// The browser of somebody who was invited.
pub fn browser_of<'a>(owner: &'a Browser, invited: &Invited) -> Other<'a> {
    Other { app: &owner.app, cookie: invited.cookie.borrow().clone() }
}

fn value_of(answer: &Answer, selector: &str) -> String {
    let page = Html::parse_document(&answer.text);
    let selector = Selector::parse(selector).unwrap();
    let found = page.select(&selector).next().unwrap_or_else(|| panic!("nothing there: {}", answer.text));
    found.value().attr("value").or(found.value().attr("href")).unwrap().to_owned()
}

async fn invite(owner: &mut Browser, email: &str, role: Role) -> String {
    let answer = owner.post("/admin/people/invite", &[("email", email), ("role", role.as_str())]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let link = value_of(&answer, "#invitation-link");
    link[link.find("/admin").unwrap()..].to_owned()
}

/// Invites somebody, who accepts.
pub async fn join(owner: &mut Browser, role: Role) -> Invited {
    let name = format!("the {}", role.as_str());
    let link = invite(owner, &format!("{}@example.com", role.as_str()), role).await;
    let mut browser = Other { app: &owner.app, cookie: String::new() };
    let answer = browser.post(&link, &[("name", &name), ("password", PASSWORD)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    Invited { name, cookie: RefCell::new(browser.cookie) }
}

/// The page of somebody, as the list leads there.
async fn page_of(owner: &mut Browser, name: &str) -> String {
    let list = owner.get("/admin/people").await;
    let page = Html::parse_document(&list.text);
    let links = Selector::parse("table a").unwrap();
    let found = page.select(&links).find(|link| link.text().collect::<String>() == name);
    found.unwrap_or_else(|| panic!("nobody called {name}")).value().attr("href").unwrap().to_owned()
}

#[actix_web::test]
async fn an_invitation_works_once_for_a_week_and_can_be_withdrawn() {
    let mut owner = Browser::signed_in().await;
    let wrong = owner.post("/admin/people/invite", &[("email", "no address"), ("role", "viewer")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);

    let link = invite(&mut owner, "Sam@Example.com", Role::Editor).await;
    let form = [("name", "sam"), ("password", PASSWORD)];
    let mut sam = Other { app: &owner.app, cookie: String::new() };
    assert!(sam.get(&link).await.text.contains("invites you as editor"));
    assert_eq!(sam.post(&link, &[("name", "sam"), ("password", "short")]).await.status, 422);
    assert_eq!(sam.post(&link, &[("name", "alice"), ("password", PASSWORD)]).await.status, 422);
    assert_eq!(sam.post(&link, &form).await.status, StatusCode::SEE_OTHER);
    assert_eq!(sam.get("/admin/integrations").await.status, StatusCode::OK);
    assert_eq!(sam.get(&link).await.status, StatusCode::GONE);
    assert_eq!(sam.post(&link, &[("name", "sam2"), ("password", PASSWORD)]).await.status, StatusCode::GONE);
    let twice = owner.post("/admin/people/invite", &[("email", "sam@example.com"), ("role", "viewer")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);

    let link = invite(&mut owner, "kim@example.com", Role::Viewer).await;
    let list = owner.get("/admin/people").await;
    let page = Html::parse_document(&list.text);
    let form = Selector::parse("form[action$=withdraw]").unwrap();
    let action = page.select(&form).next().unwrap().value().attr("action").unwrap().to_owned();
    owner.post(&action, &[]).await;
    assert_eq!(owner.get(&link).await.status, StatusCode::GONE);

    let late = invite(&mut owner, "lee@example.com", Role::Viewer).await;
    owner.app.clock.advance_millis(7 * 24 * 60 * 60_000);
    assert_eq!(owner.get(&late).await.status, StatusCode::GONE);
}

#[actix_web::test]
async fn who_is_removed_is_out_at_once_and_keeps_the_name_in_the_audit() {
    let mut owner = Browser::signed_in().await;
    let editor = join(&mut owner, Role::Editor).await;
    assert_eq!(browser_of(&owner, &editor).get("/admin/logs").await.status, StatusCode::OK);
    let page = page_of(&mut owner, &editor.name).await;
    let remove = value_of(&owner.get(&page).await, "a[href*='/remove']");
    assert_eq!(owner.get(&remove).await.status, StatusCode::OK);
    let done = owner.post(&remove, &[]).await;
    assert_eq!(done.header("location"), "/admin/people?done=removed");
    assert_eq!(browser_of(&owner, &editor).get("/admin/logs").await.status, StatusCode::SEE_OTHER);
    let audit = owner.get("/admin/audit?who=the%20editor").await;
    assert_eq!(audit.texts("td.actor"), ["the editor"]);
    let found = owner.get("/admin/audit?what=people.remove").await;
    assert!(found.text_of("tbody tr").contains("the editor"), "{:?}", found.texts("tbody tr"));
}

#[actix_web::test]
async fn there_is_always_an_owner_and_a_stale_form_overwrites_nothing() {
    let mut owner = Browser::signed_in().await;
    let own = page_of(&mut owner, "alice").await;
    let last = owner.post(&own, &[("role", "viewer"), ("version", "1")]).await;
    assert_eq!(last.status, StatusCode::CONFLICT);
    assert!(last.text_of("[role=alert]").contains("the only owner"));
    let last = owner.post(&format!("{own}/remove?version=1"), &[]).await;
    assert_eq!(last.status, StatusCode::CONFLICT);

    join(&mut owner, Role::Viewer).await;
    let theirs = page_of(&mut owner, "the viewer").await;
    let first = owner.post(&theirs, &[("role", "editor"), ("version", "1")]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let second = owner.post(&theirs, &[("role", "owner"), ("version", "1")]).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let said = second.text_of("[role=alert]");
    assert!(said.contains("stored now is Editor") && said.contains("You chose Owner"), "{said}");
    assert_eq!(owner.post(&format!("{theirs}/remove?version=1"), &[]).await.status, StatusCode::CONFLICT);
    assert_eq!(
        owner.post(&theirs, &[("role", "owner"), ("version", "2")]).await.status,
        StatusCode::SEE_OTHER
    );

    owner.post("/admin/people/policy", &[("version", "1")]).await;
    let stale = owner.post("/admin/people/policy", &[("version", "1"), ("two_step", "required")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
}

/// The secret of a set-up page, as an app would keep it.
fn secret_of(page: &Answer) -> TotpSecret {
    let typed = value_of(page, "#secret");
    let mut bits = 0_u64;
    let mut count = 0;
    let mut bytes = Vec::new();
    for letter in typed.bytes().filter(|letter| *letter != b' ') {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".iter().position(|known| *known == letter).unwrap();
        bits = (bits << 5) | u64::try_from(value).unwrap();
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 255).unwrap());
        }
    }
    TotpSecret::from_bytes(SecretSlice::from(bytes))
}

#[actix_web::test]
async fn a_second_step_asks_for_a_code_once_and_a_recovery_code_stands_in() {
    let mut browser = Browser::signed_in().await;
    let secret = secret_of(&browser.get("/admin/account/two-step").await);
    let now = browser.app.clock.now();
    let wrong = browser.post("/admin/account/two-step", &[("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let on = browser.post("/admin/account/two-step", &[("code", &secret.code(now))]).await;
    let codes = on.texts("ol.recovery li");
    assert_eq!(codes.len(), 10, "{}", on.text);

    let sign_in = [("name", "alice"), ("password", PASSWORD)];
    let half = browser.post("/admin/sign-in", &sign_in).await;
    assert_eq!(half.header("location"), "/admin/sign-in/code?return=%2Fadmin");
    // The password alone opens nothing.
    assert_eq!(browser.get("/admin/integrations").await.status, StatusCode::SEE_OTHER);
    let replayed = browser.post("/admin/sign-in/code", &[("code", &secret.code(now))]).await;
    assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY, "the code that confirmed is used");
    browser.app.clock.advance_millis(30_000);
    let next = secret.code(browser.app.clock.now());
    assert_eq!(browser.post("/admin/sign-in/code", &[("code", &next)]).await.header("location"), "/admin");
    assert_eq!(browser.get("/admin/integrations").await.status, StatusCode::OK);

    for (code, status) in [(&codes[0], StatusCode::SEE_OTHER), (&codes[0], StatusCode::UNPROCESSABLE_ENTITY)]
    {
        browser.cookie.clear();
        browser.post("/admin/sign-in", &sign_in).await;
        assert_eq!(browser.post("/admin/sign-in/code", &[("code", code)]).await.status, status);
    }
    // Failures of the code count with those of the password.
    let mut last = StatusCode::OK;
    for _ in 0..8 {
        last = browser.post("/admin/sign-in/code", &[("code", "123456")]).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[actix_web::test]
async fn where_everyone_needs_a_second_step_nothing_else_opens_before() {
    let mut owner = Browser::signed_in().await;
    let viewer = join(&mut owner, Role::Viewer).await;
    owner.post("/admin/people/policy", &[("version", "1"), ("two_step", "required")]).await;
    let mut browser = browser_of(&owner, &viewer);
    for path in ["/admin/logs", "/admin/account", "/admin/connections"] {
        assert_eq!(browser.get(path).await.header("location"), "/admin/account/two-step", "{path}");
    }
    let secret = secret_of(&browser.get("/admin/account/two-step").await);
    let code = secret.code(owner.app.clock.now());
    assert_eq!(browser.post("/admin/account/two-step", &[("code", &code)]).await.status, StatusCode::OK);
    assert_eq!(browser.get("/admin/logs").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn sessions_are_listed_and_ended() {
    let mut browser = Browser::signed_in().await;
    let first = browser.cookie.clone();
    browser.cookie.clear();
    browser.post("/admin/sign-in", &[("name", "alice"), ("password", PASSWORD)]).await;
    let account = browser.get("/admin/account").await;
    assert_eq!(account.texts("table tbody tr").len(), 2);
    browser.post("/admin/account/sessions/end", &[]).await;
    assert_eq!(browser.get("/admin/account").await.texts("table tbody tr").len(), 1);
    browser.cookie = first;
    assert_eq!(browser.get("/admin/account").await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn the_audit_is_taken_away_whole_and_safely() {
    let mut owner = Browser::signed_in().await;
    owner.post("/admin/people/invite", &[("email", "=cmd@example.com"), ("role", "viewer")]).await;
    let csv = owner.get("/admin/audit/export?format=csv").await;
    assert!(csv.header("content-disposition").contains("audit.csv"));
    assert!(csv.text.starts_with("at,who,action,subject"));
    assert!(csv.text.contains("\"'=cmd@example.com\""), "{}", csv.text);
    let lines = owner.get("/admin/audit/export?format=jsonl&what=people.invite").await;
    let entry: serde_json::Value = serde_json::from_str(lines.text.trim()).unwrap();
    assert_eq!((&entry["who"], &entry["subject"]), (&"alice".into(), &"=cmd@example.com".into()));
    assert!(owner.get("/admin/audit?until=2020-01-01").await.text.contains("nothing like that"));
}
