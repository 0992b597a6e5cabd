//! What each troubled state of the preview tells: at the form, or in its place.

use super::{
    super::page::{CheckFailure, ErrorKind},
    State,
};

/// What is told at the form.
pub fn at_form(state: State) -> Option<CheckFailure> {
    let host = || "acme.zendesk.com".to_owned();
    Some(match state {
        State::Refused => {
            CheckFailure::Refused { field: Some(("credentials.password".to_owned(), "API token".to_owned())) }
        }
        State::Denied => CheckFailure::Denied,
        State::Status => CheckFailure::Status(500),
        State::NoToken => CheckFailure::NoToken,
        State::Unusable => CheckFailure::Unusable,
        State::Unreachable => CheckFailure::Unreachable { host: host() },
        State::TimedOut => CheckFailure::TimedOut { host: host() },
        State::ForbiddenAddress => CheckFailure::ForbiddenAddress { host: host() },
        State::Tls => CheckFailure::Tls { host: host() },
        State::NoAddress => CheckFailure::NoAddress,
        State::NotSetUp => CheckFailure::NotSetUp,
        State::NotStored => CheckFailure::NotStored,
        _ => return None,
    })
}

/// What stands in the way.
pub fn in_the_way(state: State) -> Option<ErrorKind> {
    Some(match state {
        State::Fault => ErrorKind::Fault,
        State::TooFast => ErrorKind::TooFast,
        State::Unavailable => ErrorKind::Unavailable,
        State::Ended => ErrorKind::Ended,
        State::ConnectionGone => ErrorKind::ConnectionGone,
        State::LinkExpired => ErrorKind::LinkExpired,
        State::LinkRevoked => ErrorKind::LinkRevoked,
        State::LinkUsed => ErrorKind::LinkUsed,
        State::OtherBrowser => ErrorKind::OtherBrowser,
        State::TooLarge => ErrorKind::TooLarge,
        State::NotSupported => ErrorKind::NotSupported,
        State::FlowOtherBrowser => ErrorKind::FlowOtherBrowser,
        State::FlowUsed => ErrorKind::FlowUsed,
        State::FlowExpired => ErrorKind::FlowExpired,
        State::FlowUnknown => ErrorKind::FlowUnknown,
        State::Unverified => ErrorKind::Unverified,
        State::AnswerUsed => ErrorKind::AnswerUsed,
        State::StartUsed => ErrorKind::StartUsed,
        _ => return None,
    })
}
