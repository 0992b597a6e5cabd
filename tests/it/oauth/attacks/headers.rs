//! What the browser is told to keep: the cookie's attributes, no frame, no store, no code in any page.

use reqwest::StatusCode;

use super::{
    Decision, HOST, Options, Visitor, apps, at_service, consent, cookies, popup_address, spawn_apps_with,
};
use crate::support::app::Answer;

#[actix_web::test]
async fn the_flows_cookie_is_for_this_host_over_https_and_for_no_script() {
    let options = || Options {
        public_url: Some("https://connect.acme.example"),
        allowed_origins: vec![HOST.into()],
        ..Options::default()
    };
    for app in spawn_apps_with(options).await {
        app.oauth_integration("demo-troublemaker", "it", "demo-app").await;
        let mut popup = Visitor { referer: Some("https://app.acme.example/"), ..Visitor::tab(&app) };
        let leaving = popup.open(&popup_address(&app, "alice").await).await;
        assert_eq!(leaving.status, StatusCode::FOUND, "{}", leaving.text);
        let set = cookies(&leaving);
        assert_eq!(set.len(), 1, "{set:?}");
        let mut parts = set[0].split("; ");
        let (name, value) = parts.next().unwrap().split_once('=').unwrap();
        assert!(name.strip_prefix("__Host-cf-").is_some_and(|flow| flow.len() == 36), "{name}");
        assert!(value.len() >= 32, "128 bits");
        let mut attributes: Vec<&str> = parts.collect();
        attributes.sort_unstable();
        // 30 minutes, or until ten minutes after the session's end.
        assert_eq!(attributes, ["HttpOnly", "Max-Age=2400", "Path=/", "SameSite=Lax", "Secure"]);
        // A second one has another value: no constant that could be planted.
        let again = cookies(&popup.open(&popup_address(&app, "alice").await).await);
        assert_ne!(again[0].split("; ").next().unwrap().split_once('=').unwrap().1, value);
    }
}

#[actix_web::test]
async fn nothing_on_the_way_back_can_be_framed_stored_or_shows_the_code() {
    for app in apps().await {
        let (mut tab, service) = at_service(&app, "alice").await;
        let back = consent(&service, Decision::Allow).await;
        let secrets: Vec<String> = back
            .query_pairs()
            .filter(|(name, _)| matches!(&**name, "code" | "state"))
            .map(|(_, value)| value.into_owned())
            .collect();
        assert_eq!(secrets.len(), 2);
        let refused = Visitor::tab(&app).open(back.as_str()).await;
        let callback = tab.open(back.as_str()).await;
        assert_eq!(callback.text, "", "nothing is drawn with the code in the address");
        let done = tab.open(callback.header("location")).await;
        let gone = tab.open("/oauth/done/none").await;
        for answer in [&refused, &callback, &done, &gone] {
            expect_closed(answer);
            for secret in &secrets {
                assert!(!answer.text.contains(secret), "{}", answer.text);
                assert!(!answer.header("location").contains(secret));
            }
        }
        let page = tab.follow(done).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(secrets.iter().all(|secret| !page.text.contains(secret)));
    }
}

#[actix_web::test]
async fn the_popups_result_page_can_be_framed_by_nobody_and_cuts_no_opener() {
    for app in apps().await {
        let mut popup = Visitor { referer: Some("https://app.acme.example/"), ..Visitor::tab(&app) };
        let leaving = popup.open(&popup_address(&app, "alice").await).await;
        let service = leaving.header("location").parse().unwrap();
        let back = consent(&service, Decision::Allow).await;
        let callback = popup.open(back.as_str()).await;
        let done = popup.follow(callback).await;
        assert_eq!(done.attribute("[data-result]", "data-result").as_deref(), Some("success"));
        expect_closed(&done);
        assert_eq!(done.header("cross-origin-opener-policy"), "");
        assert_eq!(done.header("access-control-allow-origin"), "");
        assert_eq!(popup.cookie, "", "the cookie has done its work");
    }
}

fn expect_closed(answer: &Answer) {
    assert_eq!(answer.header("cache-control"), "no-store", "{}", answer.text);
    // Neither lets a path or a query leave.
    assert!(["no-referrer", "strict-origin"].contains(&answer.header("referrer-policy")), "{}", answer.text);
    assert!(
        answer.policy("frame-ancestors") == "'none'" || answer.text.is_empty(),
        "{}",
        answer.header("content-security-policy")
    );
}
