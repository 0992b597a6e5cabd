//! The list of integrations.

use askama::Template;

use super::chrome::{Chrome, Service};
use crate::web::tr::Sentence;

/// One integration to choose.
#[derive(Clone, Debug)]
pub struct PickerRow {
    /// Its name and logo.
    pub service: Service,
    /// What tells it from another one of the same name.
    pub hint: Option<String>,
    /// Where its form is, relative to this page.
    pub href: String,
}

/// `GET /ui/{cap}` with two or more integrations.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/picker.html")]
pub struct PickerPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// Who connects; `None` is "an unnamed user".
    pub person: Option<String>,
    /// Whether there are so many that a search helps (more than eight).
    pub searchable: bool,
    /// What was searched for on the server.
    pub query: String,
    /// Where the search is sent and all rows are shown again, relative to this page; often empty.
    pub search_url: Option<String>,
    /// The one whose form was left half-filled.
    pub unfinished: Option<PickerRow>,
    /// The integrations, or those that the search found.
    pub rows: Vec<PickerRow>,
}

impl PickerPage {
    fn to(&self) -> Sentence {
        let app = ("app", self.chrome.app_name.as_str());
        match &self.person {
            Some(person) => self.chrome.tr.sentence("picker-to", &[app, ("person", person)]),
            None => self.chrome.tr.sentence("picker-to-unnamed", &[app]),
        }
    }

    fn empty(&self) -> String {
        self.chrome.tr.text_with("picker-empty", &[("query", (&self.query).into())])
    }

    fn count(&self) -> String {
        self.chrome.tr.text_with("picker-count", &[("count", self.rows.len().into())])
    }

    fn all_url(&self) -> &str {
        self.search_url.as_deref().unwrap_or("?")
    }
}
