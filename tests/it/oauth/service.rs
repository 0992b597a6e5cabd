//! A service on this machine that a test scripts: fixed answers by path, and what was asked of it.

use std::{
    collections::HashMap,
    net::{Ipv4Addr, TcpListener},
    sync::{Arc, Mutex},
};

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, http::StatusCode, web};
use serde_json::Value;

/// What was asked of it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `POST /token`.
    pub line: String,
    /// The `authorization` header.
    pub authorization: String,
    /// The body.
    pub body: String,
}

/// What a path answers.
#[derive(Clone, Debug, Default)]
pub struct Scripted {
    /// The status.
    pub status: u16,
    /// `content-type`.
    pub content_type: &'static str,
    /// `location`, where it redirects.
    pub location: Option<&'static str>,
    /// The body.
    pub body: String,
    /// Whether no answer comes at all.
    pub is_silent: bool,
}

type Answers = Arc<Mutex<HashMap<String, Scripted>>>;

/// A running service.
pub struct Service {
    /// `http://127.0.0.1:…`, without a slash at the end.
    pub origin: String,
    answers: Answers,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Service {
    /// One that answers 404 to everything. Call it on an actix runtime.
    pub fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("an address"));
        let (answers, asked) = (Answers::default(), Arc::new(Mutex::new(Vec::new())));
        let shared = (answers.clone(), Arc::clone(&asked));
        let server = HttpServer::new(move || {
            App::new().app_data(web::Data::new(shared.clone())).default_service(web::to(answer))
        });
        let server = server.workers(1).disable_signals().listen(listener).expect("a listener");
        actix_web::rt::spawn(server.run());
        Self { origin, answers, asked }
    }

    /// Answers a path like this from now on; `{origin}` in texts is its own address.
    pub fn on(&self, path: &str, status: u16, body: &Value) {
        let text = body.to_string().replace("{origin}", &self.origin);
        let content_type = "application/json";
        self.on_raw(path, Scripted { status, content_type, body: text, ..Scripted::default() });
    }

    /// Answers a path with a text of another kind from now on.
    pub fn on_text(&self, path: &str, status: u16, content_type: &'static str, text: &str) {
        self.on_raw(path, Scripted { status, content_type, body: text.to_owned(), ..Scripted::default() });
    }

    /// Answers a path with just this from now on.
    pub fn on_raw(&self, path: &str, answer: Scripted) {
        self.answers.lock().expect("a lock").insert(path.to_owned(), answer);
    }

    /// What was asked at a path.
    pub fn asked(&self, path: &str) -> Vec<Asked> {
        let asked = self.asked.lock().expect("a lock");
        asked.iter().filter(|asked| asked.line.ends_with(&format!(" {path}"))).cloned().collect()
    }

    /// Definitions with its address in them.
    pub fn definitions(&self, text: &str) -> &'static str {
        Box::leak(text.replace("{origin}", &self.origin).into_boxed_str())
    }
}

async fn answer(
    shared: web::Data<(Answers, Arc<Mutex<Vec<Asked>>>)>,
    request: HttpRequest,
    body: web::Bytes,
) -> HttpResponse {
    let path = request.path().to_owned();
    let header = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    shared.1.lock().expect("a lock").push(Asked {
        line: format!("{} {path}", request.method()),
        authorization: header.unwrap_or_default().to_owned(),
        body: String::from_utf8_lossy(&body).into_owned(),
    });
    let found = shared.0.lock().expect("a lock").get(&path).cloned();
    let found = found.unwrap_or(Scripted { status: 404, ..Scripted::default() });
    if found.is_silent {
        std::future::pending::<()>().await;
    }
    let mut answer = HttpResponse::build(StatusCode::from_u16(found.status).expect("a status"));
    if let Some(location) = found.location {
        answer.insert_header(("location", location));
    }
    answer.content_type(found.content_type).body(found.body)
}
