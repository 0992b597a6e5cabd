//! The form of one integration: open, as a preview, or after its time.

use askama::Template;

use super::chrome::{Chrome, Service};
use super::field::{ExternalId, Field};
use super::problem::{CheckFailure, RepairNotice};
use super::{aim::Aim, reconnect::Reconnect};
use crate::web::tr::{Sentence, Value};

/// What can be done with the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormState {
    /// It can be filled and sent.
    Open,
    /// Its time is over: what was typed can be read and copied, nothing can be sent.
    Expired {
        /// When it ended, in words.
        ended_at: String,
    },
}

/// What the button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Submit {
    /// Tries the credentials at the service, then connects.
    CheckAndConnect,
    /// Connects without a check.
    Connect,
    /// Leads to the service's own sign-in.
    Continue,
}

/// What the button of a form without fields, or of a page that leaves itself, may begin.
#[derive(Clone, Debug)]
pub struct StartTicket {
    /// What it may begin, once.
    pub ticket: String,
    /// Where the frame waits meanwhile; without it the page itself leaves.
    pub waiting_url: Option<String>,
}

/// Where what is typed is kept meanwhile.
#[derive(Clone, Debug)]
pub struct Resume {
    /// Where it is sent.
    pub keep_url: String,
    /// Where it is forgotten, where the form holds what was typed before.
    pub restart_url: Option<String>,
}

/// `GET|POST /ui/{cap}/integrations/{key}`.
#[derive(Clone, Debug, Template)]
#[template(path = "connect/form.html")]
pub struct FormPage {
    /// The page's frame.
    pub chrome: Chrome,
    /// What is connected.
    pub service: Service,
    /// Who connects, from the session's tags; `None` is "an unnamed user".
    pub person: Option<String>,
    /// The connection that is connected anew, where one is.
    pub reconnect: Option<Reconnect>,
    /// Whether this end user already has a connection of this integration.
    pub already_connected: bool,
    /// What was repaired in what was typed.
    pub repairs: Vec<RepairNotice>,
    /// Why the check failed, if it did.
    pub failure: Option<CheckFailure>,
    /// The visible fields, in order; none means that we connect without input.
    pub fields: Vec<Field>,
    /// AWS's External ID, above the fields.
    pub external_id: Option<ExternalId>,
    /// Where what is typed is kept meanwhile.
    pub resume: Option<Resume>,
    /// The service's guide.
    pub guide_url: Option<String>,
    /// What the button does.
    pub submit: Submit,
    /// Where the form is sent; `None` is the page's own address.
    pub action: Option<String>,
    /// What its button may begin, where it leaves for the service.
    pub start: Option<StartTicket>,
    /// The form's own number, by which the same form sent twice is known.
    pub attempt: Option<String>,
    /// What can be done with the form.
    pub state: FormState,
}

/// A line of the error summary.
struct Line {
    text: String,
    field_id: Option<String>,
}

impl FormPage {
    fn heading(&self) -> String {
        let key = if self.reconnect.is_some() { "form-title-reconnect" } else { "form-title" };
        self.chrome.with_service(key, &self.service)
    }

    fn who(&self) -> Sentence {
        Aim::of(self.reconnect.is_some()).who(&self.chrome, &self.service, self.person.as_ref())
    }

    fn already(&self) -> String {
        match &self.reconnect {
            Some(reconnect) => reconnect.text(&self.chrome, &self.service),
            None => self.chrome.with_service("form-already", &self.service),
        }
    }

    /// Whether what is connected anew does not work.
    fn broken(&self) -> bool {
        self.reconnect.as_ref().is_some_and(Reconnect::is_broken)
    }

    fn wrong(&self) -> bool {
        self.failure.is_some() || self.fields.iter().any(|field| field.problem.is_some())
    }

    fn read_only(&self) -> bool {
        self.state != FormState::Open
    }

    fn summary(&self) -> Vec<Line> {
        let problems = self.fields.iter().filter_map(|field| {
            let text = field.problem_text(&self.chrome.tr, &self.service.name)?;
            Some(Line { text, field_id: Some(field.id()) })
        });
        self.failure.iter().map(|failure| self.failure_line(failure)).chain(problems).collect()
    }

    fn failure_line(&self, failure: &CheckFailure) -> Line {
        let field = self.fields.iter().find(|field| failure.field_name() == Some(&field.name));
        Line { text: failure.text(&self.chrome.tr, &self.service.name), field_id: field.map(Field::id) }
    }

    fn summary_title(&self) -> String {
        if self.failure.is_some() {
            return self.chrome.t("summary-title-check");
        }
        let count = self.fields.iter().filter(|field| field.problem.is_some()).count();
        self.chrome.tr.text_with("summary-title", &[("count", count.into())])
    }

    fn repairs_title(&self) -> String {
        self.chrome.tr.text_with("repairs-title", &[("count", self.repairs.len().into())])
    }

    fn refused(&self, field: &Field) -> bool {
        self.failure.as_ref().and_then(CheckFailure::field_name) == Some(&field.name)
    }

    /// What stands below a field: what is wrong with its value, or what the service said about it.
    fn problem_of(&self, field: &Field) -> Option<String> {
        let (tr, service) = (&self.chrome.tr, self.service.name.as_str());
        let hinted = self.failure.as_ref().filter(|failure| {
            matches!(failure, CheckFailure::Hinted { .. }) && failure.field_name() == Some(&field.name)
        });
        field.problem_text(tr, service).or_else(|| hinted.map(|failure| failure.text(tr, service)))
    }

    fn expired(&self) -> Option<String> {
        let FormState::Expired { ended_at } = &self.state else { return None };
        let secrets: Vec<&str> = self
            .fields
            .iter()
            .filter(|field| field.control.is_secret())
            .map(|field| field.label.as_str())
            .collect();
        let secrets = self.chrome.tr.list(&secrets);
        let app = ("app", Value::from(&self.chrome.app_name));
        let time = ("time", Value::from(ended_at));
        Some(if secrets.is_empty() {
            self.chrome.tr.text_with("form-expired", &[app, time])
        } else {
            self.chrome.tr.text_with("form-expired-secrets", &[app, time, ("secrets", (&secrets).into())])
        })
    }

    fn acts_without_input(&self) -> bool {
        self.fields.is_empty()
    }

    fn no_input(&self) -> String {
        match self.submit {
            Submit::Continue => self.chrome.with_service("form-no-input-redirect", &self.service),
            Submit::Connect | Submit::CheckAndConnect if self.reconnect.is_some() => {
                self.chrome.t("reconnect-no-input")
            }
            Submit::Connect | Submit::CheckAndConnect => self.chrome.t("form-no-input"),
        }
    }

    fn button(&self) -> String {
        match self.submit {
            Submit::Continue => self.chrome.with_service("form-continue", &self.service),
            Submit::Connect | Submit::CheckAndConnect if self.reconnect.is_some() => {
                self.chrome.t("reconnect-button")
            }
            Submit::Connect | Submit::CheckAndConnect => self.chrome.t("form-connect"),
        }
    }

    fn working(&self) -> String {
        let key = match self.submit {
            Submit::CheckAndConnect => "form-checking",
            Submit::Connect | Submit::Continue => "form-connecting",
        };
        self.chrome.with_service(key, &self.service)
    }
}
