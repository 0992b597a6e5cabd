//! Every error code of the protocol: what happened, who can fix it, how.
//!
//! Owns the words for readers. The message of an answer is the handler's own, and says more of the one case.

mod caller;
mod connecting;
mod connection;
mod importing;
mod proxy;
mod request;
mod server;

use serde_json::{Value, json};

/// Who can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Who writes the backend that calls.
    Developer,
    /// Who connects the account.
    EndUser,
    /// Who signs in at /admin and sets up integrations.
    Admin,
    /// Who runs this server.
    Operator,
    /// The service behind the connection.
    Service,
    /// Nobody has to: it passes.
    Time,
}

/// What the envelope holds beside code and message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Envelope {
    /// Nothing.
    Plain,
    /// `errors`: each with code, message and path.
    Issues,
    /// `payload`, empty.
    Legacy,
    /// `payload` with the reason and the connection.
    Refresh,
    /// `payload` with the reference for the log.
    Reference,
    /// `method` and `path`.
    Request,
    /// The same once more without the envelope, with `method`.
    NoAnswer,
}

/// One code.
#[derive(Debug)]
pub struct ErrorCode {
    /// What clients branch on.
    pub code: &'static str,
    /// What happened.
    pub happened: &'static str,
    /// Who can help.
    pub who: Who,
    /// How.
    pub remedy: &'static str,
    /// Its envelope.
    pub envelope: Envelope,
}

const TABLES: &[&[ErrorCode]] = &[
    request::CODES,
    caller::CODES,
    connecting::CODES,
    connection::CODES,
    importing::CODES,
    proxy::CODES,
    server::CODES,
];

const fn code(
    code: &'static str,
    envelope: Envelope,
    happened: &'static str,
    who: Who,
    remedy: &'static str,
) -> ErrorCode {
    ErrorCode { code, happened, who, remedy, envelope }
}

impl Who {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Developer => "Whoever writes the code that calls",
            Self::EndUser => "The person who connects the account",
            Self::Admin => "An admin of this server, at /admin",
            Self::Operator => "Whoever runs this server",
            Self::Service => "The service behind the connection",
            Self::Time => "Nobody has to: it passes",
        }
    }
}

impl ErrorCode {
    /// All of them, by name.
    pub fn all() -> Vec<&'static Self> {
        let mut all: Vec<&'static Self> = TABLES.iter().copied().flatten().collect();
        all.sort_by_key(|code| code.code);
        all
    }

    /// The one of that name.
    pub fn find(name: &str) -> Option<&'static Self> {
        TABLES.iter().copied().flatten().find(|code| code.code == name)
    }

    /// An answer with it.
    pub fn example(&self) -> Value {
        let mut error = json!({ "code": self.code, "message": self.happened });
        match self.envelope {
            Envelope::Plain => {}
            Envelope::Issues => {
                error["errors"] = json!([{ "code": "invalid_type", "message": "Invalid input: expected string, received undefined", "path": ["name"] }]);
                error["message"] = error["errors"][0]["message"].clone();
            }
            Envelope::Legacy => error["payload"] = json!({}),
            Envelope::Refresh => {
                error["payload"] = json!({ "type": "refresh_token_external_error", "connection": { "connection_id": "c-1" } });
            }
            Envelope::Reference => error["payload"] = json!("9f86d081884c7d65"),
            Envelope::Request => {
                error["method"] = json!("GET");
                error["path"] = json!("/integrations");
            }
            Envelope::NoAnswer => {
                return json!({ "error": error, "message": self.happened, "code": self.code, "method": "GET" });
            }
        }
        json!({ "error": error })
    }
}
