//! Whether the encryption keys open what is stored.

use super::{Finding, key_use};
use crate::{
    clock::Random,
    secret::{Keyring, Place},
    store::{
        Db, StoreError,
        sealed_column::{self, COLUMNS},
    },
};

const CHECK: &str = "encryption keys";
const SETTING: &str = "CONNECT_UI_ENCRYPTION_KEYS";

/// Tries them.
pub async fn examine(db: &Db, keyring: &Keyring) -> Finding {
    match stored(db, keyring).await {
        Ok(finding) => finding,
        Err(error) => {
            Finding::problem(CHECK, format!("they could not be tried: {error}"), "See the database")
        }
    }
}

async fn stored(db: &Db, keyring: &Keyring) -> Result<Finding, StoreError> {
    let uses = key_use(db, keyring).await?;
    if uses.unknown > 0 {
        let says =
            format!("{} stored values were encrypted with a key that is not in {SETTING}", uses.unknown);
        let remedy = format!(
            "Add the earlier key behind the present one in {SETTING}, start the server again, then run \
             `connect-ui rekey`. Without that key those values are lost"
        );
        return Ok(Finding::problem(CHECK, says, remedy));
    }
    for (id, _) in uses.by_key.iter().filter(|(_, count)| *count > 0) {
        if !opens(db, keyring, id).await? {
            let says = format!("the key {id:?} does not open what was encrypted under its id");
            let remedy =
                format!("{SETTING} has another key under that id than before: put the earlier one back");
            return Ok(Finding::problem(CHECK, says, remedy));
        }
    }
    let idle: Vec<&str> =
        uses.by_key.iter().skip(1).filter(|(_, count)| *count > 0).map(|(id, _)| id.as_str()).collect();
    Ok(if idle.is_empty() {
        Finding::good(CHECK, "they open what is stored, and the first one encrypts all of it")
    } else {
        let says =
            format!("they open what is stored; some of it is still encrypted with {}", idle.join(", "));
        Finding::warning(CHECK, says, "Run `connect-ui rekey` while the server runs")
    })
}

/// Whether one value of each column opens that this key sealed.
async fn opens(db: &Db, keyring: &Keyring, key_id: &str) -> Result<bool, StoreError> {
    for column in COLUMNS {
        let Some(value) = sealed_column::sealed_with(db, column, key_id).await? else { continue };
        let place = Place { column: column.name, row: &value.row, environment: &value.environment };
        if keyring.reseal(&Random::system(), place, &value.sealed).is_err() {
            return Ok(false);
        }
    }
    Ok(true)
}
