//! The user's own page: what is connected, a name for it, ending it, and what came of that.

use askama::Template;

use super::{
    chrome::{Chrome, Service},
    reconnect::{Day, Reconnect, Trouble},
};
use crate::web::tr::Sentence;

/// How a connection is.
#[derive(Clone, Debug)]
pub enum AccountHealth {
    /// Well.
    Works,
    /// Nobody has tried it yet.
    Unchecked,
    /// The service must still say something.
    Awaited,
    /// Something went wrong with it.
    Trouble(Trouble),
}

/// What a scope allows, in words.
#[derive(Clone, Debug)]
pub struct ScopeTitle {
    /// The words.
    pub text: String,
    /// Whether they are in English although the page is not.
    pub in_english: bool,
}

/// A connection of the person who looks.
#[derive(Clone, Debug)]
pub struct OwnAccount {
    /// Of what.
    pub service: Service,
    /// What its owner calls it.
    pub name: Option<String>,
    /// What tells it from others of the same service.
    pub account: Option<String>,
    /// How it is.
    pub health: AccountHealth,
    /// Since when it is connected.
    pub since: Day,
    /// When its credentials were last read.
    pub last_used: Option<Day>,
    /// What was granted: the service's own name, and what it is in words.
    pub scopes: Vec<(String, Option<ScopeTitle>)>,
    /// Where its pages begin, relative to the list.
    pub href: String,
}

impl OwnAccount {
    fn title(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.service.name)
    }

    /// The service's name where its owner gave it another one, and the account.
    fn subtitle(&self) -> Option<String> {
        let service = self.name.as_ref().map(|_| self.service.name.as_str());
        let parts: Vec<&str> = service.into_iter().chain(self.account.as_deref()).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    const fn works(&self) -> bool {
        matches!(self.health, AccountHealth::Works)
    }

    const fn needs_attention(&self) -> bool {
        matches!(self.health, AccountHealth::Trouble(_))
    }

    fn state(&self, chrome: &Chrome) -> String {
        match &self.health {
            AccountHealth::Works => chrome.t("manage-works"),
            AccountHealth::Unchecked => chrome.t("manage-unchecked"),
            AccountHealth::Awaited => chrome.with_service("manage-awaited", &self.service),
            AccountHealth::Trouble(_) => chrome.t("manage-attention"),
        }
    }

    fn trouble(&self, chrome: &Chrome) -> Option<String> {
        let AccountHealth::Trouble(trouble) = &self.health else { return None };
        Some(Reconnect { trouble: Some(trouble.clone()) }.text(chrome, &self.service))
    }

    fn dates(&self, chrome: &Chrome) -> String {
        let since = self.since.text(chrome);
        match self.last_used.map(|day| day.text(chrome)) {
            Some(used) => chrome
                .tr
                .text_with("manage-since-used", &[("since", (&since).into()), ("used", (&used).into())]),
            None => chrome.tr.text_with("manage-since", &[("since", (&since).into())]),
        }
    }

    /// The same button stands at every account: its name says of which.
    fn button(&self, chrome: &Chrome, key: &str) -> String {
        let name = match &self.account {
            Some(account) if self.name.is_none() => format!("{} ({account})", self.title()),
            _ => self.title().to_owned(),
        };
        chrome.tr.text_with(key, &[("name", (&name).into())])
    }
}

/// `GET /ui/{cap}/` of a session whose view is `manage`.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/manage/list.html")]
pub struct ManagePage {
    /// The page's frame.
    pub chrome: Chrome,
    /// Whose accounts they are.
    pub person: Option<String>,
    /// The accounts.
    pub accounts: Vec<OwnAccount>,
    /// Where another one can be connected.
    pub another_url: Option<String>,
}

impl ManagePage {
    fn to(&self) -> Sentence {
        let app = ("app", self.chrome.app_name.as_str());
        match &self.person {
            Some(person) => self.chrome.tr.sentence("manage-to", &[app, ("person", person)]),
            None => self.chrome.tr.sentence("manage-to-unnamed", &[app]),
        }
    }

    /// How many of them need their owner.
    fn attention(&self) -> Option<String> {
        let count = self.accounts.iter().filter(|account| account.needs_attention()).count();
        (count > 0).then(|| self.chrome.tr.text_with("manage-attention-count", &[("count", count.into())]))
    }
}

/// What is wrong with a name.
#[derive(Clone, Copy, Debug)]
pub struct NameProblem {
    /// How long it may be.
    pub max: usize,
}

/// `GET /ui/{cap}/connections/{id}/name`.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/manage/rename.html")]
pub struct RenamePage {
    /// The page's frame.
    pub chrome: Chrome,
    /// Of what.
    pub service: Service,
    /// What tells it from others.
    pub account: Option<String>,
    /// What stands in the field.
    pub name: String,
    /// What is wrong with it.
    pub problem: Option<NameProblem>,
}

impl RenamePage {
    fn problem_text(&self) -> Option<String> {
        let problem = self.problem?;
        Some(self.chrome.tr.text_with("manage-name-long", &[("max", problem.max.into())]))
    }
}

/// `GET /ui/{cap}/connections/{id}/disconnect`: the question.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/manage/disconnect.html")]
pub struct DisconnectPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// Of what.
    pub service: Service,
    /// Which of them.
    pub name: Option<String>,
    /// The form's one-time number.
    pub attempt: String,
}

/// What became of the access at the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiptEnding {
    /// All of it has ended.
    Revoked,
    /// Some of it goes on until it runs out.
    Partly,
    /// The service offers no way to end it.
    NotOffered,
    /// It was tried, and failed.
    Failed,
}

/// `GET /ui/{cap}/receipts/{id}`.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/manage/receipt.html")]
pub struct ReceiptPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// Of what.
    pub service: Service,
    /// What became of the access there.
    pub ending: ReceiptEnding,
    /// Where it can be ended by hand.
    pub end_access_at: Option<String>,
    /// Back to the list.
    pub accounts_url: String,
}

impl ReceiptPage {
    fn at_service(&self) -> String {
        let key = match self.ending {
            ReceiptEnding::Revoked => "manage-receipt-revoked",
            ReceiptEnding::Partly => "manage-receipt-partly",
            ReceiptEnding::NotOffered => "manage-receipt-not-offered",
            ReceiptEnding::Failed => "manage-receipt-failed",
        };
        self.chrome.with_service(key, &self.service)
    }
}
