//! The way back is for the browser that left, once.

use reqwest::StatusCode;

use super::{Decision, Visitor, apps, at_service, connected, consent, expect_nothing};
use crate::support::oauth::come_back;

const ELSEWHERE: &str = "Please finish where you started";

#[actix_web::test]
async fn a_victim_who_is_sent_the_services_address_connects_nothing_to_the_attacker() {
    for app in apps().await {
        let (mut attacker, service) = at_service(&app, "mallory").await;
        // The victim is signed in at the service, and allows what looks like a service they know.
        let back = consent(&service, Decision::Allow).await;
        let refused = come_back(&mut Visitor::tab(&app), &back).await;
        assert_eq!(refused.says(), (400, ELSEWHERE.into()));
        // Not with cookies that the victim has of a flow of their own, nor with a made-up one of the right name.
        let (mut victim, _) = at_service(&app, "alice").await;
        assert_eq!(come_back(&mut victim, &back).await.says(), (400, ELSEWHERE.into()));
        let own = attacker.cookie.split("; ").find(|pair| pair.starts_with("cf-")).expect("a cookie");
        let name = own.split('=').next().expect("a name");
        for value in ["0".repeat(64), String::new(), "x".repeat(64), own[name.len() + 1..].to_uppercase()] {
            let mut forged = Visitor { cookie: format!("{name}={value}"), ..Visitor::tab(&app) };
            assert_eq!(come_back(&mut forged, &back).await.says(), (400, ELSEWHERE.into()), "{value}");
        }
        expect_nothing(&app).await;
        // The attacker sees that the flow still waits, and nothing of what the victim did.
        assert_eq!(attacker.open("/oauth/done/none").await.status, StatusCode::BAD_REQUEST);
    }
}

#[actix_web::test]
async fn a_callback_link_that_is_forwarded_puts_no_foreign_account_into_the_victims_workspace() {
    for app in apps().await {
        let (_, service) = at_service(&app, "mallory").await;
        let link = consent(&service, Decision::Allow).await;
        let (mut victim, own_service) = at_service(&app, "alice").await;
        let refused = come_back(&mut victim, &link).await;
        assert_eq!(refused.says(), (400, ELSEWHERE.into()));
        expect_nothing(&app).await;
        // The attacker's code under the victim's own `state` is what PKCE is for.
        let own = consent(&own_service, Decision::Allow).await;
        let code = |link: &url::Url| {
            link.query_pairs().find(|(name, _)| name == "code").expect("a code").1.into_owned()
        };
        let mut injected = own.clone();
        let pairs: Vec<(String, String)> = own.query_pairs().into_owned().collect();
        injected.query_pairs_mut().clear().extend_pairs(pairs.iter().map(|(name, value)| {
            let value = if name == "code" { code(&link) } else { value.clone() };
            (name.clone(), value)
        }));
        let refused = come_back(&mut victim, &injected).await;
        assert_eq!(refused.status, StatusCode::OK, "the form again: {}", refused.text);
        assert_eq!(connected(&app).await, [""; 0]);
    }
}

#[actix_web::test]
async fn a_state_that_came_back_once_never_asks_the_token_endpoint_again() {
    for app in apps().await {
        let (mut tab, service) = at_service(&app, "alice").await;
        let back = consent(&service, Decision::Allow).await;
        let first = tab.open(back.as_str()).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER);
        let with_cookie = tab.cookie.clone();
        assert_eq!(tab.follow(first).await.status, StatusCode::OK);
        assert_eq!(app.mock.count("authorization_code"), 1);
        // Reloaded by the same browser: the result, from where it was. By any other: nothing.
        let mut again = Visitor { cookie: with_cookie, ..Visitor::tab(&app) };
        let reloaded = again.open(back.as_str()).await;
        assert_eq!(reloaded.status, StatusCode::SEE_OTHER);
        for mut late in [tab, Visitor::tab(&app)] {
            let refused = come_back(&mut late, &back).await;
            assert_eq!(refused.says(), (400, "This was finished before".into()));
        }
        assert_eq!(app.mock.count("authorization_code"), 1);
        assert_eq!(connected(&app).await, ["alice"]);
    }
}

#[actix_web::test]
async fn a_guessed_or_garbled_state_leads_nowhere() {
    for app in apps().await {
        let (mut tab, service) = at_service(&app, "alice").await;
        let back = consent(&service, Decision::Allow).await;
        let state = back.query_pairs().find(|(name, _)| name == "state").expect("a state").1.into_owned();
        let other_secret = format!("{}{}", &state[..32], "0".repeat(64));
        let unknown = format!("{}{}", "0".repeat(32), &state[32..]);
        for state in [other_secret, unknown, state[..32].to_owned(), String::new(), "\0".to_owned()] {
            let mut guessed = back.clone();
            guessed.query_pairs_mut().clear().append_pair("state", &state).append_pair("code", "code");
            let refused = come_back(&mut tab, &guessed).await;
            assert_eq!(refused.says(), (400, "We do not know this connection".into()), "{state}");
        }
        let nothing = tab.open("/oauth/callback").await;
        assert_eq!(nothing.status, StatusCode::BAD_REQUEST);
        expect_nothing(&app).await;
        assert_eq!(come_back(&mut tab, &back).await.status, StatusCode::OK);
        assert_eq!(connected(&app).await, ["alice"]);
    }
}

/// How many flows the browser's cookies stand for. By name: a flow's random id may hold "cf-" as well.
fn flows_in(cookies: &str) -> usize {
    cookies.split("; ").filter(|cookie| cookie.starts_with("cf-")).count()
}

#[actix_web::test]
async fn two_tabs_of_one_browser_finish_each_its_own_flow() {
    for app in apps().await {
        let (mut browser, one) = at_service(&app, "alice").await;
        // The second tab opens another link and leaves too; the browser keeps both cookies.
        let token = super::session_of(&app, "bob").await;
        let form = browser.open_link(&token).await;
        let two = crate::support::oauth::leave(&mut browser, &form).await;
        assert_eq!(flows_in(&browser.cookie), 2, "{}", browser.cookie);
        let (one, two) = (consent(&one, Decision::Allow).await, consent(&two, Decision::Allow).await);
        assert_eq!(come_back(&mut browser, &two).await.status, StatusCode::OK);
        assert_eq!(come_back(&mut browser, &one).await.status, StatusCode::OK);
        assert_eq!(connected(&app).await, ["alice", "bob"]);
        assert_eq!(flows_in(&browser.cookie), 0, "spent: {}", browser.cookie);
    }
}

#[actix_web::test]
async fn the_result_is_told_to_the_browser_that_left_alone() {
    for app in apps().await {
        let (mut tab, service) = at_service(&app, "alice").await;
        let back = consent(&service, Decision::Allow).await;
        let done = tab.open(back.as_str()).await;
        let address = done.header("location").to_owned();
        let (mut other, _) = at_service(&app, "mallory").await;
        for visitor in [&mut Visitor::tab(&app), &mut other] {
            let refused = visitor.open(&address).await;
            assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", refused.text);
            assert!(!refused.text.contains("data-result"));
        }
    }
}

#[actix_web::test]
async fn an_answer_that_returns_too_late_is_not_used() {
    for app in apps().await {
        let (mut tab, service) = at_service(&app, "alice").await;
        let back = consent(&service, Decision::Allow).await;
        app.clock.advance_millis(41 * 60 * 1000);
        let late = come_back(&mut tab, &back).await;
        assert_eq!(late.says(), (400, "That took too long".into()));
        expect_nothing(&app).await;
    }
}

#[actix_web::test]
async fn a_form_that_returns_by_post_is_sent_once_more_by_our_own_page() {
    for app in apps().await {
        let (mut tab, service) = at_service(&app, "alice").await;
        let back = consent(&service, Decision::Allow).await;
        let fields: Vec<(String, String)> = back.query_pairs().into_owned().collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        // A cross-site POST brings no Lax cookie; even with one it is only drawn again.
        for cookie in [String::new(), tab.cookie.clone()] {
            let mut posting = Visitor { cookie, site: "cross-site", ..Visitor::tab(&app) };
            let page = posting.post("/oauth/callback", &fields).await;
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(page.header("cache-control"), "no-store");
            assert_eq!(page.policy("frame-ancestors"), "'none'");
            assert_eq!(page.policy("form-action"), "'self'");
            assert_eq!(page.attribute("form[data-resubmit]", "method").as_deref(), Some("get"));
            assert_eq!(page.attribute("form[data-resubmit]", "action"), None, "to its own address");
            for (name, value) in &fields {
                assert_eq!(page.value(name).as_deref(), Some(*value));
            }
        }
        expect_nothing(&app).await;
        assert_eq!(come_back(&mut tab, &back).await.status, StatusCode::OK);
        assert_eq!(connected(&app).await, ["alice"]);
    }
}
