//! The store, on both databases.

use connect_ui::store::{Db, all_statements};

use crate::support::databases;

#[tokio::test]
async fn every_statement_can_be_prepared_on_both_databases() {
    for database in databases().await {
        let db = Db::open(&database.url).await.expect("the database opens");
        for (name, sql) in all_statements() {
            db.prepare(sql).await.unwrap_or_else(|error| panic!("{name} on {:?}: {error:?}", database.url));
        }
        db.close().await;
    }
}

#[tokio::test]
async fn a_second_start_finds_the_schema_in_place() {
    for database in databases().await {
        for _ in 0..2 {
            let db = Db::open(&database.url).await.expect("the database opens");
            db.ping().await.expect("it answers");
            db.close().await;
        }
    }
}
