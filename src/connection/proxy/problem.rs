//! Why a call was not made, or brought no answer.

use crate::{
    auth::placement::PlacementProblem, connection::RefreshProblem, outbound::StreamError, secret::OpenError,
    store::StoreError,
};

/// Why there is no answer of a service to hand on.
#[derive(Debug, thiserror::Error)]
pub enum ProxyProblem {
    /// No integration has that key.
    #[error("there is no such integration")]
    UnknownIntegration,
    /// No connection of the integration has that id.
    #[error("there is no such connection")]
    UnknownConnection,
    /// The connection waits for the owner's backend.
    #[error("the connection waits for its code to be exchanged")]
    Waiting,
    /// The integration's provider has no definition any more.
    #[error("the provider `{0}` has no definition here")]
    UnknownProvider(String),
    /// Callers may not name a base URL here.
    #[error("a base URL may not be given")]
    OverrideOff,
    /// Callers may not name this base URL.
    #[error("this base URL may not be given")]
    OverrideDenied,
    /// The credential does not hold, and was not renewed.
    #[error("{0}")]
    NotFresh(RefreshProblem),
    /// Definition, values and call make no request.
    #[error(transparent)]
    Placement(#[from] PlacementProblem),
    /// A body that had to be known whole is larger than is kept.
    #[error("the body is larger than is kept")]
    BodyTooLarge,
    /// The caller's body has not come to its end.
    #[error("the caller's body broke off")]
    BodyBroken,
    /// No answer came.
    #[error("{error}")]
    NoAnswer {
        /// Why.
        error: StreamError,
        /// Who was asked.
        host: String,
    },
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A sealed column.
    #[error("a sealed column cannot be opened")]
    Sealed(#[from] OpenError),
}
