//! Plays every service: writes down what it is asked, and answers as it is told.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use connect_ui::outbound::Resolver;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::TlsAcceptor;

use super::authority::Authority;

/// An address of this machine at which nothing else listens.
const OWN: Ipv4Addr = Ipv4Addr::new(127, 94, 7, 1);

/// A running recorder.
#[derive(Clone)]
pub struct Recorder {
    /// Leads every name here.
    pub resolver: Resolver,
    script: Arc<Mutex<Script>>,
}

#[derive(Default)]
struct Script {
    phase: &'static str,
    answers: Vec<Value>,
    calls: Vec<Value>,
}

impl Recorder {
    /// Listens until the test ends: at one port for all addresses, and at those that some name themselves.
    pub async fn start(ports: &[u16]) -> Self {
        let mut listeners = Vec::new();
        for port in [0].iter().chain(ports) {
            listeners.push(TcpListener::bind((OWN, *port)).await.expect("a free port"));
        }
        let at: SocketAddr = listeners[0].local_addr().expect("an address");
        let authority = Authority::new();
        let resolver = Resolver::OneServer { at, authority: authority.certificate() };
        let acceptor = TlsAcceptor::from(Arc::new(authority.server()));
        let script = Arc::new(Mutex::new(Script::default()));
        for listener in listeners {
            let (acceptor, shared) = (acceptor.clone(), Arc::clone(&script));
            actix_web::rt::spawn(async move {
                while let Ok((stream, _)) = listener.accept().await {
                    actix_web::rt::spawn(serve(acceptor.clone(), stream, Arc::clone(&shared)));
                }
            });
        }
        Self { resolver, script }
    }

    /// Forgets what was, and answers like this from now on.
    pub fn begin(&self, answers: &Value) {
        let answers = answers.as_array().cloned().unwrap_or_default();
        *self.script.lock().expect("a lock") = Script { phase: "register", answers, calls: Vec::new() };
    }

    /// Marks what comes from now on.
    pub fn phase(&self, phase: &'static str) {
        self.script.lock().expect("a lock").phase = phase;
    }

    /// What it was asked since [`Recorder::begin`].
    pub fn calls(&self) -> Vec<Value> {
        self.script.lock().expect("a lock").calls.clone()
    }
}

async fn serve(acceptor: TlsAcceptor, stream: TcpStream, script: Arc<Mutex<Script>>) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut stream = acceptor.accept(stream).await.ok()?;
    let (name, has_certificate) = {
        let session = stream.get_ref().1;
        let name = session.server_name().unwrap_or_default().to_owned();
        (name, session.peer_certificates().is_some_and(|chain| !chain.is_empty()))
    };
    let mut call = read(&mut stream).await?;
    call["server_name"] = name.into();
    call["client_certificate"] = has_certificate.into();
    let answer = {
        let mut script = script.lock().expect("a lock");
        call["phase"] = script.phase.into();
        let answer = script.answers.iter().find(|answer| fits(answer, &call)).cloned();
        script.calls.push(call);
        answer.unwrap_or_else(|| json!({ "status": 404, "type": "application/json", "body": "{}" }))
    };
    let _ = stream.write_all(&written(&answer)).await;
    let _ = stream.shutdown().await;
    Some(())
}

fn fits(answer: &Value, call: &Value) -> bool {
    let has = |name: &str, of: &str| {
        answer[name].as_str().is_none_or(|part| call[of].as_str().is_some_and(|text| text.contains(part)))
    };
    has("host", "server_name") && has("path", "target") && has("method", "method") && has("phase", "phase")
}

fn written(answer: &Value) -> Vec<u8> {
    let body = answer["body"].as_str().unwrap_or_default();
    let mut head = format!(
        "HTTP/1.1 {} X\r\ncontent-type: {}\r\ncontent-length: {}\r\nconnection: close\r\n",
        answer["status"].as_u64().unwrap_or(200),
        answer["type"].as_str().unwrap_or("application/json"),
        body.len()
    );
    for header in answer["headers"].as_array().into_iter().flatten() {
        let (name, value) = (&header[0], &header[1]);
        head.extend([name.as_str().unwrap_or("x"), ": ", value.as_str().unwrap_or_default(), "\r\n"]);
    }
    format!("{head}\r\n{body}").into_bytes()
}

/// One request of HTTP/1.1, as far as our own client writes them.
async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<Value> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = find(&bytes, b"\r\n\r\n") {
            break end;
        }
        more(stream, &mut bytes).await?;
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut body = bytes.split_off(end + 4);
    let mut lines = head.split("\r\n");
    let mut line = lines.next()?.split(' ');
    let (method, target) = (line.next()?.to_owned(), line.next()?.to_owned());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let header = |wanted: &str| headers.iter().find(|(name, _)| name == wanted).map(|(_, value)| &**value);
    if header("transfer-encoding").is_some() {
        while find(&body, b"0\r\n\r\n").is_none() {
            more(stream, &mut body).await?;
        }
        body = unchunked(&body);
    }
    let length: usize = header("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    while body.len() < length {
        more(stream, &mut body).await?;
    }
    let text = String::from_utf8(body.clone()).unwrap_or_else(|_| STANDARD.encode(&body));
    Some(json!({ "method": method, "target": target, "headers": headers, "body": text }))
}

async fn more(stream: &mut (impl AsyncRead + Unpin), into: &mut Vec<u8>) -> Option<()> {
    let mut part = [0; 8192];
    let count = stream.read(&mut part).await.ok().filter(|count| *count > 0)?;
    into.extend_from_slice(&part[..count]);
    Some(())
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn unchunked(mut bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = find(bytes, b"\r\n") {
        let size =
            std::str::from_utf8(&bytes[..end]).ok().and_then(|text| usize::from_str_radix(text, 16).ok());
        let Some(size) = size.filter(|size| *size > 0) else { break };
        body.extend_from_slice(&bytes[end + 2..end + 2 + size]);
        bytes = &bytes[end + 4 + size..];
    }
    body
}
