//! Reading a connection with its secrets, for the owner's backend.

use secrecy::SecretSlice;

use crate::{
    auth::{ConnectionConfig, Credential},
    secret::{OpenError, Place, Sealed},
    services::Services,
    store::connection::ConnectionRow,
};

/// A connection's sealed columns, opened.
#[derive(Debug)]
pub struct OpenedConnection {
    /// The credential.
    pub credential: Credential,
    /// The values of the form that are no credentials, opened; may hold secrets.
    pub connection_config: ConnectionConfig,
}

/// Opens a connection's sealed columns.
pub fn open(services: &Services, row: &ConnectionRow) -> Result<OpenedConnection, OpenError> {
    let unseal = |column, sealed: &Sealed| -> Result<SecretSlice<u8>, OpenError> {
        let place = Place { column, row: row.id.as_str(), environment: row.environment_id.as_str() };
        services.keyring.open(place, sealed)
    };
    let credential = Credential::from_bytes(&unseal("connection.credentials", &row.credentials)?)
        .map_err(|_| OpenError::Malformed)?;
    let config = unseal("connection.connection_config", &row.connection_config)?;
    let connection_config = ConnectionConfig::from_bytes(&config).map_err(|_| OpenError::Malformed)?;
    Ok(OpenedConnection { credential, connection_config })
}
