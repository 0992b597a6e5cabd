//! What a refusal says: by its status, and by what stands at a path of its body.

use serde_json::Value;

use super::{HintMessage, parse_field, parse_pattern};
use crate::provider::{field::FieldPath, pattern::Pattern, raw::RawRefusalHint};

/// More of a body is not looked at.
pub(super) const LONGEST: usize = 64 * 1024;

/// What a refusal says about the mistake. Holds nothing of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalHint {
    /// What.
    pub message: HintMessage,
    /// The field that it is about.
    pub field: Option<FieldPath>,
    /// What the text names.
    pub name: Option<Box<str>>,
}

/// A rule for answers.
#[derive(Clone, Debug)]
pub(super) struct RefusalRule {
    status: Box<[u16]>,
    path: Option<Box<str>>,
    matches: Option<Pattern>,
    hint: RefusalHint,
}

impl RefusalRule {
    pub fn judge(raw: RawRefusalHint) -> Result<Self, String> {
        let status: Box<[u16]> = raw.status.into_iter().flatten().collect();
        let matches = parse_pattern(raw.matches)?;
        if status.is_empty() && raw.path.is_none() && matches.is_none() {
            return Err(format!("`{}` says of no answer that it means it", raw.message));
        }
        let hint = RefusalHint {
            message: HintMessage::parse(&raw.message)?,
            field: raw.field.as_deref().map(parse_field).transpose()?,
            name: raw.name.map(String::into_boxed_str),
        };
        Ok(Self { status, path: raw.path.map(String::into_boxed_str), matches, hint })
    }

    pub const fn field(&self) -> Option<&FieldPath> {
        self.hint.field.as_ref()
    }

    pub fn hint(&self, status: u16, text: &str, json: Option<&Value>) -> Option<RefusalHint> {
        let is_status = self.status.is_empty() || self.status.contains(&status);
        (is_status && self.says(text, json)).then(|| self.hint.clone())
    }

    /// Without a path the whole body is looked at; with one and no pattern it is enough that something stands there.
    fn says(&self, text: &str, json: Option<&Value>) -> bool {
        let Some(path) = &self.path else {
            return self.matches.as_ref().is_none_or(|pattern| pattern.matches(text));
        };
        let Some(found) = json.and_then(|json| at(json, path)) else { return false };
        let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
        self.matches.as_ref().is_none_or(|pattern| pattern.matches(&found))
    }
}

/// What stands at a path with dots; a number is a place in a list.
fn at<'a>(json: &'a Value, path: &str) -> Option<&'a Value> {
    let found = path.split('.').try_fold(json, |value, name| match value {
        Value::Array(items) => items.get(name.parse::<usize>().ok()?),
        other => other.get(name),
    });
    found.filter(|value| !value.is_null())
}
