//! The pages before there is a session: the frame's shell, the bare address, and the refusal.

use askama::Template;

use super::chrome::Chrome;
use crate::web::tr::Sentence;

/// `GET /` in a frame: waits for the token and moves on.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/shell.html")]
pub struct ShellPage {
    /// The page's frame; `parent_origin` is not known yet.
    pub chrome: Chrome,
    /// Origins that may send the token; `http://localhost:*` stands for every port. No blanks in them.
    pub allowed_origins: Vec<String>,
    /// Where the token is sent, relative (`ui`).
    pub action: String,
    /// The address's parameters to be passed on, by name: `theme`, `lang`, `embedded`, `preview`.
    pub parameters: Vec<(String, String)>,
}

impl ShellPage {
    fn origins(&self) -> String {
        self.allowed_origins.join(" ")
    }
}

/// `GET /` opened by hand, without a token.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/bare.html")]
pub struct BarePage {
    /// The page's frame.
    pub chrome: Chrome,
}

/// `GET /` framed by an origin that is not allowed (security.md A2). Framable by anyone, holds no session.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/refusal.html")]
pub struct RefusalPage {
    /// The page's frame. Its `parent_origin` stays `None`: only `close` is ever posted from here, to any origin.
    pub chrome: Chrome,
    /// Who framed it.
    pub origin: String,
}

impl RefusalPage {
    fn text(&self) -> Sentence {
        self.chrome.tr.sentence("refusal-text", &[("origin", &self.origin)])
    }
}
