//! What every journey needs: databases, a running application, a browser-like client.

pub mod app;
pub mod oauth;
pub mod smtp;
pub mod visitor;

use connect_ui::{clock::Random, store::DatabaseUrl};
use sqlx::Executor as _;

/// A database of one test's own.
pub struct TestDatabase {
    /// Its address.
    pub url: DatabaseUrl,
    _folder: Option<tempfile::TempDir>,
}

impl TestDatabase {
    /// Whether it is a file.
    pub const fn is_sqlite(&self) -> bool {
        matches!(self.url, DatabaseUrl::Sqlite(_))
    }

    /// A database that is there already; it does not go with this value.
    pub fn at(url: &str) -> Self {
        Self { url: url.parse().expect("an address"), _folder: None }
    }

    /// The same database once more, for a second start.
    pub fn at_same(other: &Self) -> Self {
        Self { url: other.url.clone(), _folder: None }
    }
}

/// A SQLite file, and a PostgreSQL database where `TEST_DATABASE_URL` names a server.
pub async fn databases() -> Vec<TestDatabase> {
    let mut databases = vec![sqlite()];
    match postgres().await {
        Some(database) => databases.push(database),
        None => println!("PostgreSQL is left out: TEST_DATABASE_URL is not set"),
    }
    databases
}

/// A SQLite file in a folder that goes with the test.
pub fn sqlite() -> TestDatabase {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite://{}/test.db", folder.path().display());
    TestDatabase { url: url.parse().expect("an address"), _folder: Some(folder) }
}

async fn postgres() -> Option<TestDatabase> {
    sqlx::any::install_default_drivers();
    let server = std::env::var("TEST_DATABASE_URL").ok()?;
    let name = format!("test_{}", Random::system().hex::<8>());
    let admin = sqlx::AnyPool::connect(&server).await.expect("TEST_DATABASE_URL can be reached");
    let create = format!("CREATE DATABASE {name}");
    admin.execute(sqlx::AssertSqlSafe(create)).await.expect("a database can be made");
    admin.close().await;
    let mut url = url::Url::parse(&server).expect("TEST_DATABASE_URL is an address");
    url.set_path(&name);
    Some(TestDatabase { url: url.as_str().parse().expect("an address"), _folder: None })
}
