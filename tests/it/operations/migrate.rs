//! The schema's way up, with a copy before; no way down; copies.

use std::{os::unix::fs::PermissionsExt as _, path::PathBuf};

use connect_ui::store::{Db, schema};

use super::command::{address, execute, run};
use crate::support::{TestDatabase, app::spawn_app, databases, sqlite};

/// Takes the newest step back, as if an older version had been here last.
const ONE_STEP_BACK: &[&str] = &[
    "DROP TABLE installation",
    "DROP TABLE schema_release",
    "DELETE FROM _sqlx_migrations WHERE version = 14",
];

fn file_of(database: &TestDatabase) -> PathBuf {
    PathBuf::from(address(database).trim_start_matches("sqlite://"))
}

fn copies_beside(database: &TestDatabase) -> Vec<PathBuf> {
    let folder = file_of(database).parent().unwrap().to_owned();
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.to_string_lossy().contains(".backup-of-schema-")).collect()
}

#[actix_web::test]
async fn a_dry_run_says_what_is_missing_and_changes_nothing() {
    for database in databases().await {
        let text = run(&database, &["migrate", "--dry-run"]).well();
        assert!(text.contains("The database is empty") && text.contains("0014 operations"), "{text}");
        assert!(schema::status(&database.url).await.unwrap().is_empty(), "nothing was made");
        assert!(run(&database, &["migrate"]).well().contains("up to date"));
        let text = run(&database, &["migrate", "--dry-run"]).well();
        assert!(text.contains("Nothing would be changed"), "{text}");
        execute(&database, ONE_STEP_BACK).await;
        let text = run(&database, &["migrate", "--dry-run"]).well();
        assert!(text.contains("Would be applied: 0014 operations."), "{text}");
        assert_eq!(schema::status(&database.url).await.unwrap().pending.len(), 1);
    }
}

#[actix_web::test]
async fn a_file_is_copied_before_its_schema_changes_and_only_then() {
    let database = sqlite();
    run(&database, &["migrate"]).well();
    assert!(copies_beside(&database).is_empty(), "an empty database has nothing to lose");
    for copies in 1..=2 {
        execute(&database, ONE_STEP_BACK).await;
        // What `serve` does on its start is this.
        Db::open(&database.url).await.unwrap().close().await;
        assert_eq!(copies_beside(&database).len(), copies, "each copy is kept");
        Db::open(&database.url).await.unwrap().close().await;
        assert_eq!(copies_beside(&database).len(), copies, "nothing changed, nothing copied");
    }
    for path in copies_beside(&database) {
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let copy = TestDatabase::at(&format!("sqlite://{}", path.display()));
        assert_eq!(schema::status(&copy.url).await.unwrap().pending.len(), 1, "it is as it was before");
    }
}

#[actix_web::test]
async fn a_database_of_a_newer_version_is_left_alone_and_the_version_is_named() {
    let newer = [
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
            SELECT 9999, 'future', success, checksum, 0 FROM _sqlx_migrations WHERE version = 1",
        "INSERT INTO schema_release (migration, version) VALUES (9999, '99.1.0')",
    ];
    for database in databases().await {
        run(&database, &["migrate"]).well();
        execute(&database, &newer).await;
        for command in [&["migrate"][..], &["migrate", "--dry-run"], &["serve"], &["rekey"]] {
            let text = run(&database, command).badly();
            for word in ["migration 9999", "version 99.1.0 wrote", "Start that version again", "backup"] {
                assert!(text.contains(word), "{command:?}: {text}");
            }
        }
        assert!(address(&database).starts_with("postgres") || copies_beside(&database).is_empty());
    }
}

#[actix_web::test]
async fn a_copy_of_a_running_server_s_file_is_a_database_and_never_replaces_a_file() {
    let app = spawn_app().await;
    app.integration("demo-helpdesk", "desk").await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.db");
    let text = run(&app.database, &["backup", path.to_str().unwrap()]).well();
    assert!(text.contains("every page of the copy was read"), "{text}");
    let again = run(&app.database, &["backup", path.to_str().unwrap()]).badly();
    assert!(again.contains("exists"), "{again}");
    let copy = TestDatabase::at(&format!("sqlite://{}", path.display()));
    assert!(schema::status(&copy.url).await.unwrap().must_be_ours().is_ok());
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[actix_web::test]
async fn postgresql_is_copied_by_its_own_tool_and_the_command_is_told_without_the_password() {
    for database in databases().await.into_iter().filter(|one| address(one).starts_with("postgres")) {
        let text = run(&database, &["backup", "/tmp/never"]).badly();
        assert!(text.contains("pg_dump --format=custom") && text.contains("pg_restore"), "{text}");
        assert!(!text.contains(address(&database)), "{text}");
    }
}
