//! Pages that say what happened and what to do next.

use askama::Template;

use super::chrome::{Chrome, Service};

/// `GET /ui/{cap}/done/{flow}` after a success. Put [`super::ParentEvent::Connect`] into the chrome.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/done.html")]
pub struct DonePage {
    /// The page's frame.
    pub chrome: Chrome,
    /// What was connected.
    pub service: Service,
    /// Where another one can be connected, if more is allowed.
    pub another_url: Option<String>,
    /// Where the list of the person's accounts is, where the session shows one.
    pub accounts_url: Option<String>,
    /// The app's own address, where its backend must still fetch the connection.
    pub app_url: Option<String>,
    /// Whether it was connected before.
    pub again: bool,
}

impl DonePage {
    fn heading(&self) -> String {
        self.chrome
            .with_service(if self.again { "reconnect-done-title" } else { "done-title" }, &self.service)
    }

    fn text(&self) -> String {
        self.chrome.with_app(match (&self.app_url, self.again) {
            (Some(_), _) => "done-finish",
            (None, true) => "reconnect-done-text",
            (None, false) => "done-text",
        })
    }
}

/// `GET /ui/{cap}/done/{flow}` after a failure. Put [`super::ParentEvent::Error`] into the chrome.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/failure.html")]
pub struct FailurePage {
    /// The page's frame.
    pub chrome: Chrome,
    /// What was not connected.
    pub service: Service,
    /// Why, in our own words (for example [`super::CheckFailure::text`]).
    pub reason: String,
    /// Where to try again.
    pub retry_url: Option<String>,
}

/// A page of a session whose time is over, when nothing was typed that could be kept.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/expired.html")]
pub struct ExpiredPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// When it ended, in words; empty where that is not known.
    pub ended_at: String,
}

impl ExpiredPage {
    fn text(&self) -> String {
        if self.ended_at.is_empty() {
            return self.chrome.with_app("expired-text-plain");
        }
        let arguments = [("app", (&self.chrome.app_name).into()), ("time", (&self.ended_at).into())];
        self.chrome.tr.text_with("expired-text", &arguments)
    }
}

/// A session that has done its work.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/finished.html")]
pub struct FinishedPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// What was connected, where it is known.
    pub service: Option<Service>,
    /// Where another one can be connected, if more is allowed.
    pub another_url: Option<String>,
}

impl FinishedPage {
    fn text(&self) -> String {
        match &self.service {
            Some(service) => self.chrome.with_service("finished-text", service),
            None => self.chrome.t("finished-text-plain"),
        }
    }
}

/// A session that allows no integration that exists.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/no_integrations.html")]
pub struct NoIntegrationsPage {
    /// The page's frame.
    pub chrome: Chrome,
}

/// An address that leads nowhere.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/not_found.html")]
pub struct NotFoundPage {
    /// The page's frame.
    pub chrome: Chrome,
}

/// What kind of trouble an [`ErrorPage`] tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// A fault of ours.
    Fault,
    /// Too many requests.
    TooFast,
    /// The database or the whole service is away.
    Unavailable,
    /// The app ended the session.
    Ended,
    /// The connection that was to be connected anew was deleted.
    ConnectionGone,
    /// A handed-out link whose time is over.
    LinkExpired,
    /// A handed-out link that was withdrawn.
    LinkRevoked,
    /// A handed-out link that has done its work.
    LinkUsed,
    /// The page is bound to another browser or tab.
    OtherBrowser,
    /// The body is larger than any form.
    TooLarge,
    /// This way of connecting is not supported.
    NotSupported,
    /// A flow came back to another browser than the one that left.
    FlowOtherBrowser,
    /// A flow came back a second time.
    FlowUsed,
    /// A flow came back too late.
    FlowExpired,
    /// A flow that nobody knows.
    FlowUnknown,
    /// Nobody has shown yet who is there.
    Unverified,
    /// The app's word about who is there is not for this browser.
    AnswerUsed,
    /// A start button that was used before.
    StartUsed,
}

/// Any error without a page of its own; `chrome.reference` is what support asks for.
#[derive(Clone, Debug, Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// What kind of trouble it is.
    pub kind: ErrorKind,
    /// Where to try again.
    pub retry_url: Option<String>,
}

impl ErrorPage {
    fn heading(&self) -> String {
        self.chrome.t(match self.kind {
            ErrorKind::Fault => "error-title",
            ErrorKind::TooFast => "error-busy-title",
            ErrorKind::Unavailable => "error-maintenance-title",
            ErrorKind::Ended => "error-ended-title",
            ErrorKind::ConnectionGone => "reconnect-gone-title",
            ErrorKind::LinkExpired => "link-expired-title",
            ErrorKind::LinkRevoked => "link-revoked-title",
            ErrorKind::LinkUsed => "link-used-title",
            ErrorKind::OtherBrowser => "error-browser-title",
            ErrorKind::TooLarge => "error-large-title",
            ErrorKind::NotSupported => "error-unsupported-title",
            ErrorKind::FlowOtherBrowser => "flow-closed-browser-title",
            ErrorKind::FlowUsed => "flow-closed-used-title",
            ErrorKind::FlowExpired => "flow-closed-expired-title",
            ErrorKind::FlowUnknown => "flow-closed-unknown-title",
            ErrorKind::Unverified => "verify-first-title",
            ErrorKind::AnswerUsed => "verify-answer-title",
            ErrorKind::StartUsed => "flow-start-used-title",
        })
    }

    fn text(&self) -> String {
        self.chrome.with_app(match self.kind {
            ErrorKind::Fault => "error-text",
            ErrorKind::TooFast => "error-busy-text",
            ErrorKind::Unavailable => "error-maintenance-text",
            ErrorKind::Ended => "error-ended-text",
            ErrorKind::ConnectionGone => "reconnect-gone-text",
            ErrorKind::LinkExpired => "link-expired-text",
            ErrorKind::LinkRevoked => "link-revoked-text",
            ErrorKind::LinkUsed => "link-used-text",
            ErrorKind::OtherBrowser => "error-browser-text",
            ErrorKind::TooLarge => "error-large-text",
            ErrorKind::NotSupported => "error-unsupported-text",
            ErrorKind::FlowOtherBrowser => "flow-closed-browser-text",
            ErrorKind::FlowUsed => "flow-closed-used-text",
            ErrorKind::FlowExpired => "flow-closed-expired-text",
            ErrorKind::FlowUnknown => "flow-closed-unknown-text",
            ErrorKind::Unverified => "verify-first-text",
            ErrorKind::AnswerUsed => "verify-answer-text",
            ErrorKind::StartUsed => "flow-start-used-text",
        })
    }
}
