//! A service with an API on this machine, that a test scripts, and what was asked of it to the letter.

use std::{
    collections::HashMap,
    net::{Ipv4Addr, TcpListener},
    sync::{Arc, Mutex},
};

use actix_web::{
    App, HttpRequest, HttpResponse, HttpResponseBuilder, HttpServer,
    http::StatusCode,
    web::{self, Bytes},
};
use serde_json::json;

use crate::support::{
    app::{Answer, Options, TestApp, spawn_app_with},
    sqlite,
};

/// What was asked of it.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Method.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Headers by lower-case name.
    pub headers: HashMap<String, String>,
    /// The body.
    pub body: Vec<u8>,
}

impl Asked {
    /// A header; empty without one.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }
}

type Play = Box<dyn Fn(&Asked, &mut HttpResponseBuilder) -> HttpResponse + Send + Sync>;

#[derive(Default)]
struct Inside {
    asked: Mutex<Vec<Asked>>,
    plays: Mutex<HashMap<String, Arc<Play>>>,
}

/// A running service.
pub struct Service {
    /// `http://127.0.0.1:…`, without a slash at the end.
    pub origin: String,
    inside: Arc<Inside>,
}

impl Service {
    /// One that answers `{"ok":true}` to everything that was not said otherwise. Call it on an actix runtime.
    pub fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("an address"));
        let inside = Arc::new(Inside::default());
        let shared = Arc::clone(&inside);
        let server = HttpServer::new(move || {
            let config = web::PayloadConfig::new(64 * 1024 * 1024);
            App::new()
                .app_data(web::Data::from(Arc::clone(&shared)))
                .app_data(config)
                .default_service(web::to(answer))
        });
        let server = server.workers(1).disable_signals().listen(listener).expect("a listener");
        actix_web::rt::spawn(server.run());
        Self { origin, inside }
    }

    /// Answers a path like this from now on.
    pub fn on(
        &self,
        path: &str,
        play: impl Fn(&Asked, &mut HttpResponseBuilder) -> HttpResponse + Send + Sync + 'static,
    ) {
        let play: Play = Box::new(play);
        self.inside.plays.lock().expect("a lock").insert(path.to_owned(), Arc::new(play));
    }

    /// All that was asked.
    pub fn asked(&self) -> Vec<Asked> {
        self.inside.asked.lock().expect("a lock").clone()
    }

    /// What was asked last.
    pub fn last(&self) -> Asked {
        self.asked().pop().expect("it was asked")
    }
}

async fn answer(inside: web::Data<Inside>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let header =
        |(name, value): (&actix_web::http::header::HeaderName, &actix_web::http::header::HeaderValue)| {
            (name.to_string(), value.to_str().unwrap_or_default().to_owned())
        };
    let asked = Asked {
        method: request.method().to_string(),
        target: request.uri().to_string(),
        headers: request.headers().iter().map(header).collect(),
        body: body.to_vec(),
    };
    inside.asked.lock().expect("a lock").push(asked.clone());
    let play = inside.plays.lock().expect("a lock").get(request.path()).cloned();
    let mut response = HttpResponse::build(StatusCode::OK);
    match play {
        Some(play) => play(&asked, &mut response),
        None => response.json(json!({ "ok": true })),
    }
}

/// An application with these definitions; `{origin}` in them is the service's.
pub async fn app_at(service: &Service, definitions: &str) -> TestApp {
    app_with(service, definitions, Options::default()).await
}

/// The same with other settings.
pub async fn app_with(service: &Service, definitions: &str, options: Options) -> TestApp {
    let definitions = definitions.replace("{origin}", &service.origin);
    let definitions: &'static str = Box::leak(definitions.into_boxed_str());
    spawn_app_with(sqlite(), Options { definitions: Some(definitions), ..options }).await
}

/// A caller's request of the connection `id` of the integration `it`.
pub struct Caller<'a> {
    app: &'a TestApp,
    key: String,
    id: String,
}

impl<'a> Caller<'a> {
    /// A connection of a provider, made with this body at this address below `/it`.
    pub async fn connected(app: &'a TestApp, provider: &str, mode: &str, body: &serde_json::Value) -> Self {
        app.integration(provider, "it").await;
        Self::of_integration(app, "it", mode, body).await
    }

    /// A connection of an integration that is there.
    pub async fn of_integration(app: &'a TestApp, key: &str, mode: &str, body: &serde_json::Value) -> Self {
        let token = app.session(&json!({ "end_user": { "id": "u-1" } })).await;
        let (mode, params) = mode.split_once('?').unwrap_or((mode, ""));
        let answer = app.submit(&format!("{mode}/{key}?connect_session_token={token}&{params}"), body).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let id = answer.json()["connectionId"].as_str().expect("an id").to_owned();
        Self { app, key: key.to_owned(), id }
    }

    /// With an API key.
    pub async fn with_key(app: &'a TestApp) -> Self {
        Self::connected(app, "keyed", "/api-auth/api-key", &json!({ "apiKey": "k-1234" })).await
    }

    /// A connection that is there.
    pub fn of(app: &'a TestApp, id: &str) -> Self {
        Self { app, key: "it".to_owned(), id: id.to_owned() }
    }

    /// The connection's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// A call; the headers are added to those that every call has.
    pub async fn call(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&str>,
    ) -> Answer {
        let authorization = format!("Bearer {}", self.app.key);
        let mut all = vec![
            ("authorization", authorization.as_str()),
            ("provider-config-key", self.key.as_str()),
            ("connection-id", self.id.as_str()),
        ];
        all.extend(headers);
        let method = reqwest::Method::from_bytes(method.as_bytes()).expect("a method");
        self.app.send(method, &format!("/proxy{path}"), &all, body.map(str::to_owned)).await
    }

    /// A call whose answer is read as it comes.
    pub async fn open(
        &self,
        method: reqwest::Method,
        path: &str,
        headers: &[(&str, &str)],
    ) -> reqwest::Response {
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let mut request = client
            .request(method, format!("{}/proxy{path}", self.app.url))
            .bearer_auth(&self.app.key)
            .header("provider-config-key", &self.key)
            .header("connection-id", &self.id);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send().await.expect("an answer")
    }

    /// `GET` without anything.
    pub async fn get(&self, path: &str) -> Answer {
        self.call("GET", path, &[], None).await
    }
}
