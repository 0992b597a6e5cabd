//! The permission matrix: every address of admin, for every role and for nobody, by `GET` and by `POST`.

use std::{collections::BTreeSet, fs, path::Path};

use connect_ui::{
    admin::Role,
    web::admin::{Capability, Need, ROUTES},
};
use regex::Regex;
use reqwest::StatusCode;

use super::browser::Browser;
use super::connections::connected;
use super::people::{browser_of, join};

/// What a role is good for, said once more and on its own, so that a slip in the table shows.
fn may(role: Role, capability: Capability) -> bool {
    match role {
        Role::Owner => true,
        Role::Editor => !matches!(capability, Capability::People | Capability::Instance),
        Role::Viewer => matches!(capability, Capability::View | Capability::Own),
    }
}

/// An address without its variables; the rows that it names do not exist.
fn filled(address: &str) -> String {
    let variable = Regex::new(r"\{[^}]*\}").unwrap();
    let first = address.replace("{scope:environment|instance}", "environment");
    format!("/admin{}", variable.replace_all(&first, "00000000-0000-4000-8000-000000000000"))
}

fn addresses_in(folder: &Path, found: &mut BTreeSet<String>) {
    let address = Regex::new(r#"(?:resource|\.route)\(\s*"(/?[^"]*)""#).unwrap();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            addresses_in(&entry.path(), found);
        } else {
            let text = fs::read_to_string(entry.path()).unwrap();
            found.extend(address.captures_iter(&text).map(|found| found[1].to_owned()));
        }
    }
}

#[test]
fn every_address_has_its_line_in_the_table() {
    let mut served = BTreeSet::new();
    addresses_in(Path::new("src/web/admin"), &mut served);
    let known: BTreeSet<String> = ROUTES.iter().map(|(address, ..)| (*address).to_owned()).collect();
    assert_eq!(known.len(), ROUTES.len(), "an address stands twice in src/web/admin/access.rs");
    assert_eq!(served, known, "each address of admin needs one line in ROUTES of src/web/admin/access.rs");
}

#[actix_web::test]
async fn every_role_may_what_the_table_says_and_nothing_else() {
    let mut owner = Browser::signed_in().await;
    for role in Role::ALL {
        let invited = join(&mut owner, role).await;
        for (address, get, post) in ROUTES {
            let path = filled(address);
            for (need, method) in [(get, "GET"), (post, "POST")] {
                // A fresh session each time: some of these end it.
                let mut browser = browser_of(&owner, &invited);
                let answer = match method {
                    "GET" => browser.get(&path).await,
                    _ => browser.post(&path, &[("name", "x"), ("version", "1"), ("role", "owner")]).await,
                };
                let (status, what) = (answer.status, format!("{method} {path} as {}", role.as_str()));
                match need {
                    Need::Open => assert_ne!(status, StatusCode::FORBIDDEN, "{what}"),
                    Need::None => assert_eq!(status, StatusCode::NOT_FOUND, "{what}"),
                    Need::May(capability) if may(role, *capability) => {
                        assert_ne!(status, StatusCode::FORBIDDEN, "{what}");
                        assert!(!status.is_server_error(), "{what}: {status}");
                        assert!(!answer.header("location").contains("sign-in?return"), "{what}");
                    }
                    Need::May(_) => {
                        assert_eq!(status, StatusCode::FORBIDDEN, "{what}");
                        assert_eq!(answer.text_of("h1"), "Your role does not allow this", "{what}");
                        assert!(answer.text_of(".lead").contains("Nothing was done."), "{what}");
                    }
                }
                if address.starts_with("/sign-out") || address.starts_with("/account/sessions") {
                    return_to(&mut owner, &invited).await;
                }
            }
        }
    }
}

/// Signs the invited in again, where an address has ended their session.
async fn return_to(owner: &mut Browser, invited: &super::people::Invited) {
    let form = [("name", invited.name.as_str()), ("password", super::browser::PASSWORD)];
    let kept = owner.cookie.clone();
    owner.cookie.clear();
    let answer = owner.post("/admin/sign-in", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    *invited.cookie.borrow_mut() = std::mem::replace(&mut owner.cookie, kept);
}

#[actix_web::test]
async fn nobody_gets_past_the_door_without_a_session() {
    let mut browser = Browser::signed_in().await;
    browser.cookie.clear();
    for (address, get, post) in ROUTES {
        let path = filled(address);
        for (need, method) in [(get, "GET"), (post, "POST")] {
            if !matches!(need, Need::May(_)) {
                continue;
            }
            let answer = match method {
                "GET" => browser.get(&path).await,
                _ => browser.post(&path, &[]).await,
            };
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{method} {path}");
            assert!(answer.header("location").starts_with("/admin/sign-in?return="), "{method} {path}");
        }
    }
}

/// Every link and every button that a viewer can reach leads somewhere: nothing is offered that is refused.
#[actix_web::test]
async fn a_viewer_is_offered_nothing_that_is_refused() {
    let (mut owner, connections) = connected(&["ann"]).await;
    let link = [("person_id", "u-1"), ("email", "alice@acme.test"), ("integration", "desk"), ("hours", "24")];
    assert_eq!(owner.post("/admin/connect-links", &link).await.status, StatusCode::OK);
    owner.post("/admin/environment/variables", &[("name", "A"), ("value", "b")]).await;
    owner.post("/admin/environments", &[("name", "prod")]).await;
    let viewer = join(&mut owner, Role::Viewer).await;
    let mut browser = browser_of(&owner, &viewer);
    let mut open = [vec!["/admin/integrations".to_owned()], connections].concat();
    let (mut seen, mut refused) = (BTreeSet::new(), Vec::new());
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let page = browser.get(&path).await;
        if page.status == StatusCode::FORBIDDEN {
            refused.push(format!("GET {path}"));
        }
        for (address, sent) in offered(&page.text) {
            if sent {
                let need =
                    ROUTES.iter().find(|(known, ..)| leads_to(known, &address)).map(|(_, _, post)| *post);
                let is_allowed = match need {
                    Some(Need::May(capability)) => may(Role::Viewer, capability),
                    Some(Need::Open) => true,
                    _ => false,
                };
                if !is_allowed {
                    refused.push(format!("POST {address} on {path}"));
                }
            } else if seen.len() < 300 {
                open.push(address);
            }
        }
    }
    assert!(seen.len() > 20, "{seen:?}");
    assert_eq!(refused, [""; 0], "offered, and refused");
}

/// The addresses of admin that a page offers: links, and forms that are sent and not switched off.
fn offered(text: &str) -> Vec<(String, bool)> {
    let page = scraper::Html::parse_document(text);
    let all = scraper::Selector::parse("a[href^='/admin'], form[method=post][action^='/admin']").unwrap();
    // In whichever environment: what is offered is the same.
    let place = Regex::new("^/admin/in/[^/]+").unwrap();
    let path = |address: &str| {
        place.replace(address.split(['?', '#']).next().unwrap_or_default(), "/admin").into_owned()
    };
    let is_off = |element: scraper::ElementRef<'_>| {
        element
            .ancestors()
            .filter_map(scraper::ElementRef::wrap)
            .any(|above| above.attr("disabled").is_some())
    };
    let of = |element: scraper::ElementRef<'_>| match element.attr("href") {
        Some(href) => Some((path(href), false)),
        None => element.attr("action").filter(|_| !is_off(element)).map(|action| (path(action), true)),
    };
    page.select(&all).filter_map(of).collect()
}

/// Whether an address fits a line of the table.
fn leads_to(pattern: &str, address: &str) -> bool {
    let (pattern, address) = (format!("/admin{pattern}"), address);
    let (known, asked): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), address.split('/').collect());
    known.len() == asked.len()
        && known.iter().zip(asked).all(|(known, own)| known.starts_with('{') || *known == own)
}

/// A form that an editor would send, sent by a viewer past the page: nothing comes of it.
#[actix_web::test]
async fn a_viewers_forged_forms_change_nothing() {
    let mut owner = Browser::signed_in().await;
    let viewer = join(&mut owner, Role::Viewer).await;
    let mut browser = browser_of(&owner, &viewer);
    let form = [("name", "stolen"), ("scope", "environment:*")];
    assert_eq!(browser.post("/admin/api-keys", &form).await.status, StatusCode::FORBIDDEN);
    let page = browser.get("/admin/api-keys").await;
    assert!(!page.text.contains("stolen"));
    assert_eq!(page.texts("fieldset[disabled].looked-at form .button"), ["Make key"]);
    assert!(page.text.contains("Your role lets you look at this page"));
    assert!(page.texts("nav a").iter().all(|place| place != "People"));
}
