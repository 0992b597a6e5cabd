//! What a token endpoint answered: a grant, a refusal, or nothing that can be read.

use secrecy::SecretString;
use serde_json::{Map, Value, json};
use url::form_urlencoded;

use crate::{
    auth::problem::{ExchangeProblem, Refusal},
    outbound::{OutboundResponse, redact},
};

/// Names under which services say why, in the order of trust.
const DESCRIPTIONS: [&str; 8] = [
    "error_description",
    "error_message",
    "errorMessage",
    "message",
    "detail",
    "msg",
    "error_reason",
    "error_summary",
];

/// Under this name an answer in XML is kept whole.
pub const XML: &str = "xml";

/// An answer that is no refusal. It holds tokens: it is not printed.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Who answered.
    pub host: String,
    /// The answer; always a map.
    pub body: Value,
    /// Texts that must not come back in what people are told.
    secrets: Vec<SecretString>,
}

/// Reads an answer. Services answer in JSON, some old ones as a form.
pub fn read(
    response: &OutboundResponse,
    host: String,
    secrets: &[SecretString],
) -> Result<Answer, ExchangeProblem> {
    let status = response.status.as_u16();
    let body = response.json::<Value>().ok().filter(Value::is_object).or_else(|| read_other(response));
    let is_success = response.status.is_success() && !response.left_origin;
    match body {
        Some(body) if is_success => Ok(Answer { status, host, body, secrets: secrets.to_vec() }),
        None if is_success || response.left_origin => Err(ExchangeProblem::Unreadable { status, host }),
        body => {
            let body = body.unwrap_or_default();
            Err(ExchangeProblem::Refused(refusal(&body, status, host, secrets)))
        }
    }
}

impl Answer {
    /// Why this answer is no grant although its status says so: services that refuse with 200 say so inside.
    pub fn without_token(&self) -> ExchangeProblem {
        let refusal = refusal(&self.body, self.status, self.host.clone(), &self.secrets);
        if refusal.error.is_some() {
            ExchangeProblem::Refused(refusal)
        } else {
            ExchangeProblem::NoToken { host: self.host.clone() }
        }
    }

    /// A refusal that the service marks by a sign of its own.
    pub fn refused(&self) -> ExchangeProblem {
        ExchangeProblem::Refused(refusal(&self.body, self.status, self.host.clone(), &self.secrets))
    }
}

/// What a service says about its refusal, cleaned.
pub fn refusal(body: &Value, status: u16, host: String, secrets: &[SecretString]) -> Refusal {
    let inner = body.get("error").filter(|error| error.is_object()).unwrap_or(body);
    let code = ["error", "code", "type", "error_code", "errorCode"];
    let error = code.iter().filter_map(|name| inner.get(name)).find_map(error_code);
    let sent: Vec<&SecretString> = secrets.iter().collect();
    let said = |text: &Value| {
        let text = text.as_str().filter(|text| !text.trim().is_empty())?;
        Some(redact(text.as_bytes(), &sent))
    };
    let description = DESCRIPTIONS.iter().filter_map(|name| inner.get(name)).find_map(said);
    Refusal { status, host, error, description }
}

/// A code is a word; anything else is a sentence and could hold anything.
fn error_code(value: &Value) -> Option<String> {
    let text = value.as_str().map(str::to_owned).or_else(|| value.as_i64().map(|code| code.to_string()))?;
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    (!text.is_empty() && text.len() <= 64 && text.chars().all(is_word)).then_some(text)
}

fn read_other(response: &OutboundResponse) -> Option<Value> {
    let content_type = response.headers.get("content-type")?.to_str().ok()?;
    if content_type.contains("xml") {
        return Some(json!({ XML: String::from_utf8_lossy(response.body()) }));
    }
    let is_text = content_type.starts_with("application/x-www-form-urlencoded")
        || content_type.starts_with("text/plain")
        || content_type.starts_with("text/html");
    let pairs = form_urlencoded::parse(response.body());
    let map: Map<String, Value> =
        pairs.map(|(name, value)| (name.into_owned(), value.into_owned().into())).collect();
    let is_answer = ["access_token", "oauth_token", "error"].iter().any(|name| map.contains_key(*name));
    (is_text && is_answer).then_some(Value::Object(map))
}
