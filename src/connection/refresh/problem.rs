//! Why a connection has no fresh credential.

use crate::{
    secret::OpenError,
    store::{StoreError, connection::ConnectionRow},
};

/// Why a credential was not renewed, as the owner's backend is told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefreshProblem {
    /// It failed on too many days.
    #[error(
        "The credentials could not be refreshed on several days: the end user must connect again, or refresh with \
         force_refresh=true"
    )]
    Exhausted,
    /// It failed a moment ago.
    #[error("The last refresh failed less than 30 seconds ago: try again later, or with force_refresh=true")]
    BackingOff,
    /// Somebody else is at it, and takes long.
    #[error("The credentials are being refreshed elsewhere, which takes longer than usual: try again later")]
    Busy,
    /// The service gave no new ones; why.
    #[error("The credentials could not be refreshed: {0}")]
    Refused(String),
    /// Something of ours failed.
    #[error("The credentials could not be refreshed because of an internal error")]
    Internal,
}

impl RefreshProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Exhausted => "connection_refresh_exhausted",
            Self::BackingOff | Self::Busy => "connection_refresh_backoff",
            Self::Refused(_) => "refresh_token_external_error",
            Self::Internal => "server_error",
        }
    }
}

/// Why a fresh connection cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum RefreshError {
    /// Its credential does not hold, and was not renewed.
    #[error("{problem}")]
    Refused {
        /// Why.
        problem: RefreshProblem,
        /// The connection as it stands.
        row: Box<ConnectionRow>,
    },
    /// It was deleted meanwhile.
    #[error("the connection was deleted meanwhile")]
    Gone,
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A sealed column.
    #[error("a sealed column cannot be opened")]
    Sealed(#[from] OpenError),
}
