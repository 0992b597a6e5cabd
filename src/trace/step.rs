//! The steps of an attempt.

use super::Code;
use crate::store::connect_attempt::Outcome;

/// How far an attempt has come: what the funnel counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A page was opened.
    Opened = 0,
    /// The form was shown.
    Shown = 1,
    /// The form was sent, or somebody left for the service.
    Sent = 2,
    /// The service accepted what was typed, or somebody came back from it.
    Answered = 3,
    /// The connection stands.
    Connected = 4,
}

/// Something that happened in an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A page was opened: in a frame, or on its own.
    Opened(&'static str),
    /// The integrations to choose from were shown.
    PickerShown,
    /// A code went out by e-mail.
    CodeSent,
    /// Who is there is known.
    Verified,
    /// Who is there was not proven.
    NotVerified,
    /// The form was shown.
    FormShown,
    /// Fields of the form were refused: their names.
    FieldsRefused(String),
    /// The form's values fit, and go to the service.
    Sent,
    /// The service accepted what was typed; or its definition names nothing to ask.
    Accepted,
    /// The person left for the service.
    Left,
    /// The person came back from the service.
    CameBack,
    /// The service gave a token.
    TokenReceived,
    /// A value that the service should still say is missing; the connection stands all the same.
    LookupFailed,
    /// The connection stands.
    Connected {
        /// The protocol's id.
        connection_id: String,
        /// Whether the service must still say something before it can be used.
        is_pending: bool,
    },
    /// It came to nothing.
    Refused(Code, Option<String>),
    /// The page was closed.
    Closed,
    /// The application's page reported something (wire-protocol.md §2.6).
    Reported(&'static str, Option<Code>),
    /// The connection's credentials could not be renewed, later.
    RefreshFailed(Code),
}

impl Step {
    /// The stable name.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Opened(_) => "opened",
            Self::PickerShown => "picker_shown",
            Self::CodeSent => "code_sent",
            Self::Verified => "verified",
            Self::NotVerified => "not_verified",
            Self::FormShown => "form_shown",
            Self::FieldsRefused(_) => "fields_refused",
            Self::Sent => "sent",
            Self::Accepted => "accepted",
            Self::Left => "left",
            Self::CameBack => "came_back",
            Self::TokenReceived => "token_received",
            Self::LookupFailed => "lookup_failed",
            Self::Connected { .. } => "connected",
            Self::Refused(..) => "refused",
            Self::Closed => "closed",
            Self::Reported(..) => "reported",
            Self::RefreshFailed(_) => "refresh_failed",
        }
    }

    /// The code of what went wrong.
    #[must_use]
    pub const fn code(&self) -> Option<Code> {
        match self {
            Self::NotVerified => Some(Code::NotVerified),
            Self::FieldsRefused(_) => Some(Code::FieldsRefused),
            Self::LookupFailed => Some(Code::LookupFailed),
            Self::Refused(code, _) | Self::RefreshFailed(code) => Some(*code),
            Self::Reported(_, code) => *code,
            _ => None,
        }
    }

    pub(super) fn detail(&self) -> Option<String> {
        match self {
            Self::Opened(text) | Self::Reported(text, _) => Some((*text).to_owned()),
            Self::FieldsRefused(text) => Some(text.clone()),
            Self::Refused(_, detail) => detail.clone(),
            Self::Connected { is_pending: true, .. } => Some("pending".to_owned()),
            _ => None,
        }
    }

    /// How far the attempt has come with it.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        match self {
            Self::FormShown => Stage::Shown,
            Self::FieldsRefused(_) | Self::Sent | Self::Left => Stage::Sent,
            Self::Accepted | Self::CameBack | Self::TokenReceived => Stage::Answered,
            Self::Connected { .. } => Stage::Connected,
            _ => Stage::Opened,
        }
    }

    /// What the attempt has come to with it, where the step says so.
    pub(super) const fn verdict(&self) -> Option<(Outcome, Option<&'static str>)> {
        match self {
            Self::Connected { .. } => Some((Outcome::Connected, None)),
            Self::FieldsRefused(_) => Some((Outcome::Refused, Some(Code::FieldsRefused.as_str()))),
            Self::Refused(code, _) => Some((Outcome::Refused, Some(code.as_str()))),
            _ => None,
        }
    }

    pub(super) fn connection_id(&self) -> Option<&str> {
        match self {
            Self::Connected { connection_id, .. } => Some(connection_id),
            _ => None,
        }
    }
}
