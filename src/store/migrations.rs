//! The migrations, compiled in.

use std::borrow::Cow;

use sqlx::{
    SqlSafeStr,
    migrate::{Migration, MigrationType, Migrator},
};

/// Number, name, text for SQLite, text for PostgreSQL.
const MIGRATIONS: &[(i64, &str, &str, &str)] = &[
    (
        1,
        "first",
        include_str!("../../migrations/sqlite/0001_first.sql"),
        include_str!("../../migrations/postgres/0001_first.sql"),
    ),
    (
        2,
        "oauth",
        include_str!("../../migrations/sqlite/0002_oauth.sql"),
        include_str!("../../migrations/postgres/0002_oauth.sql"),
    ),
    (
        3,
        "doors",
        include_str!("../../migrations/sqlite/0003_doors.sql"),
        include_str!("../../migrations/postgres/0003_doors.sql"),
    ),
    (
        4,
        "refresh",
        include_str!("../../migrations/sqlite/0004_refresh.sql"),
        include_str!("../../migrations/postgres/0004_refresh.sql"),
    ),
    (
        5,
        "verify",
        include_str!("../../migrations/sqlite/0005_verify.sql"),
        include_str!("../../migrations/postgres/0005_verify.sql"),
    ),
    (
        10,
        "webhooks",
        include_str!("../../migrations/sqlite/0010_webhooks.sql"),
        include_str!("../../migrations/postgres/0010_webhooks.sql"),
    ),
    (
        11,
        "connections",
        include_str!("../../migrations/sqlite/0011_connections.sql"),
        include_str!("../../migrations/postgres/0011_connections.sql"),
    ),
    (
        12,
        "environments",
        include_str!("../../migrations/sqlite/0012_environments.sql"),
        include_str!("../../migrations/postgres/0012_environments.sql"),
    ),
    (
        13,
        "attempts",
        include_str!("../../migrations/sqlite/0013_attempts.sql"),
        include_str!("../../migrations/postgres/0013_attempts.sql"),
    ),
    (
        14,
        "operations",
        include_str!("../../migrations/sqlite/0014_operations.sql"),
        include_str!("../../migrations/postgres/0014_operations.sql"),
    ),
    (
        15,
        "erasure",
        include_str!("../../migrations/sqlite/0015_erasure.sql"),
        include_str!("../../migrations/postgres/0015_erasure.sql"),
    ),
    (
        16,
        "reconnect",
        include_str!("../../migrations/sqlite/0016_reconnect.sql"),
        include_str!("../../migrations/postgres/0016_reconnect.sql"),
    ),
    (
        17,
        "share_link",
        include_str!("../../migrations/sqlite/0017_share_link.sql"),
        include_str!("../../migrations/postgres/0017_share_link.sql"),
    ),
    (
        18,
        "theme",
        include_str!("../../migrations/sqlite/0018_theme.sql"),
        include_str!("../../migrations/postgres/0018_theme.sql"),
    ),
    (
        19,
        "key_changes",
        include_str!("../../migrations/sqlite/0019_key_changes.sql"),
        include_str!("../../migrations/postgres/0019_key_changes.sql"),
    ),
    (
        22,
        "connection_history",
        include_str!("../../migrations/sqlite/0022_connection_history.sql"),
        include_str!("../../migrations/postgres/0022_connection_history.sql"),
    ),
    (
        23,
        "people",
        include_str!("../../migrations/sqlite/0023_people.sql"),
        include_str!("../../migrations/postgres/0023_people.sql"),
    ),
    (
        26,
        "manage",
        include_str!("../../migrations/sqlite/0026_manage.sql"),
        include_str!("../../migrations/postgres/0026_manage.sql"),
    ),
    (
        27,
        "definition_override",
        include_str!("../../migrations/sqlite/0027_definition_override.sql"),
        include_str!("../../migrations/postgres/0027_definition_override.sql"),
    ),
    (
        28,
        "wording",
        include_str!("../../migrations/sqlite/0028_wording.sql"),
        include_str!("../../migrations/postgres/0028_wording.sql"),
    ),
    (
        20,
        "large_lists",
        include_str!("../../migrations/sqlite/0020_large_lists.sql"),
        include_str!("../../migrations/postgres/0020_large_lists.sql"),
    ),
];

/// Number and name of each, the oldest first.
pub(super) fn all() -> impl Iterator<Item = (i64, &'static str)> {
    MIGRATIONS.iter().map(|&(number, name, ..)| (number, name))
}

/// The migrations of SQLite or of PostgreSQL.
pub(super) fn migrator(sqlite: bool) -> Migrator {
    let migrations = MIGRATIONS
        .iter()
        .map(|&(number, name, for_sqlite, for_postgres)| {
            let sql = if sqlite { for_sqlite } else { for_postgres };
            Migration::new(number, Cow::Borrowed(name), MigrationType::Simple, sql.into_sql_str(), false)
        })
        .collect();
    Migrator { migrations: Cow::Owned(migrations), ..Migrator::DEFAULT }
}
