//! The one error type at the edge. What the log sees and what a person sees are different texts.

use actix_web::{HttpResponse, ResponseError, http::StatusCode};

use super::{admin::Capability, api::ApiError, connect::PageProblem};
use crate::{admin::two_step::TwoStepError, secret::OpenError, store::StoreError};

/// Anything that a handler can fail with. Drawn by `edge.rs`, which knows the request.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// An answer of the JSON protocol.
    #[error("{0}")]
    Api(#[from] ApiError),
    /// A page that says what is the matter.
    #[error("{0:?}")]
    Page(#[from] PageProblem),
    /// Somebody in admin asked for what their role is not good for.
    #[error("{0:?} is not for this role")]
    NotAllowed(Capability),
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A sealed column.
    #[error("a sealed column cannot be opened")]
    Sealed(#[from] OpenError),
    /// A template.
    #[error("a page cannot be drawn")]
    Template(#[from] askama::Error),
    /// Something that cannot happen did.
    #[error("{0}")]
    Internal(String),
}

impl From<TwoStepError> for WebError {
    fn from(error: TwoStepError) -> Self {
        match error {
            TwoStepError::Store(error) => error.into(),
            TwoStepError::Sealed(error) => error.into(),
        }
    }
}

impl ResponseError for WebError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Api(error) => error.status,
            Self::Page(problem) => problem.status(),
            Self::NotAllowed(_) => StatusCode::FORBIDDEN,
            Self::Store(StoreError::Unavailable(_)) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Store(_) | Self::Sealed(_) | Self::Template(_) | Self::Internal(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }

    /// No body: the edge draws it in the visitor's language and the caller's format.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}
