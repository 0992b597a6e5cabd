//! One statement with its values, and the one place that runs it: on SQLite in the caller's thread, on PostgreSQL on
//! one of the open connections.
//!
//! Reads by key run where they are asked: on SQLite they take microseconds, less than the way to another thread. Lists
//! may take longer, so they leave the thread that serves requests.

use std::sync::Arc;

use super::{
    Db, StoreError, Tx,
    db::{Backend, Place},
    row::Row,
    sqlite,
    value::Value,
};

/// A statement with its values.
pub(super) struct Query<'q> {
    sql: &'static str,
    values: Vec<Value<'q>>,
}

/// Begins a statement; `$1` is what is bound first.
pub(super) const fn query<'q>(sql: &'static str) -> Query<'q> {
    Query { sql, values: Vec::new() }
}

impl<'q> Query<'q> {
    /// Binds the next parameter.
    pub(super) fn bind(mut self, value: impl Into<Value<'q>>) -> Self {
        self.values.push(value.into());
        self
    }

    /// The first row, where there is one.
    pub(super) async fn fetch_optional<T, F>(self, db: &Db, read: F) -> Result<Option<T>, StoreError>
    where
        F: FnOnce(&Row<'_>) -> Result<T, StoreError>,
    {
        db.watchers.saw(self.sql);
        match &db.backend {
            Backend::Sqlite(file) => {
                file.readers.by_key(|connection| sqlite::first(connection, self.sql, &self.values, read))
            }
            Backend::Postgres(server) => {
                let row = server.connections.first(self.sql, &self.values).await?;
                row.map(|row| read(&Row::Postgres(&row))).transpose()
            }
        }
    }

    /// The row of a statement that always has one.
    pub(super) async fn fetch_one<T, F>(self, db: &Db, read: F) -> Result<T, StoreError>
    where
        F: FnOnce(&Row<'_>) -> Result<T, StoreError>,
    {
        self.fetch_optional(db, read).await?.ok_or_else(no_row)
    }

    /// All rows.
    pub(super) async fn fetch_all<T, F>(self, db: &Db, read: F) -> Result<Vec<T>, StoreError>
    where
        T: Send + 'static,
        F: Fn(&Row<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        db.watchers.saw(self.sql);
        match &db.backend {
            Backend::Sqlite(file) => {
                let readers = Arc::clone(&file.readers);
                let (sql, values) =
                    (self.sql, self.values.into_iter().map(Value::into_owned).collect::<Vec<_>>());
                let work = move || readers.list(|connection| sqlite::all(connection, sql, &values, read));
                tokio::task::spawn_blocking(work).await.map_err(StoreError::unavailable)?
            }
            Backend::Postgres(server) => {
                let rows = server.connections.all(self.sql, &self.values).await?;
                rows.iter().map(|row| read(&Row::Postgres(row))).collect()
            }
        }
    }

    /// Runs the statement in a transaction; answers how many rows it changed.
    pub(super) async fn execute(self, tx: &mut Tx) -> Result<u64, StoreError> {
        tx.watchers.saw(self.sql);
        match &mut tx.place {
            Place::Sqlite(connection) => sqlite::execute(connection, self.sql, &self.values),
            Place::Postgres(lease) => lease.execute(self.sql, &self.values).await,
        }
    }

    /// Runs the statement as a transaction of its own, which costs PostgreSQL one answer instead of three; answers how
    /// many rows it changed. For rows that nobody remembers, as with [`Db::write_aside`].
    pub(super) async fn commit_aside(self, db: &Db) -> Result<u64, StoreError> {
        match &db.backend {
            Backend::Sqlite(_) => {
                let values = self.values.into_iter().map(Value::into_owned).collect();
                let owned = Query { sql: self.sql, values };
                db.write_aside(move |tx| Box::pin(owned.execute(tx))).await
            }
            Backend::Postgres(server) => {
                db.watchers.saw(self.sql);
                server.connections.execute(self.sql, &self.values).await
            }
        }
    }

    /// Runs a statement that answers with a row, or with none, in a transaction.
    pub(super) async fn returning_optional<T, F>(self, tx: &mut Tx, read: F) -> Result<Option<T>, StoreError>
    where
        F: FnOnce(&Row<'_>) -> Result<T, StoreError>,
    {
        tx.watchers.saw(self.sql);
        match &mut tx.place {
            Place::Sqlite(connection) => sqlite::first(connection, self.sql, &self.values, read),
            Place::Postgres(lease) => {
                let row = lease.first(self.sql, &self.values).await?;
                row.map(|row| read(&Row::Postgres(&row))).transpose()
            }
        }
    }

    /// Runs a statement that answers with rows in a transaction.
    pub(super) async fn returning_all<T, F>(self, tx: &mut Tx, read: F) -> Result<Vec<T>, StoreError>
    where
        F: Fn(&Row<'_>) -> Result<T, StoreError>,
    {
        tx.watchers.saw(self.sql);
        match &mut tx.place {
            Place::Sqlite(connection) => sqlite::all(connection, self.sql, &self.values, read),
            Place::Postgres(lease) => {
                let rows = lease.all(self.sql, &self.values).await?;
                rows.iter().map(|row| read(&Row::Postgres(row))).collect()
            }
        }
    }
}

fn no_row() -> StoreError {
    StoreError::Database(Box::new(sqlx::Error::RowNotFound))
}
