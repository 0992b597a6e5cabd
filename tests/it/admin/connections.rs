//! Connections in admin: found, looked at, edited, refreshed, connected anew, ended; secrets only for the password.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::browser::{Browser, PASSWORD};
use crate::{oauth::database::Rows, support::visitor::Visitor};

/// An admin, and a connection with a secret for each of these people; their pages.
pub async fn connected(people: &[&str]) -> (Browser, Vec<String>) {
    let mut browser = Browser::signed_in().await;
    browser.app.integration("demo-helpdesk", "desk").await;
    let mut pages = Vec::new();
    for person in people {
        let user = json!({ "id": person, "email": format!("{person}@acme.com") });
        let token = browser.app.session(&json!({ "end_user": user, "tags": { "team": person } })).await;
        let path = format!("/api-auth/api-key/desk?connect_session_token={token}&params[subdomain]=acme");
        let made = browser.app.submit(&path, &json!({ "apiKey": "demo-SECRET" })).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.text);
        browser.app.clock.advance_millis(60_000);
        let list = browser.get(&format!("/admin/connections?q={person}%40")).await.text;
        pages.push(links(&list).pop().expect("its page"));
    }
    (browser, pages)
}

fn links(page: &str) -> Vec<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let rows = links.filter(|link| link.starts_with("/admin/connections/"));
    rows.map(str::to_owned).collect()
}

async fn seen(browser: &mut Browser, page: &str) -> String {
    let form = browser.get(&format!("{page}/edit")).await;
    form.attribute("input[name=seen]", "value").expect("what the edit is made from")
}

#[actix_web::test]
async fn the_list_is_sieved_by_everything_it_offers_and_says_so_when_nothing_fits() {
    let (mut browser, pages) = connected(&["ann", "bea"]).await;
    let found = [
        ("q=ANN%40", &pages[..1]),
        ("tag=team%3Dbea", &pages[1..]),
        ("tag=team%3Dann&q=bea", &pages[..0]),
        ("integration=desk&health=healthy&tag=team%3Dann", &pages[..1]),
        ("integration=none", &pages[..0]),
        ("health=failed", &pages[..0]),
        ("errors=1", &pages[..0]),
        ("until=1999-01-01", &pages[..0]),
        ("from=1999-01-01&tag=team%3Dbea", &pages[1..]),
        ("q=%25", &pages[..0]),
        ("q=%00&health=%00&before=x-y&from=yesterday&tag=team%3Dann", &pages[..1]),
    ];
    for (query, expected) in found {
        let page = browser.get(&format!("/admin/connections?{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
        assert_eq!(links(&page.text), expected, "{query}");
        assert!(page.text.contains("Clear filters"), "{query}");
        assert_eq!(page.text.contains("No connection"), expected.is_empty(), "{query}");
    }
    Rows::of(&browser.app)
        .run("UPDATE connection SET errors = '[{\"type\":\"auth\"}]', last_refresh_failure = 1, refresh_attempts = 1")
        .await;
    let failed = browser.get("/admin/connections?health=failed&errors=1").await;
    assert_eq!(links(&failed.text).len(), 2);
    assert!(failed.text_of(".rows .chip").contains("Refresh failed"), "in words, not by colour alone");
    Rows::of(&browser.app).run("UPDATE connection SET refresh_exhausted = 1").await;
    assert_eq!(links(&browser.get("/admin/connections?health=failed").await.text).len(), 0);
    assert_eq!(links(&browser.get("/admin/connections?health=reconnect").await.text).len(), 2);
}

#[actix_web::test]
async fn pages_of_the_list_stay_as_they_were_when_somebody_connects_meanwhile() {
    let (mut browser, pages) = connected(&["first"]).await;
    Rows::of(&browser.app)
        .run(
            "INSERT INTO connection (id, environment_id, integration_id, connection_id, end_user_id, credentials, \
             connection_config, tags, errors, created_at, updated_at, version) \
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 110) \
             SELECT 'row-' || n.i, c.environment_id, c.integration_id, 'c-' || n.i, NULL, c.credentials, \
             c.connection_config, '{}', '[]', 1000, 1000, 1 FROM connection c CROSS JOIN n",
        )
        .await;
    let one = browser.get("/admin/connections").await;
    assert_eq!(links(&one.text).len(), 50);
    assert_eq!(links(&one.text)[0], pages[0]);
    assert!(one.text.contains("111 connections"));
    let older = one.attribute("a[rel=next]", "href").unwrap().replace("&amp;", "&");
    let two = browser.get(&older).await;
    Rows::of(&browser.app).run("UPDATE connection SET deleted_at = 1 WHERE id = 'row-110'").await;
    assert_eq!(links(&browser.get(&older).await.text), links(&two.text), "a page begins where it began");
    let third = two.attribute("a[rel=next]", "href").unwrap().replace("&amp;", "&");
    let three = browser.get(&third).await;
    assert_eq!(links(&three.text).len(), 11);
    assert!(three.attribute("a[rel=next]", "href").is_none());
    let back = three.attribute("a[rel=prev]", "href").unwrap().replace("&amp;", "&");
    assert_eq!(links(&browser.get(&back).await.text), links(&two.text));
}

#[actix_web::test]
async fn secrets_are_shown_to_the_password_alone_and_noted_before() {
    let (mut browser, pages) = connected(&["ann"]).await;
    let reveal = format!("{}/reveal", pages[0]);
    let shown = |text: &str| text.contains("SECRET");
    assert!(!shown(&browser.get(&reveal).await.text), "asking shows nothing");
    for form in [&[][..], &[("password", "")], &[("password", "wrong horse battery")]] {
        let answer = browser.post(&reveal, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!shown(&answer.text) && answer.text.contains("This is not your password"));
    }
    let forged = browser.post_from(&reveal, &[("password", PASSWORD)], "cross-site").await;
    assert!(forged.status.is_client_error() && !shown(&forged.text));
    let in_address = browser.get(&format!("{reveal}?password={}", PASSWORD.replace(' ', "+"))).await;
    assert!(!shown(&in_address.text));
    assert!(!browser.get("/admin/audit").await.text.contains("connection.reveal"));

    let answer = browser.post(&reveal, &[("password", PASSWORD)]).await;
    assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::OK, "no-store"));
    assert!(answer.text.contains("demo-SECRET"));
    let audit = browser.get("/admin/audit").await.text;
    assert!(audit.contains("connection.reveal") && !shown(&audit));
    let page = browser.get(&pages[0]).await.text;
    assert!(page.contains("The secrets were shown") && page.contains("By alice") && !shown(&page));

    // Guessing is throttled as signing in is.
    for _ in 0..5 {
        browser.post(&reveal, &[("password", "guess")]).await;
    }
    let refused = browser.post(&reveal, &[("password", PASSWORD)]).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!shown(&refused.text) && !refused.header("retry-after").is_empty());

    let cookie = std::mem::take(&mut browser.cookie);
    let outside = browser.post(&reveal, &[("password", PASSWORD)]).await;
    assert!(!shown(&outside.text) && outside.status != StatusCode::OK, "nobody is signed in");
    browser.cookie = cookie;
}

#[actix_web::test]
async fn another_environment_finds_none_of_it() {
    let (mut browser, pages) = connected(&["ann"]).await;
    let made = browser.post("/admin/environments", &[("name", "staging")]).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    let ids = Rows::of(&browser.app).texts("SELECT id FROM environment WHERE name = 'staging'").await;
    let there = pages[0].replace("/admin/", &format!("/admin/in/{}/", ids[0]));
    assert_eq!(browser.get(&there).await.status, StatusCode::NOT_FOUND);
    for verb in ["refresh", "reconnect", "reveal", "edit", "delete", "erase"] {
        let form = [("password", PASSWORD), ("tags", "a = b")];
        let answer = browser.post(&format!("{there}/{verb}"), &form).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{verb}");
    }
    assert_eq!(browser.get(&pages[0]).await.status, StatusCode::OK, "nothing was done");
}

#[actix_web::test]
async fn tags_and_metadata_are_edited_by_the_rules_of_the_api_and_nobodys_edit_is_lost() {
    let (mut browser, pages) = connected(&["ann"]).await;
    let edit = format!("{}/edit", pages[0]);
    let before = seen(&mut browser, &pages[0]).await;
    for (tags, metadata, problem) in [
        ("no equals sign", "", "as name = value"),
        ("a = 1\na = 2", "", "stands there twice"),
        ("", "{", "This is not JSON"),
        ("", "[1]", "expected"),
    ] {
        let form = [("seen", before.as_str()), ("tags", tags), ("metadata", metadata)];
        let answer = browser.post(&edit, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{tags}{metadata}");
        assert!(answer.text.contains(problem), "{problem}: {}", answer.text);
    }
    let form = [("seen", before.as_str()), ("tags", "team = blue"), ("metadata", "{\"plan\":\"pro\"}")];
    let saved = browser.post(&edit, &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    let list = browser.app.get("/connections").await.json();
    assert_eq!(list["connections"][0]["tags"], json!({ "team": "blue" }));
    assert_eq!(list["connections"][0]["metadata"], json!({ "plan": "pro" }));

    let late = [("seen", before.as_str()), ("tags", "team = green"), ("metadata", "{\"mine\":1}")];
    let answer = browser.post(&edit, &late).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    for both in ["team = green", "team = blue", "&#34;mine&#34;", "&#34;plan&#34;"] {
        assert!(answer.text.contains(both), "{both}: {}", answer.text);
    }
    let list = browser.app.get("/connections").await.json();
    assert_eq!(list["connections"][0]["tags"], json!({ "team": "blue" }), "nothing was overwritten");
    let now = answer.attribute("input[name=seen]", "value").unwrap();
    let again = [("seen", now.as_str()), ("tags", "team = green"), ("metadata", "")];
    assert_eq!(browser.post(&edit, &again).await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.app.get("/connections").await.json()["connections"][0]["metadata"], Value::Null);
}

#[actix_web::test]
async fn a_reconnect_link_mends_this_very_connection_and_the_history_tells_of_it() {
    let (mut browser, pages) = connected(&["ann"]).await;
    let before = browser.app.get("/connections").await.json();
    let made = browser.post(&format!("{}/reconnect", pages[0]), &[]).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    assert!(made.text.contains("<svg class=\"qr\"") && made.text.contains("ann@acme.com"));
    let url = made.attribute("#connect-link", "value").expect("a link");
    let mut tab = Visitor::tab(&browser.app);
    let opened = tab.open(&url[url.find("/l/").unwrap()..]).await;
    tab.follow(opened).await;
    let sent = tab.submit(&[("params.subdomain", "acme"), ("credentials.apiKey", "demo-NEWER")]).await;
    let done = tab.follow(sent).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    let after = browser.app.get("/connections").await.json();
    for same in ["id", "connection_id", "tags"] {
        assert_eq!(after["connections"][0][same], before["connections"][0][same], "{same}");
    }
    assert_eq!(after["connections"].as_array().unwrap().len(), 1);
    let page = browser.get(&pages[0]).await.text;
    for line in ["Connected anew", "A reconnect link was made"] {
        assert!(page.contains(line), "{line}");
    }
    let revealed = browser.post(&format!("{}/reveal", pages[0]), &[("password", PASSWORD)]).await;
    assert!(revealed.text.contains("demo-NEWER") && !revealed.text.contains("demo-SECRET"));
}

#[actix_web::test]
async fn a_refresh_says_what_came_of_it_and_is_noted() {
    let (mut browser, pages) = connected(&["ann"]).await;
    let answer = browser.post(&format!("{}/refresh", pages[0]), &[]).await;
    let page = browser.get(answer.header("location")).await.text;
    assert!(page.contains("There was nothing to refresh"), "{page}");
    assert!(browser.get("/admin/audit").await.text.contains("connection.refresh"));
    let forged = browser.post_from(&format!("{}/refresh", pages[0]), &[], "cross-site").await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
}

#[actix_web::test]
async fn what_ended_and_what_did_not_stands_on_the_receipt() {
    let (mut browser, pages) = connected(&["ann"]).await;
    let delete = format!("{}/delete", pages[0]);
    let receipt = browser.post(&delete, &[]).await;
    assert_eq!(receipt.status, StatusCode::OK);
    for said in ["Deleted here", "Not ended", "The service offers no way", "own settings"] {
        assert!(receipt.text.contains(said), "{said}");
    }
    assert_eq!(browser.post(&delete, &[]).await.status, StatusCode::NOT_FOUND);
    let gone = browser.app.call(&browser.app.key, Method::GET, "/connections", None).await.json();
    assert_eq!(gone["connections"], json!([]));
}
