//! What an owner's backend hears: signed, in order, until it answers.

use std::sync::{Arc, Mutex};

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use connect_ui::webhook::{self, Breakers, Courier};
use hmac::{Hmac, KeyInit as _, Mac as _};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::support::app::{TestApp, free_address, spawn_apps};

/// A backend that writes down what it is sent, and answers as it is told.
#[derive(Clone)]
struct Backend {
    url: String,
    heard: Arc<Mutex<Vec<Heard>>>,
    answers: Arc<Mutex<Vec<u16>>>,
}

#[derive(Clone, Debug)]
struct Heard {
    headers: Vec<(String, String)>,
    body: String,
}

impl Heard {
    fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    fn connection_id(&self) -> String {
        let body: Value = serde_json::from_str(&self.body).expect("JSON");
        body["connectionId"].as_str().expect("an id").to_owned()
    }
}

impl Backend {
    /// Answers 200 unless [`Self::answers`] says otherwise.
    fn start() -> Self {
        let address = free_address();
        let backend =
            Self { url: format!("http://{address}/hook"), heard: Arc::default(), answers: Arc::default() };
        let own = backend.clone();
        let server = HttpServer::new(move || {
            let own = own.clone();
            App::new().default_service(web::to(move |request: HttpRequest, body: String| {
                let own = own.clone();
                async move { own.hear(&request, body) }
            }))
        });
        let server = server.workers(1).disable_signals().bind(address).expect("the backend binds").run();
        actix_web::rt::spawn(server);
        backend
    }

    fn hear(&self, request: &HttpRequest, body: String) -> HttpResponse {
        let text =
            |value: &actix_web::http::header::HeaderValue| value.to_str().unwrap_or_default().to_owned();
        let headers = request.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        self.heard.lock().expect("a lock").push(Heard { headers, body });
        let mut answers = self.answers.lock().expect("a lock");
        let status = if answers.is_empty() { 200 } else { answers.remove(0) };
        HttpResponse::build(actix_web::http::StatusCode::from_u16(status).expect("a status")).finish()
    }

    /// The next answers, in order; 200 after them.
    fn answers(&self, statuses: &[u16]) {
        *self.answers.lock().expect("a lock") = statuses.to_vec();
    }

    fn heard(&self) -> Vec<Heard> {
        self.heard.lock().expect("a lock").clone()
    }
}

async fn send_all_to(app: &TestApp, settings: &Value) {
    let path = "/api/v1/environments/webhook?env=dev";
    let answer = app.call(&app.key, Method::PATCH, path, Some(settings)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

async fn connect(app: &TestApp) -> String {
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
    let path = format!("/api-auth/api-key/it?connect_session_token={token}&params[subdomain]=acme");
    let answer = app.submit(&path, &json!({ "apiKey": "demo-key" })).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.json()["connectionId"].as_str().expect("a value").to_owned()
}

/// Does all that can be done at this moment of the clock.
async fn work(app: &TestApp, breakers: &Breakers) {
    while webhook::work(&app.state.services, breakers).await.expect("the outbox works") {}
}

async fn log(app: &TestApp, query: &str) -> Vec<Value> {
    let answer = app.get(&format!("/webhook-deliveries{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.json()["data"].as_array().expect("a value").clone()
}

fn hmac(key: &str, text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("a value");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

async fn rotate(app: &TestApp) -> String {
    let answer = app.post("/environment/webhook-signing-key/rotate", &json!({})).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.json()["data"]["webhook_signing_key"].as_str().expect("a value").to_owned()
}

#[actix_web::test]
async fn both_addresses_hear_of_a_connection_signed_by_the_key_that_was_told() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let (primary, secondary) = (Backend::start(), Backend::start());
        send_all_to(&app, &json!({ "primary_url": primary.url, "secondary_url": secondary.url })).await;
        let key = rotate(&app).await;
        let id = connect(&app).await;
        work(&app, &Breakers::default()).await;
        for backend in [&primary, &secondary] {
            let heard = backend.heard();
            assert_eq!(heard.len(), 1);
            let heard = &heard[0];
            assert_eq!(heard.connection_id(), id);
            assert_eq!(heard.header("content-type"), "application/json");
            assert_eq!(heard.header("x-nango-hmac-sha256"), hex::encode(hmac(&key, &heard.body)));
            let (message, at) = (heard.header("webhook-id"), heard.header("webhook-timestamp"));
            let signed = hmac(&key, &format!("{message}.{at}.{}", heard.body));
            let signature =
                format!("v1,{}", base64::Engine::encode(&base64::prelude::BASE64_STANDARD, signed));
            let all: Vec<&str> = heard.header("webhook-signature").split(' ').collect();
            assert_eq!((all[0], all.len()), (signature.as_str(), 2), "the old key signs too, for a day");
        }
        let delivered = log(&app, "?state=delivered").await;
        assert_eq!(delivered.len(), 2);
        assert_eq!((&delivered[0]["last_status"], &delivered[0]["attempts"]), (&json!(200), &json!(1)));
        let again = app.post("/environment/webhook-signing-key/rotate", &json!({})).await;
        assert_eq!(again.refusal(), (409, "multiple_webhook_signing_keys".into()));
    }
}

#[actix_web::test]
async fn what_is_refused_comes_again_and_nothing_of_that_connection_overtakes_it() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let backend = Backend::start();
        send_all_to(&app, &json!({ "primary_url": backend.url })).await;
        let breakers = Breakers::default();
        backend.answers(&[503]);
        let first = connect(&app).await;
        work(&app, &breakers).await;
        assert_eq!(backend.heard().len(), 1, "one attempt, then a wait");
        let waiting = &log(&app, "?state=waiting").await[0];
        assert_eq!((&waiting["last_status"], &waiting["last_error"]), (&json!(503), &json!("refused")));
        // A second event of the same connection waits behind the first; another connection does not.
        again(&app, &first).await;
        let other = connect(&app).await;
        work(&app, &breakers).await;
        let heard: Vec<String> = backend.heard().iter().map(Heard::connection_id).collect();
        assert_eq!(heard, [first.clone(), other.clone()]);
        app.clock.advance_millis(60_000);
        work(&app, &breakers).await;
        let heard = backend.heard();
        let ids: Vec<String> = heard.iter().map(Heard::connection_id).collect();
        assert_eq!(ids, [first.clone(), other, first.clone(), first], "in the order in which they happened");
        assert_eq!(
            heard[0].header("webhook-id"),
            heard[2].header("webhook-id"),
            "the same webhook once more"
        );
        assert_ne!(heard[2].header("webhook-id"), heard[3].header("webhook-id"));
        assert_eq!(log(&app, "?state=waiting").await.len(), 0);
    }
}

/// A second webhook of a connection, as a change of it would write one.
async fn again(app: &TestApp, connection_id: &str) {
    let sql = format!(
        "INSERT INTO webhook_outbox (id, environment_id, connection_row, url_override, body, created_at) \
         SELECT 'second-' || o.id, o.environment_id, o.connection_row, o.url_override, \
         replace(o.body, '\"creation\"', '\"override\"'), o.created_at FROM webhook_outbox o \
         JOIN connection c ON c.id = o.connection_row WHERE c.connection_id = '{connection_id}'"
    );
    crate::oauth::database::Rows::of(app).run(&sql).await;
}

#[actix_web::test]
async fn an_address_that_never_answers_is_given_up_after_a_day_and_can_be_asked_again() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let backend = Backend::start();
        send_all_to(&app, &json!({ "primary_url": backend.url })).await;
        let breakers = Breakers::default();
        backend.answers(&[500; 40]);
        connect(&app).await;
        for _ in 0..24 * 6 * 3 {
            work(&app, &breakers).await;
            app.clock.advance_millis(10 * 60_000);
        }
        assert_eq!(backend.heard().len(), 12);
        let given_up = log(&app, "?state=given_up").await;
        let id = given_up[0]["id"].as_str().unwrap();
        backend.answers(&[]);
        let replay = app.post(&format!("/webhook-deliveries/{id}/replay"), &json!({})).await;
        assert_eq!(replay.status, StatusCode::ACCEPTED, "{}", replay.text);
        work(&app, &breakers).await;
        assert_eq!(backend.heard().len(), 13);
        let one = app.get(&format!("/webhook-deliveries/{id}")).await.json();
        assert_eq!(one["data"]["state"], "delivered");
        assert_eq!(one["data"]["body"], backend.heard()[12].body.as_str());
    }
}

#[actix_web::test]
async fn an_address_that_is_gone_is_asked_once_and_a_switch_or_no_address_is_silence() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let backend = Backend::start();
        let breakers = Breakers::default();
        connect(&app).await;
        work(&app, &breakers).await;
        send_all_to(&app, &json!({ "primary_url": backend.url, "on_auth_creation": false })).await;
        connect(&app).await;
        work(&app, &breakers).await;
        assert_eq!(log(&app, "").await.len(), 0);
        send_all_to(&app, &json!({ "on_auth_creation": true })).await;
        backend.answers(&[410]);
        connect(&app).await;
        work(&app, &breakers).await;
        assert_eq!(log(&app, "").await[0]["state"], "given_up");
        assert_eq!(backend.heard().len(), 1);
    }
}

#[actix_web::test]
async fn what_a_killed_process_was_sending_is_sent_by_the_next() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let backend = Backend::start();
        send_all_to(&app, &json!({ "primary_url": backend.url })).await;
        connect(&app).await;
        webhook::spread(&app.state.services).await.unwrap();
        // It takes the delivery, and is killed before it has noted the answer.
        let lease = app.clock.now().0 + 60_000;
        let rows = crate::oauth::database::Rows::of(&app);
        rows.run(&format!("UPDATE webhook_delivery SET lease_until = {lease}")).await;
        let breakers = Breakers::default();
        work(&app, &breakers).await;
        assert_eq!(backend.heard().len(), 0, "it may still be on its way");
        app.clock.advance_millis(60_001);
        work(&app, &breakers).await;
        assert_eq!(backend.heard().len(), 1);
    }
}

#[actix_web::test]
async fn another_environment_sees_and_sends_nothing_of_this_one() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let backend = Backend::start();
        send_all_to(&app, &json!({ "primary_url": backend.url })).await;
        connect(&app).await;
        work(&app, &Breakers::default()).await;
        let id = log(&app, "").await[0]["id"].as_str().unwrap().to_owned();
        let (_, key) = app.environment("prod", &["environment:*"]).await;
        let list = app.call(&key, Method::GET, "/webhook-deliveries", None).await;
        assert_eq!(list.json()["data"], json!([]));
        let one = app.call(&key, Method::GET, &format!("/webhook-deliveries/{id}"), None).await;
        assert_eq!(one.refusal(), (404, "not_found".into()));
        let path = format!("/webhook-deliveries/{id}/replay");
        assert_eq!(app.call(&key, Method::POST, &path, None).await.status, StatusCode::NOT_FOUND);
        let foreign = "/api/v1/environments/webhook?env=dev";
        let change = app.call(&key, Method::PATCH, foreign, Some(&json!({ "primary_url": "" }))).await;
        assert_eq!(change.refusal(), (404, "unknown_environment".into()));
        for body in [json!({}), json!({ "primary_url": "https://10.0.0.1/" }), json!({ "nothing": 1 })] {
            let path = "/api/v1/environments/webhook?env=dev";
            let refused = app.call(&app.key, Method::PATCH, path, Some(&body)).await;
            assert_eq!(refused.refusal(), (400, "invalid_body".into()), "{body}");
        }
    }
}

/// An address that takes what it is sent, and does not answer while the test runs.
async fn silence() -> (String, tokio::net::TcpListener) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    (format!("http://{}/hook", listener.local_addr().expect("an address")), listener)
}

#[actix_web::test]
async fn an_address_that_does_not_answer_holds_up_no_other() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let (backend, (silent, _listener)) = (Backend::start(), silence().await);
        // The silent one has more to hear than may be under way to one address.
        send_all_to(&app, &json!({ "primary_url": silent, "secondary_url": backend.url })).await;
        let mut ids = Vec::new();
        for _ in 0..12 {
            ids.push(connect(&app).await);
        }
        let (services, breakers) = (&app.state.services, Breakers::default());
        while webhook::spread(services).await.expect("a spread") > 0 {}
        let mut courier = Courier::new(services, &breakers);
        let mut taken = 0;
        while backend.heard().len() < ids.len() {
            taken += courier.take().await.expect("the outbox works");
            courier.finished().await.expect("something is under way").expect("it is stored");
        }
        assert_eq!(taken, 12 + 8, "all of the one that answers, eight of the one that does not");
        // The process ends: what the silent address has not answered for is anybody's at once.
        courier.finish(std::time::Duration::ZERO).await.expect("given back");
        let mut other = Courier::new(services, &breakers);
        let again = other.take().await.expect("the outbox works");
        assert!(again >= 8, "{again}: without their leases only four would be free");
    }
}
