//! The store, on both databases.

use connect_ui::store::{DatabaseUrl, Db, all_statements, connection};
use sqlx::{Connection as _, Row as _};

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

/// What the planner says of a statement. On PostgreSQL, whose planner scans what is as empty as here, scans are forbidden:
/// what scans all the same has no index to use.
async fn plan(url: &DatabaseUrl, sql: &str) -> Vec<String> {
    let (DatabaseUrl::Sqlite(address) | DatabaseUrl::Postgres(address)) = url;
    let mut connection = sqlx::AnyConnection::connect(address).await.expect("the database opens");
    let (before, explain, column) = match url {
        DatabaseUrl::Sqlite(_) => (Vec::new(), format!("EXPLAIN QUERY PLAN {sql}"), 3),
        DatabaseUrl::Postgres(_) => {
            let parameters = (1..99).take_while(|number| sql.contains(&format!("${number}"))).count();
            let nulls = vec!["NULL"; parameters].join(", ");
            let settings = [
                "SET enable_seqscan = off".to_owned(),
                "SET plan_cache_mode = force_generic_plan".to_owned(),
            ];
            let prepare = format!("PREPARE p AS {sql}");
            ([&settings[..], &[prepare]].concat(), format!("EXPLAIN EXECUTE p({nulls})"), 0)
        }
    };
    for one in before {
        sqlx::raw_sql(sqlx::AssertSqlSafe(one)).execute(&mut connection).await.expect("a setting");
    }
    let rows = sqlx::raw_sql(sqlx::AssertSqlSafe(explain)).fetch_all(&mut connection).await.expect("a plan");
    rows.iter().map(|row| row.get(column)).collect()
}

#[tokio::test]
async fn no_statement_of_connections_looks_at_all_of_them() {
    for database in databases().await {
        Db::open(&database.url).await.expect("the database opens").close().await;
        for (name, sql) in connection::statements() {
            // Once, after a migration.
            if name.starts_with("FOREIGN_") {
                continue;
            }
            let plan = plan(&database.url, sql).await;
            let scans = |line: &&String| {
                let on_sqlite = ["SCAN c", "SCAN m", "SCAN n", "SCAN s", "SCAN o"]
                    .iter()
                    .any(|scan| line == scan || line.starts_with(&format!("{scan} ")));
                on_sqlite || line.contains("Seq Scan on connection")
            };
            assert_eq!(plan.iter().find(scans), None, "{name}: {plan:#?}");
            // The order of the index is the order of the page.
            if ["NEWEST", "OF_INTEGRATION", "TAGGED", "AMONG_NEWEST", "BOUNDARY"].contains(&name) {
                let sorts = plan
                    .iter()
                    .filter(|line| line.contains("USE TEMP B-TREE FOR ORDER BY") || line.contains("Sort Key"))
                    .count();
                assert!(sorts <= 1, "{name}: {plan:#?}");
            }
        }
    }
}
