//! A running application of one test's own: a real port, a database, the demo's mock service behind it.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    sync::{
        Once,
        atomic::{AtomicU16, AtomicU64, Ordering},
    },
    time::Duration,
};

use actix_web::web::Data;
use connect_ui::{
    app::{Ambient, App, WebhookSender},
    clock::{Clock, Random, Timestamp},
    config::{PublicUrl, RateLimit, Settings},
    demo::{
        MockService, definitions,
        mock_service::{MockSettings, Service, client::CLIENT_SECRET},
    },
    id::{ApiKeyId, EnvironmentId},
    mail::Mailer,
    origin::{AllowedOrigins, Origin},
    otlp::Tracing,
    outbound::{BaseUrlPolicy, OutboundPolicy, Resolver},
    provider::CatalogSource,
    secret::{ApiKey, Scope, Sealed},
    store::{
        api_key::{self, NewApiKey},
        environment::{self, NewEnvironment},
    },
    web::{default_settings, state::State},
};
use reqwest::{Client, Method, StatusCode, header::HeaderMap};
use secrecy::SecretString;
use serde_json::{Value, json};
use url::Url;

use super::{TestDatabase, databases, sqlite};

/// 2025-01-31T10:00:00.000Z, when every test happens.
pub const NOW: Timestamp = Timestamp(1_738_317_600_000);

/// What tests set differently.
pub struct Options {
    /// Requests a minute.
    pub rate_limit: RateLimit,
    /// Origins that may frame the UI, comma-separated.
    pub allowed_origins: Vec<String>,
    /// Proxies whose forwarding headers are believed.
    pub trusted_proxies: Vec<ipnet::IpNet>,
    /// A provider file beside the demo's; `http://mock.service` in it is the mock service.
    pub definitions: Option<&'static str>,
    /// How long a request's body may take.
    pub body_deadline: Duration,
    /// Which base URLs a proxied call may name.
    pub base_url_override: BaseUrlPolicy,
    /// Where browsers reach it; else at its port.
    pub public_url: Option<&'static str>,
    /// Private targets that may be reached.
    pub outbound: &'static str,
    /// Where other hosts are.
    pub resolver: Resolver,
    /// Further provider files.
    pub provider_files: Vec<PathBuf>,
    /// The way to send letters.
    pub mail: Option<Mailer>,
    /// Where spans go.
    pub tracing: Option<Tracing>,
    /// What encrypts.
    pub encryption_keys: &'static str,
}

/// What makes and ends environments and keys.
pub const ACCOUNT_KEY: &str = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

/// The key of every test that does not change keys.
pub const TEST_KEY: &str = "test:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

impl Default for Options {
    fn default() -> Self {
        Self {
            rate_limit: RateLimit::PerMinute(10_000),
            allowed_origins: Vec::new(),
            trusted_proxies: Vec::new(),
            definitions: None,
            body_deadline: Duration::from_secs(30),
            base_url_override: BaseUrlPolicy::On,
            public_url: None,
            outbound: "127.0.0.1/32",
            resolver: Resolver::System,
            provider_files: Vec::new(),
            mail: None,
            tracing: None,
            encryption_keys: TEST_KEY,
        }
    }
}

/// The application, and a backend that speaks to it.
pub struct TestApp {
    /// Its address, without a slash at the end.
    pub url: String,
    /// Where its numbers are told.
    pub metrics: String,
    /// The API key of its environment `dev`.
    pub key: String,
    /// Its clock, which stands.
    pub clock: Clock,
    /// Its inside, for rows that have no door.
    pub state: Data<State>,
    /// Its database.
    pub database: TestDatabase,
    /// The one-time set-up link.
    pub setup_link: Option<String>,
    /// The service that its definitions point at.
    pub mock: Mock,
    client: Client,
}

/// A running mock service.
#[derive(Clone)]
pub struct Mock {
    /// Its address.
    pub url: Url,
    /// Its inside: what was asked of it, and what its people take back.
    pub service: Data<Service>,
}

impl Mock {
    /// On a port of its own, until the test ends.
    pub fn start() -> Self {
        let settings = MockSettings { slow: Duration::from_millis(500), ..MockSettings::default() };
        let MockService { url, server, service } =
            MockService::bind_with(settings).expect("the mock service binds");
        actix_web::rt::spawn(server);
        Self { url, service }
    }

    /// How often a grant was asked for, or `revocations`.
    pub fn count(&self, what: &str) -> u64 {
        self.service.requests()[what].as_u64().expect("a count")
    }
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub text: String,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.text))
    }

    /// Status and error code.
    pub fn refusal(&self) -> (u16, String) {
        let json = self.json();
        let error = &json["error"];
        assert!(error["message"].as_str().is_some_and(|text| !text.is_empty()), "no message: {json}");
        (self.status.as_u16(), error["code"].as_str().unwrap_or_default().to_owned())
    }

    /// A header as text; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// On SQLite.
pub async fn spawn_app() -> TestApp {
    spawn_app_with(sqlite(), Options::default()).await
}

/// On each database that is there.
pub async fn spawn_apps() -> Vec<TestApp> {
    spawn_apps_with(Options::default).await
}

/// On each database that is there, with these settings.
pub async fn spawn_apps_with(options: impl Fn() -> Options) -> Vec<TestApp> {
    let mut apps = Vec::new();
    for database in databases().await {
        apps.push(spawn_app_with(database, options()).await);
    }
    apps
}

/// On this database, with these settings. Call it on an actix runtime.
pub async fn spawn_app_with(database: TestDatabase, options: Options) -> TestApp {
    spawn(database, options, Clock::fixed(NOW), Mock::start(), None).await
}

/// A further process on the same database, with the same key, clock and service.
pub async fn spawn_beside(app: &TestApp) -> TestApp {
    spawn_beside_with(app, Options::default()).await
}

/// A further process on the same database, with other settings.
pub async fn spawn_beside_with(app: &TestApp, options: Options) -> TestApp {
    let database = TestDatabase::at_same(&app.database);
    let key = Some(app.key.clone());
    spawn(database, options, app.clock.clone(), app.mock.clone(), key).await
}

async fn spawn(
    database: TestDatabase,
    options: Options,
    clock: Clock,
    mock: Mock,
    key: Option<String>,
) -> TestApp {
    let random = Random::seeded(next_seed());
    let listen = free_address();
    let url = format!("http://127.0.0.1:{}", listen.port());
    let key = key.unwrap_or_else(|| random.uuid());
    let public_url = options.public_url.unwrap_or(&url);
    let mut sources = vec![text("demo", definitions::provider_file(&mock.url))];
    let mock_url = mock.url.as_str().trim_end_matches('/');
    sources.extend(options.definitions.map(|own| text("own", own.replace("http://mock.service", mock_url))));
    let settings = Settings {
        listen,
        public_url: PublicUrl::new(Origin::parse(public_url).expect("an origin")),
        database_url: database.url.clone(),
        encryption_keys: SecretString::from(options.encryption_keys),
        providers: options.provider_files,
        api_key: Some(ApiKey::parse(&key).expect("a key")),
        environment_keys: Vec::new(),
        account_key: Some(ApiKey::parse(ACCOUNT_KEY).expect("a key")),
        admin_password: None,
        allowed_origins: AllowedOrigins::from_stored(&options.allowed_origins),
        trusted_proxies: options.trusted_proxies,
        outbound: OutboundPolicy::parse(options.outbound).expect("a policy"),
        base_url_override: options.base_url_override,
        rate_limit: options.rate_limit,
        drain_delay: Duration::ZERO,
        tracing: options.tracing,
        metrics_listen: Some(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))),
        mail: options.mail,
        log: "off".to_owned(),
    };
    let ambient = Ambient {
        clock: clock.clone(),
        random,
        resolver: options.resolver,
        body_deadline: options.body_deadline,
        definitions: sources,
        webhooks: WebhookSender::ByHand,
    };
    let app = App::build(settings, ambient).await.unwrap_or_else(|error| panic!("{error}"));
    let (state, setup_link) = (app.state.clone(), app.setup_link.clone());
    let metrics = app.metrics_address.map(|address| format!("http://{address}/metrics")).expect("a listener");
    actix_web::rt::spawn(app.run());
    TestApp { url, metrics, key, clock, state, database, setup_link, mock, client: client() }
}

impl TestApp {
    /// Any request; `authorization` is the header's whole value.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> Answer {
        self.send_bytes(method, path, headers, body.map(String::into_bytes)).await
    }

    /// The same where the body is no text.
    pub async fn send_bytes(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Vec<u8>>,
    ) -> Answer {
        let mut request = self.client.request(method, format!("{}{path}", self.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.body(body);
        }
        let response = request.send().await.expect("an answer");
        Answer {
            status: response.status(),
            headers: response.headers().clone(),
            text: response.text().await.expect("a body"),
        }
    }

    /// A backend's request with this key or token.
    pub async fn call(&self, token: &str, method: Method, path: &str, body: Option<&Value>) -> Answer {
        let authorization = format!("Bearer {token}");
        let mut headers = vec![("authorization", authorization.as_str())];
        if body.is_some() {
            headers.push(("content-type", "application/json"));
        }
        self.send(method, path, &headers, body.map(ToString::to_string)).await
    }

    /// The backend of `dev` reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.call(&self.key, Method::GET, path, None).await
    }

    /// The backend of `dev` posts.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.call(&self.key, Method::POST, path, Some(body)).await
    }

    /// A browser posts, without any header of ours; the token is in the query.
    pub async fn submit(&self, path: &str, body: &Value) -> Answer {
        let headers = [("content-type", "application/json")];
        self.send(Method::POST, path, &headers, Some(body.to_string())).await
    }

    /// Configures an integration under a key.
    pub async fn integration(&self, provider: &str, key: &str) {
        let answer = self.post("/integrations", &json!({ "provider": provider, "unique_key": key })).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    }

    /// Configures an integration under a key, as a client of the mock service.
    pub async fn oauth_integration(&self, provider: &str, key: &str, client_id: &str) {
        let credentials = json!({ "type": "OAUTH2", "client_id": client_id, "client_secret": CLIENT_SECRET });
        let body = json!({ "provider": provider, "unique_key": key, "credentials": credentials });
        let answer = self.post("/integrations", &body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    }

    /// Makes a session; answers its token.
    pub async fn session(&self, body: &Value) -> String {
        let answer = self.post("/connect/sessions", body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        answer.json()["data"]["token"].as_str().expect("a token").to_owned()
    }

    /// A second environment with a key of these scopes.
    pub async fn environment(&self, name: &str, scopes: &[&str]) -> (EnvironmentId, String) {
        let random = &self.state.services.random;
        let id = EnvironmentId::random(random);
        let new = NewEnvironment {
            id: id.clone(),
            name: name.to_owned(),
            app_name: None,
            connect_ui_settings: default_settings(),
            webhook_signing_key: Sealed::from_stored(vec![0]),
            at: NOW,
        };
        let db = &self.state.services.db;
        db.write(move |tx| Box::pin(async move { environment::insert(tx, &new).await }))
            .await
            .expect("a row");
        let key = self.key_of(&id, scopes).await;
        (id, key)
    }

    /// A further key of an environment.
    pub async fn key_of(&self, environment: &EnvironmentId, scopes: &[&str]) -> String {
        let random = &self.state.services.random;
        let key = ApiKey::random(random);
        let new = NewApiKey {
            id: ApiKeyId::random(random),
            environment_id: environment.clone(),
            display_name: random.hex::<4>(),
            fingerprint: key.fingerprint(),
            hint: key.hint(),
            scopes: scopes.iter().map(|scope| Scope::parse(scope).expect("a scope")).collect(),
            at: NOW,
        };
        let db = &self.state.services.db;
        db.write(move |tx| Box::pin(async move { api_key::insert(tx, &new).await })).await.expect("a row");
        key.reveal().to_owned()
    }
}

/// Apps that share nothing must not draw the same keys.
fn next_seed() -> u64 {
    static SEED: AtomicU64 = AtomicU64::new(1);
    SEED.fetch_add(1, Ordering::Relaxed)
}

/// An address that nobody else takes before the server listens: below the range from which the system gives ports to
/// whoever asks for any, and each one once.
pub fn free_address() -> SocketAddr {
    const FIRST: u16 = 12_000;
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let start = u16::try_from(std::process::id() % 15_000).expect("below 15 000");
    loop {
        let port = FIRST + start + NEXT.fetch_add(1, Ordering::Relaxed);
        if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            return listener.local_addr().expect("an address");
        }
    }
}

fn text(name: &str, text: String) -> CatalogSource {
    CatalogSource::Text { name: name.to_owned(), text }
}

fn client() -> Client {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
    Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().expect("a client")
}
