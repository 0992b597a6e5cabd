//! A new key for an environment's webhooks, noted with who wanted it.

use super::{Deed, perform};
use crate::{
    id::EnvironmentId,
    secret::SigningKey,
    services::Services,
    store::webhook_settings,
    webhook::{RotationError, prepare_rotation},
};

/// Puts a new key in place of the present one; answers the new one.
pub async fn rotate_signing_key(
    services: &Services,
    id: &EnvironmentId,
    deed: Deed,
) -> Result<SigningKey, RotationError> {
    let (new, rotation) = prepare_rotation(services, id).await?;
    let change = perform(services, deed, move |tx| {
        Box::pin(async move { webhook_settings::rotate(tx, &rotation).await })
    });
    if change.await? { Ok(new) } else { Err(RotationError::Conflict) }
}
