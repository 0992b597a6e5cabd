//! A look at the rows behind the interface, for what has no door.

use connect_ui::store::DatabaseUrl;
use sqlx::{Connection as _, Row as _};

use crate::support::app::TestApp;

/// The rows of an application's database.
pub struct Rows(String);

impl Rows {
    pub fn of(app: &TestApp) -> Self {
        let (DatabaseUrl::Sqlite(url) | DatabaseUrl::Postgres(url)) = &app.database.url;
        Self(url.clone())
    }

    async fn connection(&self) -> sqlx::AnyConnection {
        sqlx::AnyConnection::connect(&self.0).await.expect("the database opens")
    }

    /// The first column of each row.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        let rows = sqlx::query(sql).fetch_all(&mut self.connection().await).await.expect("rows");
        rows.iter().map(|row| row.get(0)).collect()
    }

    /// Changes rows.
    pub async fn run(&self, sql: &str) {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        sqlx::query(sql).execute(&mut self.connection().await).await.expect("a change");
    }
}
