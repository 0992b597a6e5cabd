//! What a page is for, as its words say it: an account is connected, or connected anew.

use super::chrome::{Chrome, Service};
use crate::web::tr::Sentence;

/// What is to be done with the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// It is connected.
    Connect,
    /// It was connected before, and is connected anew.
    Reconnect,
}

impl Aim {
    /// Of a session that may name a connection.
    #[must_use]
    pub const fn of(reconnects: bool) -> Self {
        if reconnects { Self::Reconnect } else { Self::Connect }
    }

    /// "You are connecting X to Y as Z": a link can be sent by anyone, and the reader must be able to see it.
    #[must_use]
    pub fn who(self, chrome: &Chrome, service: &Service, person: Option<&String>) -> Sentence {
        let (service, app) = (("service", service.name.as_str()), ("app", chrome.app_name.as_str()));
        let (named, unnamed) = match self {
            Self::Connect => ("form-who", "form-who-unnamed"),
            Self::Reconnect => ("reconnect-who", "reconnect-who-unnamed"),
        };
        match person {
            Some(person) => chrome.tr.sentence(named, &[service, app, ("person", person)]),
            None => chrome.tr.sentence(unnamed, &[service, app]),
        }
    }
}
