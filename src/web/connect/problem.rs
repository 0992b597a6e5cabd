//! What can stand in the way of a page; each has a page of its own that says so (see `problem_page.rs`).

use actix_web::http::StatusCode;

use super::{dress::Dress, page::Service};
use crate::{
    clock::Timestamp,
    connection::FlowFailure,
    store::{connect_session::ConnectSessionRow, flow::ReturnCheck},
};

/// A problem, and what its page wears where that is known.
#[derive(Debug, thiserror::Error)]
#[error("{kind:?}")]
pub struct PageProblem {
    /// What is the matter.
    pub kind: PageProblemKind,
    /// What the page wears; where nothing is known, the look of the only environment.
    pub dress: Option<Box<Dress>>,
}

/// What is the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageProblemKind {
    /// No such page, or none that this visitor may see.
    NotFound,
    /// The session's time is over.
    Expired {
        /// When it ended, where that is known.
        at: Option<Timestamp>,
    },
    /// The application ended the session.
    Ended,
    /// The connection that was to be connected anew was deleted.
    ConnectionGone,
    /// The time of a link that an admin handed out is over.
    LinkExpired,
    /// An admin withdrew the link.
    LinkRevoked,
    /// The link was good for one account, and that is connected.
    LinkUsed,
    /// The page was opened in another browser or tab than the one it is bound to.
    OtherBrowser,
    /// The request comes from a page that is not ours.
    CrossSite,
    /// The body is larger than any form.
    TooLarge,
    /// The body did not arrive in time.
    TooSlow,
    /// The body is nothing that a form of ours sends.
    Malformed,
    /// Too many requests.
    TooFast,
    /// Framed by an origin that is not allowed.
    FrameRefused {
        /// The origin.
        origin: String,
    },
    /// This way of connecting is not built yet.
    NotBuilt,
    /// Coming back from a service leads nowhere.
    WayBackClosed(ReturnCheck),
    /// The session asks who is there, and this is not its link, or nobody has answered yet.
    Unverified,
    /// The word of the application about who is there is not for this browser, or not any more.
    AnswerUsed,
    /// A start button that was used before.
    StartUsed,
    /// The service's address cannot be made, or the service refused to begin.
    CannotLeave {
        /// The service.
        service: Service,
        /// Why.
        failure: FlowFailure,
    },
}

impl PageProblemKind {
    /// Why a session that is not live is not.
    #[must_use]
    pub const fn over(session: &ConnectSessionRow) -> Self {
        match session.ended_at {
            Some(_) => Self::Ended,
            None => Self::Expired { at: Some(session.expires_at) },
        }
    }
}

impl PageProblem {
    /// A problem before anything is known of the session.
    #[must_use]
    pub const fn new(kind: PageProblemKind) -> Self {
        Self { kind, dress: None }
    }

    /// A problem of a known session.
    #[must_use]
    pub fn wearing(kind: PageProblemKind, dress: Dress) -> Self {
        Self { kind, dress: Some(Box::new(dress)) }
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self.kind {
            PageProblemKind::NotFound => StatusCode::NOT_FOUND,
            PageProblemKind::Expired { .. }
            | PageProblemKind::Ended
            | PageProblemKind::ConnectionGone
            | PageProblemKind::LinkExpired
            | PageProblemKind::LinkRevoked
            | PageProblemKind::LinkUsed => StatusCode::GONE,
            PageProblemKind::OtherBrowser
            | PageProblemKind::CrossSite
            | PageProblemKind::Unverified
            | PageProblemKind::AnswerUsed
            | PageProblemKind::FrameRefused { .. } => StatusCode::FORBIDDEN,
            PageProblemKind::TooSlow => StatusCode::REQUEST_TIMEOUT,
            PageProblemKind::Malformed
            | PageProblemKind::WayBackClosed(_)
            | PageProblemKind::CannotLeave { .. } => StatusCode::BAD_REQUEST,
            PageProblemKind::StartUsed => StatusCode::CONFLICT,
            PageProblemKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            PageProblemKind::TooFast => StatusCode::TOO_MANY_REQUESTS,
            PageProblemKind::NotBuilt => StatusCode::NOT_IMPLEMENTED,
        }
    }
}
