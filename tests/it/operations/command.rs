//! Running the program's commands on a test's database.

use std::process::{Command, Stdio};

use connect_ui::store::DatabaseUrl;

use crate::support::{TestDatabase, app::TEST_KEY};

/// How a command ended, and all it said.
#[derive(Debug)]
pub struct Ended {
    /// Its exit status.
    pub status: Option<i32>,
    /// Both outputs.
    pub text: String,
}

impl Ended {
    /// Asserts that it went well; answers what was said.
    pub fn well(self) -> String {
        assert_eq!(self.status, Some(0), "{}", self.text);
        self.text
    }

    /// Asserts that it did not; answers what was said.
    pub fn badly(self) -> String {
        assert_ne!(self.status, Some(0), "{}", self.text);
        self.text
    }
}

/// The address of a database as a setting.
pub fn address(database: &TestDatabase) -> &str {
    match &database.url {
        DatabaseUrl::Sqlite(url) | DatabaseUrl::Postgres(url) => url,
    }
}

/// The program, ready to run on a database.
pub fn program(database: &TestDatabase, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_connect-ui"));
    command
        .env_clear()
        .args(arguments)
        .env("DATABASE_URL", address(database))
        .env("CONNECT_UI_ENCRYPTION_KEYS", TEST_KEY)
        .env("CONNECT_UI_PUBLIC_URL", "https://connect.acme.example")
        .stdin(Stdio::null());
    command
}

/// Runs it to its end. The servers of the test go on meanwhile: some of them live in this thread.
pub async fn ended(mut command: Command) -> Ended {
    let output = actix_web::web::block(move || command.output()).await.unwrap().unwrap();
    let all = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    Ended { status: output.status.code(), text: String::from_utf8(all).unwrap() }
}

/// Runs a command on a database.
pub async fn run(database: &TestDatabase, arguments: &[&str]) -> Ended {
    ended(program(database, arguments)).await
}

/// Changes a database behind the product's back.
pub async fn execute(database: &TestDatabase, statements: &[&str]) {
    use sqlx::Executor as _;
    sqlx::any::install_default_drivers();
    let pool = sqlx::AnyPool::connect(address(database)).await.unwrap();
    for statement in statements {
        pool.execute(sqlx::AssertSqlSafe((*statement).to_owned())).await.unwrap();
    }
    pool.close().await;
}
