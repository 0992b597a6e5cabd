//! Pages around the service's own: leaving for it, waiting for it, coming back from it.

use askama::Template;

use super::{
    aim::Aim,
    chrome::{Chrome, Service},
};
use crate::web::tr::Sentence;

/// The button that leaves for the service. It is a form, so that it opens in the press itself (security.md D6).
#[derive(Clone, Debug)]
pub struct StartButton {
    /// Where the form is sent.
    pub action: String,
    /// What it may begin, once.
    pub ticket: String,
    /// Where the frame waits meanwhile; without it the page itself leaves.
    pub waiting_url: Option<String>,
}

/// The answer to a start: on the way to the service (security.md F1: a redirect would be blocked).
#[derive(Clone, Debug, Template)]
#[template(path = "connect/leaving.html")]
pub struct LeavingPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// Where the way leads.
    pub service: Service,
    /// The service's address.
    pub url: String,
}

/// What a waiting page waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// For the press of the button.
    ForPress,
    /// For the window at the service.
    ForWindow,
    /// For us: the person came back, the service is being asked.
    ForExchange,
}

/// `GET /ui/{cap}/flows/{flow}`.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/waiting.html")]
pub struct WaitingPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// What is connected.
    pub service: Service,
    /// Whether it was connected before.
    pub aim: Aim,
    /// Who connects; `None` is "an unnamed user".
    pub person: Option<String>,
    /// What it waits for.
    pub waiting: Waiting,
    /// Opens the service, or opens it again.
    pub start: StartButton,
    /// Where a POST ends the attempt.
    pub cancel_url: String,
    /// The script that asks for news.
    pub script_url: String,
}

/// `GET /oauth/done/{flow}`: the window that came back.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/result.html")]
pub struct ResultPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// What was to be connected.
    pub service: Service,
    /// Why it was not; `None` after a success.
    pub failure: Option<String>,
    /// The script that tells the opener.
    pub script_url: String,
}

/// `GET /oauth/connect/{key}` from where we cannot know who sent the person: one button more (security.md C3).
#[derive(Clone, Debug, Template)]
#[template(path = "connect/interstitial.html")]
pub struct InterstitialPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// What is connected.
    pub service: Service,
    /// Whether it was connected before.
    pub aim: Aim,
    /// Who connects; `None` is "an unnamed user".
    pub person: Option<String>,
}

/// `POST /oauth/callback`: the same answer once more, from our own page, so that the browser brings its cookie along.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/resubmit.html")]
pub struct ResubmitPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// What the service sent.
    pub parameters: Vec<(String, String)>,
    /// The script that presses the button.
    pub script_url: String,
}

impl WaitingPage {
    fn who(&self) -> Sentence {
        self.aim.who(&self.chrome, &self.service, self.person.as_ref())
    }

    fn heading(&self) -> String {
        self.chrome.with_service(
            match self.waiting {
                Waiting::ForPress => "ready-title",
                Waiting::ForWindow => "away-title",
                Waiting::ForExchange => "exchange-title",
            },
            &self.service,
        )
    }

    fn text(&self) -> String {
        self.chrome.with_service(
            match (self.waiting, self.start.waiting_url.is_some()) {
                (Waiting::ForPress, true) => "ready-text",
                (Waiting::ForPress, false) => "form-no-input-redirect",
                (Waiting::ForWindow, true) => "away-text",
                (Waiting::ForWindow, false) => "away-text-here",
                (Waiting::ForExchange, _) => "exchange-text",
            },
            &self.service,
        )
    }

    fn button(&self) -> String {
        let key = if self.waiting == Waiting::ForPress { "form-continue" } else { "away-again" };
        self.chrome.with_service(key, &self.service)
    }

    fn is_away(&self) -> bool {
        self.waiting == Waiting::ForWindow
    }

    fn polls(&self) -> bool {
        self.waiting != Waiting::ForPress
    }

    fn can_start(&self) -> bool {
        self.waiting != Waiting::ForExchange
    }
}

impl ResultPage {
    fn heading(&self) -> String {
        self.chrome
            .with_service(if self.failure.is_some() { "failure-title" } else { "done-title" }, &self.service)
    }
}

impl InterstitialPage {
    fn heading(&self) -> String {
        let key = match self.aim {
            Aim::Connect => "interstitial-title",
            Aim::Reconnect => "form-title-reconnect",
        };
        self.chrome.with_service(key, &self.service)
    }

    fn who(&self) -> Sentence {
        self.aim.who(&self.chrome, &self.service, self.person.as_ref())
    }
}
