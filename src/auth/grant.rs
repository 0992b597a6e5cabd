//! What a service granted.

use super::{ConnectionConfig, Credential};

/// A credential that a service gave, with the connection's values as they are from now on.
#[derive(Clone, Debug)]
pub struct Grant {
    /// The credential.
    pub credential: Credential,
    /// All values of the connection: the answer's, the callback's, and over them those it had.
    pub connection_config: ConnectionConfig,
    /// The scopes the service says it granted, where it says so.
    pub granted_scopes: Option<Vec<String>>,
}
