//! The second screen before something cannot be undone (security.md A4).

use askama::Template;

use super::page::Frame;

/// The page; its form posts to the address it stands at.
#[derive(Template)]
#[template(path = "admin/confirm.html")]
pub struct ConfirmPage {
    /// The page's frame.
    pub frame: Frame,
    /// The question.
    pub title: String,
    /// What will be gone.
    pub text: String,
    /// What the button does.
    pub action: &'static str,
    /// Where one gets back.
    pub back: String,
}
