//! A flow begins with a press on a page of ours, or from the application's own page; every other start asks first.

use reqwest::StatusCode;

use super::{
    Decision, HOST, Visitor, apps, at_service, connected, consent, cookies, expect_nothing, framed,
    popup_address, press, session_of,
};
use crate::support::{oauth::come_back, visitor::Destination};

const ASKS: &str = "Connect Troublemaker?";

#[actix_web::test]
async fn an_address_that_was_prepared_for_somebody_else_shows_who_connects_what_and_asks() {
    for app in apps().await {
        let address = popup_address(&app, "mallory").await;
        let starts = [
            (Destination::Document, None),
            (Destination::Document, Some("https://evil.example/mail")),
            (Destination::Document, Some("https://app.acme.example.evil.example/")),
            (Destination::Document, Some("http://app.acme.example/")),
            (Destination::Document, Some("null")),
            // A frame is no popup, whoever frames it.
            (Destination::Iframe, Some("https://app.acme.example/")),
        ];
        for (destination, referer) in starts {
            let mut victim = Visitor { destination, referer, ..Visitor::tab(&app) };
            let page = victim.open(&address).await;
            assert_eq!(page.says(), (200, ASKS.into()), "{destination:?} {referer:?}");
            assert!(page.text_of(".who").contains("mallory@acme.example"), "{}", page.text_of(".who"));
            assert_eq!(cookies(&page), [""; 0], "{referer:?}");
            assert_eq!(page.policy("frame-ancestors"), "'none'");
            assert_eq!(page.header("cache-control"), "no-store");
            assert!(!page.text.contains("/oauth/authorize"), "no way to the service");
        }
        // A client that says nothing of itself is asked too.
        let bare = app.send(reqwest::Method::GET, &address, &[("referer", HOST)], None).await;
        assert_eq!(bare.says(), (200, ASKS.into()));
        expect_nothing(&app).await;
    }
}

#[actix_web::test]
async fn the_applications_own_page_opens_it_at_once() {
    for app in apps().await {
        let address = popup_address(&app, "alice").await;
        let mut popup = Visitor { referer: Some("https://app.acme.example/"), ..Visitor::tab(&app) };
        let leaving = popup.open(&address).await;
        assert_eq!(leaving.status, StatusCode::FOUND, "{}", leaving.text);
        assert_eq!(leaving.header("cache-control"), "no-store");
        assert_eq!(leaving.header("referrer-policy"), "no-referrer", "the token stays here");
        let service = leaving.header("location").parse().unwrap();
        let back = consent(&service, Decision::Allow).await;
        assert_eq!(come_back(&mut popup, &back).await.status, StatusCode::OK);
        assert_eq!(connected(&app).await, ["alice"]);
    }
}

#[actix_web::test]
async fn the_press_that_goes_on_comes_from_our_own_page() {
    for app in apps().await {
        let address = popup_address(&app, "mallory").await;
        for site in ["cross-site", "same-site", "none"] {
            let mut victim = Visitor { site, ..Visitor::tab(&app) };
            let refused = victim.post(&address, &[]).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{site}");
            assert_eq!(cookies(&refused), [""; 0], "{site}");
        }
        for origin in ["https://evil.example", "null"] {
            let refused = app.send(reqwest::Method::POST, &address, &[("origin", origin)], None).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{origin}");
        }
        let nobody = app.send(reqwest::Method::POST, &address, &[], None).await;
        assert_eq!(nobody.status, StatusCode::FORBIDDEN);
        expect_nothing(&app).await;
        let mut asked = Visitor::tab(&app);
        asked.open(&address).await;
        let leaving = asked.post(&address, &[]).await;
        assert_eq!(leaving.heading(), "Taking you to Troublemaker");
        assert_eq!(cookies(&leaving).len(), 1);
    }
}

#[actix_web::test]
async fn a_stolen_page_address_is_worth_nothing_in_another_window() {
    for app in apps().await {
        let (frame, form) = framed(&app, &session_of(&app, "mallory").await).await;
        let mut victim = Visitor { at: frame.at.clone(), ..Visitor::tab(&app) };
        let refused = victim.open(frame.at.as_str()).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text);
        assert_eq!(refused.value("ticket"), None);
        let start = frame.at.join(&form.attribute("form.form", "action").unwrap()).unwrap();
        // Without a ticket, with one of nobody, and from another site with the right one.
        for fields in [vec![], vec![("ticket", "")], vec![("ticket", "AAAA")]] {
            let refused = victim.post(start.as_str(), &fields).await;
            assert!(refused.status.is_client_error(), "{fields:?} {}", refused.status);
            assert_eq!(cookies(&refused), [""; 0]);
        }
        let ticket = form.value("ticket").unwrap();
        for site in ["cross-site", "same-site", "none"] {
            let mut foreign = Visitor { at: frame.at.clone(), site, ..Visitor::tab(&app) };
            let refused = foreign.post(start.as_str(), &[("ticket", &ticket)]).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{site}");
            assert_eq!(cookies(&refused), [""; 0]);
        }
        let fetched = victim.open(start.as_str()).await;
        assert!(fetched.status.is_client_error(), "a start is no link: {}", fetched.status);
        expect_nothing(&app).await;
    }
}

#[actix_web::test]
async fn a_ticket_is_good_on_its_own_page_for_its_own_integration_once() {
    for app in apps().await {
        app.oauth_integration("demo-troublemaker", "other", "demo-app").await;
        let token =
            app.session(&serde_json::json!({ "tags": {}, "allowed_integrations": ["it", "other"] })).await;
        let (mut one, _) = framed(&app, &token).await;
        let (mut two, _) = framed(&app, &token).await;
        let form = one.open("integrations/it").await;
        let foreign = two.open("integrations/it").await;
        let sibling = one.open("other").await;
        one.at = one.at.join("it").unwrap();
        for wrong in [&foreign, &sibling] {
            let ticket = wrong.value("ticket").unwrap();
            let refused =
                one.post(&form.attribute("form.form", "action").unwrap(), &[("ticket", &ticket)]).await;
            assert_eq!(refused.status, StatusCode::CONFLICT);
            assert_eq!(cookies(&refused), [""; 0]);
        }
        // The popup is a window of its own; the frame's address is all it shares with the frame.
        let mut popup = Visitor { at: one.at.clone(), ..Visitor::tab(&app) };
        assert_eq!(press(&mut popup, &form).await.status, StatusCode::OK);
        let used = press(&mut popup, &form).await;
        assert_eq!(used.says(), (409, "This button was used before".into()));
        assert_eq!(cookies(&used), [""; 0]);
        expect_nothing(&app).await;
    }
}

#[actix_web::test]
async fn leaving_again_closes_the_way_back_of_before() {
    for app in apps().await {
        let (frame, form) = framed(&app, &session_of(&app, "alice").await).await;
        let mut popup = Visitor { at: frame.at.clone(), ..Visitor::tab(&app) };
        let first = crate::support::oauth::leave(&mut popup, &form).await;
        let waiting = form.attribute("form.form", "data-waiting").unwrap();
        let mut frame = frame;
        let waiting = frame.open(&waiting).await;
        let start = waiting.attribute("form[target]", "action").unwrap();
        let ticket = waiting.value("ticket").unwrap();
        popup.at = frame.at.clone();
        let leaving = popup.post(&start, &[("ticket", &ticket)]).await;
        let second = leaving.attribute("a.button", "href").unwrap().parse().unwrap();
        // The old `state` is another one's now: it is not known any more.
        let stale = consent(&first, Decision::Allow).await;
        assert_eq!(come_back(&mut popup, &stale).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(app.mock.count("authorization_code"), 0);
        let back = consent(&second, Decision::Allow).await;
        assert_eq!(come_back(&mut popup, &back).await.status, StatusCode::OK);
        assert_eq!(connected(&app).await, ["alice"]);
    }
}

#[actix_web::test]
async fn a_session_that_ended_or_never_was_starts_nothing() {
    for app in apps().await {
        let mut popup = Visitor { referer: Some("https://app.acme.example/"), ..Visitor::tab(&app) };
        for token in ["", "none", &format!("nango_connect_session_{}", "0".repeat(64))] {
            let refused = popup.open(&format!("/oauth/connect/it?connect_session_token={token}")).await;
            assert_eq!(refused.status, StatusCode::GONE, "{token}");
        }
        let address = popup_address(&app, "alice").await;
        let elsewhere = address.replace("/it?", "/none?");
        assert_eq!(popup.open(&elsewhere).await.status, StatusCode::NOT_FOUND);
        app.clock.advance_millis(31 * 60 * 1000);
        assert_eq!(popup.open(&address).await.status, StatusCode::GONE);
        assert_eq!(popup.post(&address, &[]).await.status, StatusCode::GONE);
        assert_eq!(popup.cookie, "");
        expect_nothing(&app).await;
    }
}

#[actix_web::test]
async fn a_start_in_a_hosted_page_needs_the_tab_it_was_opened_in() {
    for app in apps().await {
        let mut tab = Visitor::tab(&app);
        let form = tab.open_link(&session_of(&app, "mallory").await).await;
        let mut victim = Visitor { at: tab.at.clone(), ..Visitor::tab(&app) };
        let refused = press(&mut victim, &form).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let (mut victim, _) = at_service(&app, "alice").await;
        victim.at = tab.at.clone();
        assert_eq!(press(&mut victim, &form).await.status, StatusCode::FORBIDDEN);
        expect_nothing(&app).await;
    }
}
