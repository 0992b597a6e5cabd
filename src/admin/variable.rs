//! An environment's variables: what its owner's backend can read with a key, sealed at rest.

use secrecy::{ExposeSecret as _, SecretSlice, SecretString};
use serde_json::{Value, json};

use super::{Admin, Deed, perform};
use crate::{
    id::{EnvironmentId, VariableId},
    secret::{OpenError, Place},
    services::Services,
    store::{
        StoreError,
        environment_variable::{self, VariableRow},
    },
};

/// So many an environment holds.
pub const MOST: usize = 100;
const COLUMN: &str = "environment_variable.value";
const LONGEST_NAME: usize = 255;
const LONGEST_VALUE: usize = 8192;

/// A variable's name: letters, digits and `_`, and no digit first.
#[derive(Clone, Debug)]
pub struct VariableName(String);

impl VariableName {
    /// Reads it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        let begins = text.bytes().next().is_some_and(|byte| !byte.is_ascii_digit());
        (begins && text.len() <= LONGEST_NAME && text.bytes().all(plain)).then(|| Self(text.to_owned()))
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A variable's value. Cannot be printed.
#[derive(Clone, Debug)]
pub struct VariableValue(SecretString);

impl VariableValue {
    /// Anything that is not empty and not endless.
    #[must_use]
    pub fn parse(text: SecretString) -> Option<Self> {
        let length = text.expose_secret().len();
        (1..=LONGEST_VALUE).contains(&length).then_some(Self(text))
    }
}

/// Why variables cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum VariableError {
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A sealed column.
    #[error("a sealed column cannot be opened")]
    Sealed(#[from] OpenError),
}

/// All of an environment, as its owner's backend gets them (wire-protocol.md §10.2).
pub async fn to_wire(services: &Services, environment: &EnvironmentId) -> Result<Value, VariableError> {
    let rows = environment_variable::list(&services.db, environment).await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let opened = services.keyring.open(place(&row.id, environment), &row.value)?;
        let value = String::from_utf8_lossy(opened.expose_secret()).into_owned();
        all.push(json!({ "name": row.name, "value": value }));
    }
    Ok(Value::Array(all))
}

/// Stores one in the place of the one of that name.
pub async fn put(
    services: &Services,
    admin: &Admin,
    environment: &EnvironmentId,
    name: &VariableName,
    value: &VariableValue,
) -> Result<(), StoreError> {
    let id = VariableId::random(&services.random);
    let bytes = SecretSlice::from(value.0.expose_secret().as_bytes().to_vec());
    let row = VariableRow {
        value: services.keyring.seal(&services.random, place(&id, environment), &bytes),
        id,
        environment_id: environment.clone(),
        name: name.as_str().to_owned(),
        updated_at: services.clock.now(),
    };
    let deed = Deed::of(admin, environment, "variable.set", name.as_str());
    let change = perform(services, deed, move |tx| {
        Box::pin(async move { environment_variable::put(tx, &row).await.map(|()| true) })
    });
    change.await.map(drop)
}

/// Takes one away; false when it is not there.
pub async fn delete(services: &Services, admin: &Admin, row: VariableRow) -> Result<bool, StoreError> {
    let deed = Deed::of(admin, &row.environment_id, "variable.delete", &row.name);
    perform(services, deed, move |tx| {
        Box::pin(async move { environment_variable::delete(tx, &row.environment_id, &row.id).await })
    })
    .await
}

fn place<'a>(id: &'a VariableId, environment: &'a EnvironmentId) -> Place<'a> {
    Place { column: COLUMN, row: id.as_str(), environment: environment.as_str() }
}
