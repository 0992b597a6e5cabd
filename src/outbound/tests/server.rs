//! A server on this machine that gives one fixed answer and keeps what it was asked.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

/// What the server does once it has read a request.
#[derive(Clone)]
pub enum Answer {
    /// Sends this and closes.
    Whole(String),
    /// Sends this and then more of the same for ever.
    Endless,
    /// Sends the head of an answer and then nothing, for ever.
    Silent,
}

/// A running server; it ends with the test's runtime.
pub struct Server {
    pub port: u16,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub async fn start(answer: Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, answer.clone(), Arc::clone(&seen)));
            }
        });
        Self { port, requests }
    }

    pub async fn answering(status: &str, headers: &str, body: &str) -> Self {
        let length = body.len();
        let head =
            format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n{headers}\r\n");
        Self::start(Answer::Whole(format!("{head}{body}"))).await
    }

    pub async fn redirecting(status: &str, location: &str) -> Self {
        Self::answering(status, &format!("location: {location}\r\n"), "").await
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Everything it was asked so far, in lower case.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, answer: Answer, seen: Arc<Mutex<Vec<String>>>) {
    let mut request = vec![0; 16_384];
    let length = stream.read(&mut request).await.unwrap_or(0);
    seen.lock().unwrap().push(String::from_utf8_lossy(&request[..length]).to_ascii_lowercase());
    let head = b"HTTP/1.1 200 OK\r\n\r\n";
    match answer {
        Answer::Whole(text) => drop(stream.write_all(text.as_bytes()).await),
        Answer::Endless => {
            let mut sent = stream.write_all(head).await;
            while sent.is_ok() {
                sent = stream.write_all(&[b'x'; 16_384]).await;
            }
        }
        Answer::Silent => {
            drop(stream.write_all(head).await);
            std::future::pending::<()>().await;
        }
    }
}
