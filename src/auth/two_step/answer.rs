//! What a service answers to a login: JSON, XML, or a token and nothing else.

use secrecy::SecretString;
use serde_json::Value;

use super::xml;
use crate::{
    auth::{
        oauth2::{at_path, refusal},
        problem::ExchangeProblem,
    },
    outbound::{HeaderMap, OutboundResponse},
};

/// Longer than any token: such a text is a page.
const LONGEST_TOKEN: usize = 16_384;

/// An answer that is no refusal. It holds tokens: it is not printed.
pub struct Answer {
    status: u16,
    host: String,
    /// What it says.
    pub body: Value,
    /// Its headers.
    pub headers: HeaderMap,
    secrets: Vec<SecretString>,
}

/// Reads an answer.
pub fn read(
    response: OutboundResponse,
    host: String,
    secrets: Vec<SecretString>,
) -> Result<Answer, ExchangeProblem> {
    let status = response.status.as_u16();
    let body = response.json::<Value>().ok().or_else(|| read_text(&response));
    let is_success = response.status.is_success() && !response.left_origin;
    match body {
        Some(body) if is_success => Ok(Answer { status, host, body, headers: response.headers, secrets }),
        None if is_success || response.left_origin => Err(ExchangeProblem::Unreadable { status, host }),
        body => {
            let body = body.unwrap_or_default();
            Err(ExchangeProblem::Refused(refusal(&body, status, host, &secrets)))
        }
    }
}

impl Answer {
    /// The text at a path; at the empty path the whole answer.
    pub fn text(&self, path: &str) -> Option<SecretString> {
        let value = if path.is_empty() { &self.body } else { at_path(&self.body, path)? };
        let text = match value {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        (!text.is_empty()).then(|| text.into())
    }

    /// Why this answer is no login although its status says so: services that refuse with 200 say so inside.
    pub fn without_token(&self) -> ExchangeProblem {
        let refusal = refusal(&self.body, self.status, self.host.clone(), &self.secrets);
        if refusal.error.is_some() {
            ExchangeProblem::Refused(refusal)
        } else {
            ExchangeProblem::NoToken { host: self.host.clone() }
        }
    }
}

fn read_text(response: &OutboundResponse) -> Option<Value> {
    let content_type = response.headers.get("content-type").and_then(|value| value.to_str().ok());
    let text = std::str::from_utf8(response.body()).ok()?.trim();
    if content_type.unwrap_or_default().contains("xml") || text.starts_with("<?xml") {
        return xml::read(text);
    }
    let is_token = !text.is_empty()
        && text.len() <= LONGEST_TOKEN
        && text.bytes().all(|byte| byte.is_ascii_graphic())
        && !text.starts_with(['<', '{', '[']);
    is_token.then(|| Value::from(text))
}
