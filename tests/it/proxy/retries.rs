//! What is tried again, how often, and after which wait. The clock stands: who waits moves it.

use std::sync::atomic::{AtomicUsize, Ordering};

use actix_web::http::StatusCode;

use super::service::{Caller, Service, app_at};
use crate::support::app::TestApp;

const DEFINITIONS: &str = "
keyed:
    display_name: By the usual rules
    auth_mode: API_KEY
    proxy: { base_url: '{origin}', headers: { authorization: 'Bearer ${apiKey}' } }
    credentials: { apiKey: { type: string, title: Key } }
ruled:
    display_name: By its own rules
    auth_mode: API_KEY
    proxy:
        base_url: '{origin}'
        retry:
            after: [retry-after, x-later]
            at: [x-reset]
            remaining: x-left
            error_code: ['409', '520-529', '53x', '531']
            in_body: { path: error.message, value: '/Retry after (.+)/', strategy: at }
    credentials: { apiKey: { type: string, title: Key } }
";

/// Answers a path with these statuses, one after another, then with 200.
fn plan(
    service: &Service,
    statuses: &'static [u16],
    header: (&'static str, &'static str),
    body: &'static str,
) {
    let next = AtomicUsize::new(0);
    service.on("/x", move |_, response| {
        let status = statuses.get(next.fetch_add(1, Ordering::Relaxed)).copied().unwrap_or(200);
        response.status(StatusCode::from_u16(status).expect("a status")).insert_header(header);
        response.body(if status == 200 { "done" } else { body })
    });
}

struct Outcome {
    status: u16,
    attempts: usize,
    waited: i64,
}

async fn outcome(app: &TestApp, service: &Service, caller: &Caller<'_>, headers: &[(&str, &str)]) -> Outcome {
    let (before, at) = (service.asked().len(), app.clock.now().0);
    let answer = caller.call("GET", "/x", headers, None).await;
    Outcome {
        status: answer.status.as_u16(),
        attempts: service.asked().len() - before,
        waited: (app.clock.now().0 - at) / 1000,
    }
}

#[actix_web::test]
async fn only_as_often_as_was_asked_for_and_ever_later() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    let caller = Caller::with_key(&app).await;
    for (statuses, headers, status, attempts, waited) in [
        (&[500][..], &[][..], 500, 1, 0),
        (&[500], &[("retries", "0")], 500, 1, 0),
        (&[500, 429, 401], &[("retries", "3")], 200, 4, 3 + 6 + 12),
        (&[503, 503, 503], &[("retries", "2")], 503, 3, 3 + 6),
        (&[404], &[("retries", "3")], 404, 1, 0),
        (&[404, 418], &[("retries", "3"), ("retry-on", "404,418")], 200, 3, 3 + 6),
    ] {
        plan(&service, statuses, ("x-none", "0"), "");
        let seen = outcome(&app, &service, &caller, headers).await;
        assert_eq!(
            (seen.status, seen.attempts, seen.waited),
            (status, attempts, waited),
            "{statuses:?} {headers:?}"
        );
    }
}

#[actix_web::test]
async fn by_the_definitions_own_rules() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    let typed = serde_json::json!({ "apiKey": "k-1234" });
    let caller = Caller::connected(&app, "ruled", "/api-auth/api-key", &typed).await;
    let body = r#"{"error":{"message":"Limit. Retry after 2025-01-31T10:00:40Z"}}"#;
    for (statuses, header, body, status, attempts, waited) in [
        (&[409][..], ("retry-after", "2"), "", 200, 2, 2),
        (&[529], ("x-later", "8"), "", 200, 2, 8),
        (&[531], ("x-reset", "1738317630"), "", 200, 2, 20),
        (&[409], ("x-none", ""), body, 200, 2, 10),
        // It replaces the usual statuses; nothing left is another reason; a wait of hours is the caller's to decide.
        (&[500], ("retry-after", "1"), "", 500, 1, 0),
        (&[403], ("x-left", "0"), "", 200, 2, 3),
        (&[403], ("x-left", "1"), "", 403, 1, 0),
        (&[409], ("retry-after", "7200"), "", 409, 1, 0),
    ] {
        plan(&service, statuses, header, body);
        let seen = outcome(&app, &service, &caller, &[("retries", "3")]).await;
        assert_eq!(
            (seen.status, seen.attempts, seen.waited),
            (status, attempts, waited),
            "{statuses:?} {header:?}"
        );
    }
}

#[actix_web::test]
async fn a_body_that_is_known_goes_again_and_one_that_passed_says_why_not() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    let caller = Caller::with_key(&app).await;
    let (medium, large) = ("m".repeat(2_000_000), "l".repeat(11_000_000));
    for (body, status, attempts, said) in
        [(&medium, 200, 2, ""), (&large, 500, 1, "the body has passed through")]
    {
        plan(&service, &[500], ("x-none", "0"), "");
        let before = service.asked().len();
        let headers = [("retries", "2"), ("content-type", "text/plain")];
        let answer = caller.call("POST", "/x", &headers, Some(body)).await;
        assert_eq!((answer.status.as_u16(), answer.header("connect-ui-not-repeated")), (status, said));
        let asked = &service.asked()[before..];
        assert_eq!(asked.len(), attempts);
        assert!(asked.iter().all(|asked| asked.text() == body));
    }
}

#[actix_web::test]
async fn a_service_that_does_not_answer_is_tried_again_too() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    let caller = Caller::with_key(&app).await;
    let nobody =
        std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let base = format!("http://{nobody}");
    let at = app.clock.now().0;
    let headers = [("base-url-override", base.as_str()), ("retries", "1")];
    let answer = caller.call("GET", "/x", &headers, None).await;
    assert_eq!(answer.refusal(), (502, "unreachable_host".into()));
    assert_eq!((app.clock.now().0 - at) / 1000, 3);
    let told = answer.json();
    assert_eq!((&told["code"], &told["method"]), (&"unreachable_host".into(), &"GET".into()));
    assert_eq!(told["message"], told["error"]["message"]);
}
