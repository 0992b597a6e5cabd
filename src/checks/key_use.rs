//! Which keys seal what is stored.

use crate::{
    secret::Keyring,
    store::{
        Db, StoreError,
        sealed_column::{self, COLUMNS},
    },
};

/// How much each key seals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyUse {
    /// Of each configured key, how many values it sealed; in the order of the setting.
    pub by_key: Vec<(String, i64)>,
    /// How many values a key sealed that is not configured.
    pub unknown: i64,
}

/// How much each key seals now.
pub async fn key_use(db: &Db, keyring: &Keyring) -> Result<KeyUse, StoreError> {
    let mut uses = KeyUse::default();
    for column in COLUMNS {
        uses.unknown += sealed_column::count(db, column).await?;
    }
    for id in keyring.key_ids() {
        let mut count = 0;
        for column in COLUMNS {
            count += sealed_column::count_of_key(db, column, id).await?;
        }
        uses.unknown -= count;
        uses.by_key.push((id.to_owned(), count));
    }
    Ok(uses)
}
