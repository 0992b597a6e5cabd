//! An environment's signing keys: opening them, and replacing the present one.

use super::SigningKeys;
use crate::{
    id::EnvironmentId,
    secret::{OpenError, Place, Sealed, SigningKey},
    services::Services,
    store::{
        StoreError,
        webhook_settings::{self, SigningKeyRotation, WebhookSettingsRow},
    },
};

/// The column of the present key.
pub const CURRENT: &str = "environment.webhook_signing_key";
const PREVIOUS: &str = "environment.webhook_signing_key_previous";
/// How long the old key signs too, in minutes: a day to put the new one everywhere.
const BOTH_MINUTES: i64 = 24 * 60;

/// Why a key is not replaced.
#[derive(Debug, thiserror::Error)]
pub enum RotationError {
    /// There is no such environment.
    #[error("there is no such environment")]
    Gone,
    /// The last replacement is not over: two keys sign already.
    #[error("two keys sign already")]
    TwoKeys,
    /// Somebody else changed the environment at the same time.
    #[error("the environment was changed meanwhile")]
    Conflict,
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A sealed column.
    #[error("a sealed column cannot be opened")]
    Sealed(#[from] OpenError),
}

/// The keys that sign now.
pub fn signing_keys(services: &Services, row: &WebhookSettingsRow) -> Result<SigningKeys, OpenError> {
    let open = |column, sealed: &Sealed| {
        services.keyring.open(place(column, &row.id), sealed).map(SigningKey::from_bytes)
    };
    let now = services.clock.now();
    let previous = row.previous_key.as_ref().filter(|(_, until)| now < *until);
    Ok(SigningKeys {
        current: open(CURRENT, &row.signing_key)?,
        previous: previous.map(|(sealed, _)| open(PREVIOUS, sealed)).transpose()?,
    })
}

/// An environment's present key, sealed for its column.
#[must_use]
pub fn seal_current(services: &Services, id: &EnvironmentId, key: &SigningKey) -> Sealed {
    services.keyring.seal(&services.random, place(CURRENT, id), key.bytes())
}

/// A new key and the change that puts it in place of the present one, which signs beside it for a day. Whoever stores the
/// change notes who wanted it.
pub async fn prepare_rotation(
    services: &Services,
    id: &EnvironmentId,
) -> Result<(SigningKey, SigningKeyRotation), RotationError> {
    let row = webhook_settings::find(&services.db, id).await?.ok_or(RotationError::Gone)?;
    let keys = signing_keys(services, &row)?;
    if keys.previous.is_some() {
        return Err(RotationError::TwoKeys);
    }
    let new = SigningKey::random(&services.random);
    let seal =
        |column, key: &SigningKey| services.keyring.seal(&services.random, place(column, id), key.bytes());
    let at = services.clock.now();
    let rotation = SigningKeyRotation {
        id: id.clone(),
        current: seal(CURRENT, &new),
        previous: seal(PREVIOUS, &keys.current),
        previous_until: at.plus_minutes(BOTH_MINUTES),
        version: row.version,
        at,
    };
    Ok((new, rotation))
}

fn place<'a>(column: &'static str, id: &'a EnvironmentId) -> Place<'a> {
    Place { column, row: id.as_str(), environment: id.as_str() }
}
