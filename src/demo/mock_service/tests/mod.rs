//! What the mock service promises, by HTTP alone.

mod authorize;
mod faults;
mod keys;
mod login;
mod oauth1;
mod registered;
mod token;

use std::time::Duration;

use actix_web::{
    App,
    http::{StatusCode, header::HeaderMap},
    test::{TestRequest, call_service, init_service, read_body},
    web::Data,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;
use url::{Url, form_urlencoded};

use super::{MockSettings, RedirectUris, Service, codes::s256, configure};
use crate::clock::{Clock, Random, Timestamp};

/// What the clients have registered.
const CALLBACK: &str = "http://localhost:3003/oauth/callback";
const ISSUER: &str = "http://127.0.0.1:4711";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// A mock service on a clock that stands.
struct Bench {
    service: Data<Service>,
    clock: Clock,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Bench {
    fn new() -> Self {
        let clock = Clock::fixed(Timestamp(1_738_317_600_000));
        let settings = MockSettings {
            clock: clock.clone(),
            random: Random::seeded(7),
            redirect_uris: RedirectUris::OfOrigin(Url::parse("http://localhost:3003").unwrap()),
            slow: Duration::ZERO,
        };
        Self { service: Data::new(Service::new(&Url::parse(ISSUER).unwrap(), settings)), clock }
    }

    async fn send(&self, request: TestRequest) -> Answer {
        let service = self.service.clone();
        let app = init_service(App::new().configure(|config| configure(config, service))).await;
        let answer = call_service(&app, request.to_request()).await;
        let (status, headers) = (answer.status(), answer.headers().clone());
        Answer { status, headers, text: String::from_utf8(read_body(answer).await.to_vec()).unwrap() }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(TestRequest::get().uri(path)).await
    }

    async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send(TestRequest::post().uri(path).set_form(form)).await
    }

    /// Presses Allow; answers where the browser goes.
    async fn allow(&self, client_id: &str) -> Returned {
        self.decide(&consent_address(client_id, &[]), "allow").await
    }

    async fn decide(&self, address: &str, decision: &str) -> Returned {
        let answer = self.post(address, &[("decision", decision)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        Returned(Url::parse(answer.header("location")).unwrap())
    }

    /// Takes the code of a client to the token endpoint.
    async fn redeem(&self, client_id: &str, code: &str) -> Answer {
        let form = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", CALLBACK),
            ("code_verifier", VERIFIER),
            ("client_id", client_id),
            ("client_secret", "demo-secret"),
        ];
        self.post("/oauth/token", &form).await
    }

    /// The whole way.
    async fn tokens(&self, client_id: &str) -> Value {
        let code = self.allow(client_id).await.get("code").unwrap();
        let answer = self.redeem(client_id, &code).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        answer.json()
    }

    async fn refresh(&self, client_id: &str, token: &Value) -> Answer {
        let form = [("grant_type", "refresh_token"), ("refresh_token", token.as_str().unwrap())];
        let authorization = basic(client_id, "demo-secret");
        self.send(
            TestRequest::post()
                .uri("/oauth/token")
                .insert_header(("authorization", authorization))
                .set_form(form),
        )
        .await
    }

    async fn me(&self, access_token: &Value) -> Answer {
        let authorization = format!("Bearer {}", access_token.as_str().unwrap());
        self.send(TestRequest::get().uri("/api/me").insert_header(("authorization", authorization))).await
    }
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.text))
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Status and error code.
    fn refusal(&self) -> (u16, String) {
        (self.status.as_u16(), self.json()["error"].as_str().unwrap_or_default().to_owned())
    }
}

/// The address with which a person comes back.
struct Returned(Url);

impl Returned {
    fn get(&self, name: &str) -> Option<String> {
        self.0.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }
}

/// The consent page of a client, with further or other parameters; an empty one is left out.
fn consent_address(client_id: &str, others: &[(&str, &str)]) -> String {
    let challenge = s256(VERIFIER);
    let usual = [
        ("response_type", "code"),
        ("client_id", client_id),
        ("redirect_uri", CALLBACK),
        ("scope", "events:read profile"),
        ("state", "st&te"),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
    ];
    let kept = usual.iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    let all = kept.chain(others).filter(|(_, value)| !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(all).finish();
    format!("/oauth/authorize?{query}")
}

fn basic(id: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{id}:{secret}")))
}
