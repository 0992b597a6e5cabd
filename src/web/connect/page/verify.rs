//! The page that asks for the code in a mail (security.md C4).

use askama::Template;

use super::chrome::Chrome;

/// How the asking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeState {
    /// Nothing was sent yet: the press sends it, so that nobody who only looks at a link causes a mail.
    Unsent,
    /// A code is on its way, or there.
    Sent,
    /// The code that was typed is another one.
    Wrong,
    /// What was typed is no code.
    NoCode,
    /// The code was tried too often, or its time is over.
    Over,
    /// The mail could not be sent.
    NotSent,
    /// No further mail is sent for this link.
    NoMore,
}

/// `GET /ui/{cap}/verify` of a session with `email_code`.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/verify.html")]
pub struct VerifyPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// The address, masked.
    pub address: String,
    /// How the asking stands.
    pub state: CodeState,
}

impl VerifyPage {
    /// Whether a code can be typed.
    fn asks(&self) -> bool {
        matches!(self.state, CodeState::Sent | CodeState::Wrong | CodeState::NoCode)
    }

    fn is_wrong(&self) -> bool {
        self.problem().is_some()
    }

    fn with_address(&self, key: &str) -> String {
        let arguments = [("app", (&self.chrome.app_name).into()), ("address", (&self.address).into())];
        self.chrome.tr.text_with(key, &arguments)
    }

    fn text(&self) -> String {
        self.with_address(if self.asks() { "verify-sent" } else { "verify-unsent" })
    }

    /// What is wrong with what was typed.
    fn field_problem(&self) -> Option<String> {
        match self.state {
            CodeState::Wrong => Some(self.chrome.t("verify-wrong")),
            CodeState::NoCode => Some(self.chrome.t("verify-no-code")),
            _ => None,
        }
    }

    /// What else is wrong.
    fn notice(&self) -> Option<String> {
        match self.state {
            CodeState::Over => Some(self.chrome.t("verify-over")),
            CodeState::NotSent => Some(self.chrome.with_app("verify-not-sent")),
            CodeState::NoMore => Some(self.chrome.with_app("verify-no-more")),
            _ => None,
        }
    }

    fn problem(&self) -> Option<String> {
        self.field_problem().or_else(|| self.notice())
    }

    /// Whether another mail can be asked for.
    fn can_send(&self) -> bool {
        self.state != CodeState::NoMore
    }
}
