//! What a form says of the connection that it connects anew: what went wrong, and since when.

use super::chrome::{Chrome, Service};

/// A connection that is connected anew.
#[derive(Clone, Debug, Default)]
pub struct Reconnect {
    /// What went wrong with it, where anything did.
    pub trouble: Option<Trouble>,
}

/// What went wrong with a connection.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// What.
    pub kind: TroubleKind,
    /// Since when, where that is known.
    pub since: Option<Day>,
}

/// What can go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// The service gives no new access.
    Refused,
    /// The access may have been lost while it was renewed.
    Interrupted,
    /// Something that is needed cannot be read there.
    LookUp,
}

/// A day, in UTC.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    /// Of the month, from 1.
    pub day: u8,
    /// From 1.
    pub month: u8,
    /// Of our era.
    pub year: i32,
}

impl Reconnect {
    /// Whether something went wrong.
    pub(super) const fn is_broken(&self) -> bool {
        self.trouble.is_some()
    }

    /// What the notice above the form says.
    pub(super) fn text(&self, chrome: &Chrome, service: &Service) -> String {
        let Some(trouble) = &self.trouble else { return chrome.with_app("form-already-reconnect") };
        let date = trouble.since.map(|day| day.text(chrome));
        let key = match (trouble.kind, &date) {
            (TroubleKind::Refused, Some(_)) => "reconnect-refused-since",
            (TroubleKind::Refused, None) => "reconnect-refused",
            (TroubleKind::Interrupted, Some(_)) => "reconnect-interrupted-since",
            (TroubleKind::Interrupted, None) => "reconnect-interrupted",
            (TroubleKind::LookUp, _) => "reconnect-look-up",
        };
        let mut arguments =
            vec![("service", service.name.as_str().into()), ("app", (&chrome.app_name).into())];
        arguments.extend(date.as_ref().map(|date| ("date", date.into())));
        chrome.tr.text_with(key, &arguments)
    }
}

impl Day {
    pub(super) fn text(self, chrome: &Chrome) -> String {
        let (day, month, year) = (self.day.to_string(), format!("m{}", self.month), self.year.to_string());
        let arguments = [("day", (&day).into()), ("month", (&month).into()), ("year", (&year).into())];
        chrome.tr.text_with("reconnect-date", &arguments)
    }
}
