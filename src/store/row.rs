//! Reading a row: each failure names table, column and row.

use std::{borrow::Cow, cell::Cell};

use serde::de::DeserializeOwned;
use sqlx::{Postgres, Row as _, TypeInfo as _, ValueRef as _, postgres::PgRow};

use super::StoreError;
use crate::{clock::Timestamp, secret::Sealed};

/// A row of either database.
pub(super) enum Row<'a> {
    Postgres(&'a PgRow),
    Sqlite(&'a rusqlite::Row<'a>),
}

/// A row of a known table.
pub(super) struct Reader<'a> {
    table: &'static str,
    row: &'a Row<'a>,
    /// Where the next column is likely to stand: rows are mostly read in the order of their statement.
    likely: Cell<usize>,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(table: &'static str, row: &'a Row<'a>) -> Self {
        Self { table, row, likely: Cell::new(0) }
    }

    fn get<T>(&self, column: &'static str) -> Result<T, StoreError>
    where
        T: sqlx::Decode<'a, Postgres> + sqlx::Type<Postgres> + rusqlite::types::FromSql,
    {
        match self.row {
            Row::Postgres(row) => row.try_get(column).map_err(|error| self.corrupt(column, error)),
            Row::Sqlite(row) => {
                row.get(self.index(row, column)?).map_err(|error| self.corrupt(column, error))
            }
        }
    }

    fn index(&self, row: &rusqlite::Row<'_>, column: &'static str) -> Result<usize, StoreError> {
        let statement: &rusqlite::Statement<'_> = row.as_ref();
        let (count, likely) = (statement.column_count(), self.likely.get());
        let index = (likely..count)
            .chain(0..likely.min(count))
            .find(|&index| statement.column_name(index).is_ok_and(|name| name == column))
            .ok_or_else(|| self.corrupt(column, "there is no such column"))?;
        self.likely.set(index + 1);
        Ok(index)
    }

    pub(super) fn text(&self, column: &'static str) -> Result<String, StoreError> {
        self.get(column)
    }

    pub(super) fn optional_text(&self, column: &'static str) -> Result<Option<String>, StoreError> {
        self.get(column)
    }

    /// A text that need not be kept.
    fn passing_text(&self, column: &'static str) -> Result<Option<Cow<'_, str>>, StoreError> {
        match self.row {
            Row::Postgres(_) => Ok(self.optional_text(column)?.map(Cow::Owned)),
            Row::Sqlite(row) => {
                let value = row.get_ref(self.index(row, column)?);
                let text = value.map(|value| value.as_str_or_null().map(|text| text.map(Cow::Borrowed)));
                text.map_err(|error| self.corrupt(column, error))?
                    .map_err(|error| self.corrupt(column, error))
            }
        }
    }

    pub(super) fn number(&self, column: &'static str) -> Result<i64, StoreError> {
        self.optional_number(column)?.ok_or_else(|| self.corrupt(column, "it is NULL"))
    }

    /// PostgreSQL counts in eight bytes, writes literals in four, and calls the result of `EXISTS` a boolean.
    pub(super) fn optional_number(&self, column: &'static str) -> Result<Option<i64>, StoreError> {
        let Row::Postgres(row) = self.row else { return self.get(column) };
        let value = row.try_get_raw(column).map_err(|error| self.corrupt(column, error))?;
        let number = match value.type_info().name() {
            "BOOL" => row.try_get::<Option<bool>, _>(column).map(|value| value.map(i64::from)),
            "INT4" => row.try_get::<Option<i32>, _>(column).map(|value| value.map(i64::from)),
            _ => row.try_get(column),
        };
        number.map_err(|error| self.corrupt(column, error))
    }

    /// A 0/1 column, or the result of `EXISTS`.
    pub(super) fn flag(&self, column: &'static str) -> Result<bool, StoreError> {
        Ok(self.number(column)? != 0)
    }

    pub(super) fn moment(&self, column: &'static str) -> Result<Timestamp, StoreError> {
        self.number(column).map(Timestamp)
    }

    pub(super) fn optional_moment(&self, column: &'static str) -> Result<Option<Timestamp>, StoreError> {
        Ok(self.optional_number(column)?.map(Timestamp))
    }

    pub(super) fn bytes(&self, column: &'static str) -> Result<Vec<u8>, StoreError> {
        self.get(column)
    }

    pub(super) fn optional_bytes(&self, column: &'static str) -> Result<Option<Vec<u8>>, StoreError> {
        self.get(column)
    }

    pub(super) fn sealed(&self, column: &'static str) -> Result<Sealed, StoreError> {
        self.bytes(column).map(Sealed::from_stored)
    }

    pub(super) fn optional_sealed(&self, column: &'static str) -> Result<Option<Sealed>, StoreError> {
        Ok(self.optional_bytes(column)?.map(Sealed::from_stored))
    }

    pub(super) fn json<T: DeserializeOwned>(&self, column: &'static str) -> Result<T, StoreError> {
        self.optional_json(column)?.ok_or_else(|| self.corrupt(column, "it is NULL"))
    }

    pub(super) fn optional_json<T: DeserializeOwned>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>, StoreError> {
        self.passing_text(column)?
            .map(|text| serde_json::from_str(&text).map_err(|error| self.corrupt(column, error)))
            .transpose()
    }

    pub(super) fn corrupt(&self, column: &'static str, reason: impl std::fmt::Display) -> StoreError {
        let row = match self.row {
            Row::Postgres(row) => row.try_get::<String, _>("id").unwrap_or_default(),
            Row::Sqlite(row) => row.get("id").unwrap_or_default(),
        };
        StoreError::Corrupt { table: self.table, column, row, reason: reason.to_string() }
    }
}

/// A value as the JSON text of its column.
pub(super) fn json_text<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned())
}
