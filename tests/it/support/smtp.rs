//! A mail server that keeps what it is sent.

use std::sync::{Arc, Mutex};

use connect_ui::mail::Mailer;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// The letters of one test.
#[derive(Clone)]
pub struct Sink {
    /// Where it listens.
    pub url: String,
    letters: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    /// On a port of its own, until the test ends.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let letters = Arc::new(Mutex::new(Vec::new()));
        let sink = Self { url, letters };
        let kept = sink.letters.clone();
        actix_web::rt::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                talk(stream, &kept).await;
            }
        });
        sink
    }

    /// The way to it.
    pub fn mailer(&self) -> Mailer {
        Mailer::new(&self.url, "Acme <connect@acme.example>").expect("a mailer")
    }

    /// What was sent, the oldest first.
    pub fn letters(&self) -> Vec<String> {
        self.letters.lock().expect("a lock").clone()
    }

    /// The code in the newest letter.
    pub fn code(&self) -> String {
        let newest = self.letters().pop().expect("a letter");
        let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
        newest.lines().find(is_code).unwrap_or_else(|| panic!("no code: {newest}")).to_owned()
    }
}

/// One conversation (RFC 5321). A letter is kept before its sender hears that it was taken.
async fn talk(mut stream: TcpStream, kept: &Mutex<Vec<String>>) -> Option<()> {
    let (reader, mut writer) = stream.split();
    let mut lines = BufReader::new(reader).lines();
    writer.write_all(b"220 sink\r\n").await.ok()?;
    while let Ok(Some(line)) = lines.next_line().await {
        let answer = match line.split(' ').next().unwrap_or_default() {
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await.ok()?;
                let mut text = String::new();
                while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
                    text.push_str(&line);
                    text.push('\n');
                }
                kept.lock().expect("a lock").push(text);
                "250 taken\r\n"
            }
            "QUIT" => "221 bye\r\n",
            _ => "250 ok\r\n",
        };
        writer.write_all(answer.as_bytes()).await.ok()?;
    }
    Some(())
}
