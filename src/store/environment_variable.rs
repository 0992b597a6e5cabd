//! An environment's variables: names in clear, values sealed.

use super::{
    Db, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{EnvironmentId, VariableId},
    secret::Sealed,
};

statements! {
    LIST = "SELECT * FROM environment_variable WHERE environment_id = $1 ORDER BY name";
    // The value is sealed for its row's id: another value is another row.
    PUT = "INSERT INTO environment_variable (id, environment_id, name, value, updated_at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (environment_id, name) DO UPDATE SET id = excluded.id, value = excluded.value, \
        updated_at = excluded.updated_at";
    DELETE = "DELETE FROM environment_variable WHERE environment_id = $1 AND id = $2";
}

/// A variable as it is stored.
#[derive(Clone, Debug)]
pub struct VariableRow {
    /// Its id.
    pub id: VariableId,
    /// Its environment.
    pub environment_id: EnvironmentId,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Sealed,
    /// When it was set.
    pub updated_at: Timestamp,
}

/// All of an environment, by name.
pub async fn list(db: &Db, environment: &EnvironmentId) -> Result<Vec<VariableRow>, StoreError> {
    query(LIST).bind(environment.as_str()).fetch_all(db, read).await
}

/// Stores a variable in the place of the one of that name.
pub async fn put(tx: &mut Tx, row: &VariableRow) -> Result<(), StoreError> {
    query(PUT)
        .bind(row.id.as_str())
        .bind(row.environment_id.as_str())
        .bind(&row.name)
        .bind(row.value.as_bytes())
        .bind(row.updated_at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Takes one away; false when it is not there.
pub async fn delete(tx: &mut Tx, environment: &EnvironmentId, id: &VariableId) -> Result<bool, StoreError> {
    let done = query(DELETE).bind(environment.as_str()).bind(id.as_str()).execute(tx).await?;
    Ok(done == 1)
}

fn read(row: &Row<'_>) -> Result<VariableRow, StoreError> {
    let row = Reader::new("environment_variable", row);
    Ok(VariableRow {
        id: VariableId::from_stored(row.text("id")?),
        environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
        name: row.text("name")?,
        value: row.sealed("value")?,
        updated_at: row.moment("updated_at")?,
    })
}
