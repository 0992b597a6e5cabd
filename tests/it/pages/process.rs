//! The program itself: what it refuses to start with, what it says, what survives its end.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Output, Stdio},
};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

const KEY: &str = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
/// Rounds of start and kill, and the answers each of them waits for.
const ROUNDS: usize = 3;
const ANSWERS: usize = 40;

/// A running program; it does not outlive the test.
struct Program {
    child: Child,
    lines: Box<dyn Iterator<Item = std::io::Result<String>>>,
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_connect-ui"));
    command.env_clear().current_dir(folder).stdin(Stdio::null());
    command
}

impl Program {
    fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = Box::new(BufReader::new(child.stdout.take().unwrap()).lines());
        Self { child, lines }
    }

    fn line(&mut self) -> String {
        self.lines.next().expect("a line").unwrap()
    }
}

fn free_port() -> u16 {
    crate::support::app::free_address().port()
}

fn output(mut command: Command) -> (Output, String) {
    let output = command.output().unwrap();
    let all = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    (output, String::from_utf8(all).unwrap())
}

#[test]
fn every_bad_setting_is_told_at_once_and_no_secret_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = command(folder.path());
    let bad = [
        ("CONNECT_UI_LISTEN", "here", true),
        ("CONNECT_UI_PUBLIC_URL", "https://connect.acme.example/path", true),
        ("DATABASE_URL", "mysql://root:s3cret-a@db/x", false),
        ("CONNECT_UI_SQLITE_SYNCHRONOUS", "sometimes", true),
        ("CONNECT_UI_ENCRYPTION_KEYS", "main:s3cret-b", false),
        ("CONNECT_UI_ALLOWED_ORIGINS", "https://*.acme.example", true),
        ("CONNECT_UI_TRUSTED_PROXIES", "10.0.0.0/99", true),
        ("CONNECT_UI_OUTBOUND_ALLOW", "https://internal", true),
        ("CONNECT_UI_RATE_LIMIT", "0", true),
        ("CONNECT_UI_API_KEY", "s3cret-c", false),
        ("CONNECT_UI_ADMIN_PASSWORD", "s3cret-d", false),
    ];
    for (setting, value, _) in bad {
        command.env(setting, value);
    }
    let (output, text) = output(command);
    assert_eq!(output.status.code(), Some(1), "{text}");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), bad.len(), "a line each: {text}");
    for (setting, value, shown) in bad {
        let line = lines.iter().find(|line| line.starts_with(setting));
        let line = line.unwrap_or_else(|| panic!("{setting} is not told: {text}"));
        assert_eq!(line.contains(value), shown, "{line}");
        assert!(line.len() > setting.len() + 20, "it says what is allowed: {line}");
    }
    assert!(!text.contains("s3cret"), "{text}");
    assert!(!folder.path().join("data").exists(), "nothing was made");
}

#[test]
fn plain_http_is_for_this_machine_alone() {
    for (public_url, refused) in [
        ("http://connect.acme.example", true),
        ("http://192.168.0.7:3003", true),
        ("http://localhost.acme.example", true),
        ("http://localhost:3003", false),
        ("http://127.0.0.1", false),
        ("https://connect.acme.example", false),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = command(folder.path());
        // The bad limit ends the program, whatever it thinks of the address.
        command.env("CONNECT_UI_PUBLIC_URL", public_url).env("CONNECT_UI_RATE_LIMIT", "0");
        let (_, text) = output(command);
        assert_eq!(text.contains("CONNECT_UI_PUBLIC_URL is"), refused, "{public_url}: {text}");
    }
}

#[test]
fn a_public_server_does_not_start_without_a_key_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = command(folder.path());
    command.env("CONNECT_UI_PUBLIC_URL", "https://connect.acme.example");
    let (output, text) = output(command);
    assert_eq!(output.status.code(), Some(1));
    assert!(text.starts_with("CONNECT_UI_ENCRYPTION_KEYS: required"), "{text}");
}

#[test]
fn the_demo_says_one_address_to_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = command(folder.path());
    let listen = format!("127.0.0.1:{}", free_port());
    command.arg("demo").env("CONNECT_UI_LISTEN", listen).env("TMPDIR", folder.path());
    let mut demo = Program::start(command);
    let line = demo.line();
    let address = line.strip_prefix("Open http://127.0.0.1:").unwrap_or_else(|| panic!("{line}"));
    assert!(address.ends_with("/ in your browser. Stop with Ctrl-C."), "{line}");
}

fn serve(folder: &Path, port: u16, definitions: &Path, synchronous: &str) -> Program {
    let mut command = command(folder);
    command
        .env("CONNECT_UI_LISTEN", format!("127.0.0.1:{port}"))
        .env("CONNECT_UI_API_KEY", KEY)
        .env("CONNECT_UI_RATE_LIMIT", "off")
        .env("CONNECT_UI_PROVIDERS", definitions)
        .env("CONNECT_UI_SQLITE_SYNCHRONOUS", synchronous)
        .env("CONNECT_UI_LOG", "off");
    let mut program = Program::start(command);
    let line = program.line();
    assert!(line.starts_with("Connect UI listens on 127.0.0.1:"), "{line}");
    program
}

/// Connects until nobody answers any more; what was answered for.
async fn connect_until_killed(client: &Client, url: &str, answered: &std::sync::Mutex<Vec<String>>) {
    let session =
        client.post(format!("{url}/connect/sessions")).bearer_auth(KEY).json(&json!({ "tags": {} }));
    let Ok(answer) = session.send().await else { return };
    let Ok(answer) = answer.json::<Value>().await else { return };
    let token = answer["data"]["token"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned();
    let address = format!("{url}/api-auth/api-key/it?connect_session_token={token}");
    loop {
        let Ok(answer) = client.post(&address).json(&json!({ "apiKey": "k" })).send().await else { return };
        let status = answer.status();
        let Ok(answer) = answer.json::<Value>().await else { return };
        assert_eq!(status, StatusCode::OK, "{answer}");
        answered.lock().unwrap().push(answer["connectionId"].as_str().unwrap().to_owned());
    }
}

#[actix_web::test]
async fn a_killed_process_loses_no_connection_that_was_answered_for() {
    drop(rustls::crypto::ring::default_provider().install_default());
    let folder = tempfile::tempdir().unwrap();
    let definitions = folder.path().join("own.yaml");
    let definition =
        "test-plain:\n  display_name: Plain\n  auth_mode: API_KEY\n  docs: https://docs.example\n";
    std::fs::write(&definitions, definition).unwrap();
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}");
    let client = Client::builder().no_proxy().build().unwrap();
    let answered = std::sync::Mutex::new(Vec::new());
    for round in 1..=ROUNDS {
        let mut program =
            serve(folder.path(), port, &definitions, if round == 1 { "full" } else { "normal" });
        if round == 1 {
            let body = json!({ "provider": "test-plain", "unique_key": "it" });
            let made = client.post(format!("{url}/integrations")).bearer_auth(KEY).json(&body).send().await;
            assert_eq!(made.unwrap().status(), StatusCode::OK);
        }
        let enough = answered.lock().unwrap().len() + ANSWERS;
        let connecting =
            futures_util::future::join_all((0..4).map(|_| connect_until_killed(&client, &url, &answered)));
        let killing = async {
            while answered.lock().unwrap().len() < enough {
                tokio::task::yield_now().await;
            }
            program.child.kill().unwrap();
        };
        futures_util::future::join(connecting, killing).await;
    }
    let _program = serve(folder.path(), port, &definitions, "full");
    let list = client.get(format!("{url}/connections?limit=1000")).bearer_auth(KEY).send().await.unwrap();
    let list: Value = list.json().await.unwrap();
    let rows = list["connections"].as_array().unwrap_or_else(|| panic!("{list}"));
    let stored: Vec<&str> = rows.iter().filter_map(|row| row["connection_id"].as_str()).collect();
    let answered = answered.into_inner().unwrap();
    assert!(answered.len() >= ROUNDS * ANSWERS);
    let lost: Vec<&String> = answered.iter().filter(|id| !stored.contains(&id.as_str())).collect();
    assert!(lost.is_empty(), "lost {} of {}: {lost:?}", lost.len(), answered.len());
}
