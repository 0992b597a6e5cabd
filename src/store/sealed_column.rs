//! Every sealed column of every table, for those who look at all of them: which key sealed what, and sealing anew.

use super::{
    Db, NamedStatement, StoreError, Tx,
    query::query,
    row::{Reader, Row},
};
use crate::secret::Sealed;

/// A column that holds sealed bytes. An empty value stands for wiped secrets.
#[derive(Clone, Copy, Debug)]
pub struct SealedColumn {
    /// Table and column, as they are part of what is authenticated.
    pub name: &'static str,
    table: &'static str,
    batch: &'static str,
    one: &'static str,
    swap: &'static str,
    count: &'static str,
    count_of_key: &'static str,
}

macro_rules! columns {
    ($($table:literal.$column:literal of $environment:literal;)+) => {
        /// All of them. A test compares them with the schema.
        pub const COLUMNS: &[SealedColumn] = &[$(SealedColumn {
            name: concat!($table, ".", $column),
            table: $table,
            batch: concat!(
                "SELECT id, ", $environment, " AS environment, ", $column, " AS sealed FROM ", $table,
                " WHERE LENGTH(", $column, ") > 0 AND SUBSTR(", $column, ", 1, CAST($1 AS INTEGER)) <> $2 \
                AND id > $3 ORDER BY id LIMIT $4"
            ),
            one: concat!(
                "SELECT id, ", $environment, " AS environment, ", $column, " AS sealed FROM ", $table,
                " WHERE LENGTH(", $column, ") > 0 AND SUBSTR(", $column, ", 1, CAST($1 AS INTEGER)) = $2 LIMIT 1"
            ),
            swap: concat!("UPDATE ", $table, " SET ", $column, " = $1 WHERE id = $2 AND ", $column, " = $3"),
            count: concat!("SELECT COUNT(*) AS count FROM ", $table, " WHERE LENGTH(", $column, ") > 0"),
            count_of_key: concat!(
                "SELECT COUNT(*) AS count FROM ", $table, " WHERE LENGTH(", $column, ") > 0 AND SUBSTR(", $column,
                ", 1, CAST($1 AS INTEGER)) = $2"
            ),
        }),+];
    };
}

columns! {
    "environment"."webhook_signing_key" of "id";
    "environment"."webhook_signing_key_previous" of "id";
    "integration"."credentials" of "environment_id";
    "integration"."custom" of "environment_id";
    "connect_session"."integrations_config_defaults" of "environment_id";
    "connection"."credentials" of "environment_id";
    "connection"."connection_config" of "environment_id";
    "environment_variable"."value" of "environment_id";
    "flow"."context" of "environment_id";
    "admin"."totp_secret" of "id";
    "form_draft"."content" of "environment_id";
}

/// A sealed value and its place.
#[derive(Clone, Debug)]
pub struct SealedValue {
    /// The row's id.
    pub row: String,
    /// The id of its environment.
    pub environment: String,
    /// The value.
    pub sealed: Sealed,
}

/// All statements, of every column.
#[must_use]
pub fn statements() -> Vec<NamedStatement> {
    let of = |column: &SealedColumn| {
        [column.batch, column.one, column.swap, column.count, column.count_of_key]
            .map(|sql| (column.name, sql))
    };
    COLUMNS.iter().flat_map(of).collect()
}

/// The next values that another key than this one sealed, by the ids of their rows.
pub async fn sealed_otherwise(
    db: &Db,
    column: &SealedColumn,
    key_id: &str,
    after_row: &str,
    limit: i64,
) -> Result<Vec<SealedValue>, StoreError> {
    let (beginning, table) = (Sealed::beginning(key_id), column.table);
    query(column.batch)
        .bind(length(&beginning))
        .bind(beginning.as_slice())
        .bind(after_row)
        .bind(limit)
        .fetch_all(db, move |row| read(table, row))
        .await
}

/// A value that this key sealed, where there is one.
pub async fn sealed_with(
    db: &Db,
    column: &SealedColumn,
    key_id: &str,
) -> Result<Option<SealedValue>, StoreError> {
    let (beginning, table) = (Sealed::beginning(key_id), column.table);
    query(column.one)
        .bind(length(&beginning))
        .bind(beginning.as_slice())
        .fetch_optional(db, |row| read(table, row))
        .await
}

/// Puts a value in the place of the one that was read; false where another write came first, which stays.
pub async fn swap(
    tx: &mut Tx,
    column: &SealedColumn,
    read: &SealedValue,
    new: &Sealed,
) -> Result<bool, StoreError> {
    let swapped = query(column.swap)
        .bind(new.as_bytes())
        .bind(read.row.as_str())
        .bind(read.sealed.as_bytes())
        .execute(tx)
        .await?;
    Ok(swapped == 1)
}

/// How many values a column holds.
pub async fn count(db: &Db, column: &SealedColumn) -> Result<i64, StoreError> {
    let table = column.table;
    query(column.count).fetch_one(db, |row| Reader::new(table, row).number("count")).await
}

/// How many of them a key sealed.
pub async fn count_of_key(db: &Db, column: &SealedColumn, key_id: &str) -> Result<i64, StoreError> {
    let (beginning, table) = (Sealed::beginning(key_id), column.table);
    query(column.count_of_key)
        .bind(length(&beginning))
        .bind(beginning.as_slice())
        .fetch_one(db, |row| Reader::new(table, row).number("count"))
        .await
}

fn read(table: &'static str, row: &Row<'_>) -> Result<SealedValue, StoreError> {
    let row = Reader::new(table, row);
    Ok(SealedValue {
        row: row.text("id")?,
        environment: row.text("environment")?,
        sealed: row.sealed("sealed")?,
    })
}

fn length(bytes: &[u8]) -> i64 {
    i64::try_from(bytes.len()).unwrap_or(i64::MAX)
}
