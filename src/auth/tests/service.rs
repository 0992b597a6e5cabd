//! A service on this machine: gives the answers it was told to, in turn, and keeps what it was asked.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

/// One request as it came.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// `POST /token?x=1`
    pub line: String,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Asked {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

#[derive(Default)]
struct Inner {
    answers: VecDeque<String>,
    asked: Vec<Asked>,
}

/// It ends with the test's runtime.
pub struct Service {
    port: u16,
    inner: Arc<Mutex<Inner>>,
}

impl Service {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let inner = Arc::new(Mutex::new(Inner::default()));
        let shared = Arc::clone(&inner);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&shared)));
            }
        });
        Self { port, inner }
    }

    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// One more answer, given once.
    pub fn answer(&self, status: u16, content_type: &str, body: &str) {
        let length = body.len();
        let answer = format!(
            "HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n\
             connection: close\r\n\r\n{body}"
        );
        self.inner.lock().unwrap().answers.push_back(answer);
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.inner.lock().unwrap().asked.clone()
    }

    pub fn last(&self) -> Asked {
        self.asked().pop().unwrap()
    }
}

async fn serve(mut stream: TcpStream, inner: Arc<Mutex<Inner>>) {
    let asked = read(&mut stream).await;
    let answer = {
        let mut inner = inner.lock().unwrap();
        inner.asked.push(asked);
        inner.answers.pop_front()
    };
    let none = "HTTP/1.1 404 X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".to_owned();
    drop(stream.write_all(answer.unwrap_or(none).as_bytes()).await);
}

async fn read(stream: &mut TcpStream) -> Asked {
    let mut bytes = Vec::new();
    let mut chunk = [0; 8192];
    loop {
        let length = stream.read(&mut chunk).await.unwrap_or(0);
        bytes.extend_from_slice(&chunk[..length]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            if length == 0 {
                return Asked::default();
            }
            continue;
        };
        let mut lines = head.lines();
        let line = lines.next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned();
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let asked = Asked { line, headers, body: body.to_owned() };
        let whole = asked.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        if asked.body.len() >= whole || length == 0 {
            return asked;
        }
    }
}
