//! The second factor of an account: its sealed secret, the last time step that was used, the recovery codes.

use super::{Fingerprint, StoreError, Tx, query, statements};
use crate::{id::AdminId, secret::Sealed};

statements! {
    BEGIN = "UPDATE admin SET totp_secret = $1, totp_step = 0 WHERE id = $2 AND totp_confirmed = 0";
    CONFIRM = "UPDATE admin SET totp_confirmed = 1, totp_step = $1 WHERE id = $2 AND totp_secret IS NOT NULL \
        AND totp_confirmed = 0";
    USE_STEP = "UPDATE admin SET totp_step = $1 WHERE id = $2 AND totp_confirmed = 1 AND totp_step < $1";
    CLEAR = "UPDATE admin SET totp_secret = NULL, totp_confirmed = 0, totp_step = 0 WHERE id = $1 AND totp_confirmed = 1";
    INSERT_CODE = "INSERT INTO admin_recovery_code (fingerprint, admin_id) VALUES ($1, $2)";
    USE_CODE = "DELETE FROM admin_recovery_code WHERE fingerprint = $1 AND admin_id = $2";
    DELETE_CODES = "DELETE FROM admin_recovery_code WHERE admin_id = $1";
}

/// Stores a secret that is not in use yet; false when another one is.
pub async fn begin(tx: &mut Tx, id: &AdminId, secret: &Sealed) -> Result<bool, StoreError> {
    Ok(query(BEGIN).bind(secret.as_bytes()).bind(id.as_str()).execute(tx).await? == 1)
}

/// Puts the secret to use, with recovery codes of its own.
pub async fn confirm(
    tx: &mut Tx,
    id: &AdminId,
    step: i64,
    codes: &[Fingerprint],
) -> Result<bool, StoreError> {
    if query(CONFIRM).bind(step).bind(id.as_str()).execute(&mut *tx).await? != 1 {
        return Ok(false);
    }
    query(DELETE_CODES).bind(id.as_str()).execute(&mut *tx).await?;
    for code in codes {
        query(INSERT_CODE).bind(code.as_bytes()).bind(id.as_str()).execute(&mut *tx).await?;
    }
    Ok(true)
}

/// Uses a time step; false when it, or a later one, was used before.
pub async fn use_step(tx: &mut Tx, id: &AdminId, step: i64) -> Result<bool, StoreError> {
    Ok(query(USE_STEP).bind(step).bind(id.as_str()).execute(tx).await? == 1)
}

/// Uses a recovery code up; false when it is none, or was used before.
pub async fn use_code(tx: &mut Tx, id: &AdminId, code: &Fingerprint) -> Result<bool, StoreError> {
    Ok(query(USE_CODE).bind(code.as_bytes()).bind(id.as_str()).execute(tx).await? == 1)
}

/// Takes the second factor away; false when there is none.
pub async fn clear(tx: &mut Tx, id: &AdminId) -> Result<bool, StoreError> {
    query(DELETE_CODES).bind(id.as_str()).execute(&mut *tx).await?;
    Ok(query(CLEAR).bind(id.as_str()).execute(tx).await? == 1)
}
