//! Why no call came of what was asked. Names what is missing, never a value.

use crate::provider::interpolate::PlacementError;

/// Why no call came of what was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlacementProblem {
    /// Nothing says where the API is.
    #[error("its definition has no base URL, and none was given")]
    NoBaseUrl,
    /// No address came of base URL and endpoint.
    #[error(transparent)]
    Address(#[from] PlacementError),
    /// A value has characters that a header cannot carry.
    #[error("the value for the header `{0}` has characters that a header cannot carry")]
    Header(String),
    /// The integration has no client to sign with.
    #[error("the integration has no OAuth client to sign with")]
    NoClient,
    /// The service has not sent the credential yet.
    #[error("its service has not sent the credential yet")]
    NotYet,
    /// The definition names a signature that this server does not have.
    #[error("the definition's signature method is not known here")]
    Signature,
    /// The client certificate and its key cannot be read, or are missing.
    #[error("the client certificate and its key cannot be read")]
    Certificate,
    /// The body is not what its content type says, and would have to be written anew.
    #[error("the body is not what its content type says")]
    Body,
}
