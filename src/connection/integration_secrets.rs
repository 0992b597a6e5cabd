//! Sealing and opening the owner's side of an integration.

use secrecy::SecretSlice;

use crate::{
    auth::{ConnectionConfig, IntegrationCredential},
    id::{EnvironmentId, IntegrationId},
    secret::{OpenError, Place, Sealed},
    services::Services,
    store::integration::IntegrationRow,
};

const CREDENTIALS: &str = "integration.credentials";
const CUSTOM: &str = "integration.custom";

/// Seals an integration's own credential for its row.
#[must_use]
pub fn seal_credential(
    services: &Services,
    environment: &EnvironmentId,
    id: &IntegrationId,
    credential: &IntegrationCredential,
) -> Sealed {
    seal(services, CREDENTIALS, environment, id, &credential.to_bytes())
}

/// Seals an integration's further settings for its row.
#[must_use]
pub fn seal_custom(
    services: &Services,
    environment: &EnvironmentId,
    id: &IntegrationId,
    custom: &ConnectionConfig,
) -> Sealed {
    seal(services, CUSTOM, environment, id, &custom.to_bytes())
}

/// An integration's own credential, where it has one.
pub fn open_credential(
    services: &Services,
    row: &IntegrationRow,
) -> Result<Option<IntegrationCredential>, OpenError> {
    open_owner(services, &row.environment_id, &row.id, row.credentials.as_ref())
}

/// An integration's own credential, from its sealed column.
pub fn open_owner(
    services: &Services,
    environment: &EnvironmentId,
    id: &IntegrationId,
    sealed: Option<&Sealed>,
) -> Result<Option<IntegrationCredential>, OpenError> {
    let Some(sealed) = sealed else { return Ok(None) };
    let bytes = open(services, CREDENTIALS, environment, id, sealed)?;
    IntegrationCredential::from_bytes(&bytes).map(Some).map_err(|_| OpenError::Malformed)
}

/// An integration's further settings; none are an empty map.
pub fn open_custom(services: &Services, row: &IntegrationRow) -> Result<ConnectionConfig, OpenError> {
    open_custom_of(services, &row.environment_id, &row.id, row.custom.as_ref())
}

/// An integration's further settings, from their sealed column.
pub fn open_custom_of(
    services: &Services,
    environment: &EnvironmentId,
    id: &IntegrationId,
    sealed: Option<&Sealed>,
) -> Result<ConnectionConfig, OpenError> {
    let Some(sealed) = sealed else { return Ok(ConnectionConfig::default()) };
    let bytes = open(services, CUSTOM, environment, id, sealed)?;
    ConnectionConfig::from_bytes(&bytes).map_err(|_| OpenError::Malformed)
}

fn seal(
    services: &Services,
    column: &'static str,
    environment: &EnvironmentId,
    id: &IntegrationId,
    bytes: &SecretSlice<u8>,
) -> Sealed {
    let place = Place { column, row: id.as_str(), environment: environment.as_str() };
    services.keyring.seal(&services.random, place, bytes)
}

fn open(
    services: &Services,
    column: &'static str,
    environment: &EnvironmentId,
    id: &IntegrationId,
    sealed: &Sealed,
) -> Result<SecretSlice<u8>, OpenError> {
    let place = Place { column, row: id.as_str(), environment: environment.as_str() };
    services.keyring.open(place, sealed)
}
