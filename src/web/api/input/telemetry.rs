//! `POST /connect/telemetry`, by wire-protocol.md §2.6.
//!
//! Owns the body and the readings of a date. Must not know whose token it is.

use secrecy::SecretString;
use serde_json::Value;
use time::{OffsetDateTime, format_description::well_known::Rfc2822};

use super::field::Field;
use super::issue::{Fault, Issues};
use super::key::IntegrationKey;
use super::object::{ObjectReader, Read, read};
use super::text::Length;
use crate::clock::Timestamp;

const TWO_HOURS: u64 = 2 * 60 * 60 * 1000;

/// What happened in the Connect UI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the wire's own names, in `EVENTS`")]
pub enum Event {
    Open,
    ViewList,
    ViewIntegration,
    ViewUnknownError,
    ViewCredentialsError,
    ViewSuccess,
    ClickIntegration,
    ClickDoc,
    ClickDocSection,
    ClickConnect,
    ClickClose,
    ClickFinish,
    ClickOutside,
    PopupBlockedByBrowser,
    PopupClosedEarly,
}

const EVENTS: [(&str, Event); 15] = [
    ("open", Event::Open),
    ("view:list", Event::ViewList),
    ("view:integration", Event::ViewIntegration),
    ("view:unknown_error", Event::ViewUnknownError),
    ("view:credentials_error", Event::ViewCredentialsError),
    ("view:success", Event::ViewSuccess),
    ("click:integration", Event::ClickIntegration),
    ("click:doc", Event::ClickDoc),
    ("click:doc_section", Event::ClickDocSection),
    ("click:connect", Event::ClickConnect),
    ("click:close", Event::ClickClose),
    ("click:finish", Event::ClickFinish),
    ("click:outside", Event::ClickOutside),
    ("popup:blocked_by_browser", Event::PopupBlockedByBrowser),
    ("popup:closed_early", Event::PopupClosedEarly),
];

impl Event {
    /// The wire's name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        EVENTS[self as usize].0
    }
}

/// One report of the Connect UI.
#[derive(Clone, Debug)]
pub struct Telemetry {
    /// The session's token.
    pub token: SecretString,
    /// What happened.
    pub event: Event,
    /// When, by the browser's clock.
    pub timestamp: Timestamp,
    /// At which integration.
    pub integration: Option<IntegrationKey>,
}

/// The token of a body that is not checked yet: without one the answer is 401, whatever else is wrong.
#[must_use]
pub fn telemetry_token(body: Option<&Value>) -> Option<SecretString> {
    let token = body?.get("token")?.as_str()?;
    (!token.is_empty()).then(|| SecretString::from(token))
}

impl Telemetry {
    /// Reads the body.
    pub fn read(body: Option<&Value>, now: Timestamp) -> Result<Self, Issues> {
        read(body, |field| field.strict_object(|object| Self::from_object(object, now)))
    }

    fn from_object(object: &mut ObjectReader<'_, '_>, now: Timestamp) -> Read<Self> {
        let token = object.required("token", |field| field.secret(Length::ANY));
        let event = object.required("event", |field| field.choice(&EVENTS));
        let timestamp = object.required("timestamp", |field| recent(field, now));
        let integration = object.optional("dimensions", |field| {
            field.open_object(|object| {
                object.optional("integration", |field| field.parsed(IntegrationKey::parse))
            })
        });
        Ok(Self { token: token?, event: event?, timestamp: timestamp?, integration: integration?.flatten() })
    }
}

fn recent(field: Field<'_, '_>, now: Timestamp) -> Read<Timestamp> {
    match field.raw().and_then(coerced_date) {
        None => Err(field.refuse(Fault::wrong_type("date", "Date"))),
        Some(moment) if moment.0.abs_diff(now.0) > TWO_HOURS => {
            Err(field.refuse(Fault::custom("Must be within two hours of the server's time")))
        }
        Some(moment) => Ok(moment),
    }
}

/// What JavaScript's `new Date(value)` makes of the usual spellings.
fn coerced_date(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Null | Value::Bool(false) => Some(Timestamp(0)),
        Value::Bool(true) => Some(Timestamp(1)),
        #[expect(clippy::cast_possible_truncation, reason = "dates drop what is less than a millisecond")]
        Value::Number(millis) => millis.as_f64().map(|millis| Timestamp(millis as i64)),
        Value::String(text) => Timestamp::parse_rfc3339(text)
            .or_else(|| Timestamp::parse_rfc3339(&format!("{text}T00:00:00Z")))
            .or_else(|| from_http_date(text)),
        Value::Array(_) | Value::Object(_) => None,
    }
}

/// `Fri, 31 Jan 2025 10:00:00 GMT`, as JavaScript's `toUTCString` writes.
fn from_http_date(text: &str) -> Option<Timestamp> {
    let moment = OffsetDateTime::parse(text, &Rfc2822).ok()?;
    Some(Timestamp(moment.unix_timestamp().saturating_mul(1000)))
}
