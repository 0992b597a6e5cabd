//! What a typed value says before it is sent.

use super::{HintMessage, parse_field, parse_pattern};
use crate::provider::{field::FieldPath, pattern::Pattern, raw::RawValueHint};

/// What a value says about itself. Never holds the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueHint {
    /// What.
    pub message: HintMessage,
    /// What the text names: another service, or a beginning.
    pub name: Option<Box<str>>,
    /// Whether it may be meant all the same, so that sending it once more is an answer.
    pub may_be_meant: bool,
}

/// A rule for the values of one field.
#[derive(Clone, Debug)]
pub struct ValueRule {
    field: FieldPath,
    starts_with: Box<[Box<str>]>,
    matches: Option<Pattern>,
    hint: ValueHint,
}

impl ValueRule {
    pub(super) fn judge(raw: RawValueHint) -> Result<Self, String> {
        let starts_with: Box<[Box<str>]> =
            raw.starts_with.into_iter().flatten().map(String::into_boxed_str).collect();
        let matches = parse_pattern(raw.matches)?;
        if starts_with.is_empty() && matches.is_none() {
            return Err(format!("`{}` says neither starts_with nor matches", raw.message));
        }
        Ok(Self {
            field: parse_field(&raw.field)?,
            starts_with,
            matches,
            hint: ValueHint {
                message: HintMessage::parse(&raw.message)?,
                name: raw.name.map(String::into_boxed_str),
                may_be_meant: raw.may_be_meant.unwrap_or(false),
            },
        })
    }

    pub(super) fn new(
        field: &FieldPath,
        starts_with: &str,
        matches: Option<Pattern>,
        hint: ValueHint,
    ) -> Self {
        let starts_with = (!starts_with.is_empty()).then(|| Box::from(starts_with));
        Self { field: field.clone(), starts_with: starts_with.into_iter().collect(), matches, hint }
    }

    /// The field.
    pub(super) const fn field(&self) -> &FieldPath {
        &self.field
    }

    /// What it says of a value of that field.
    pub(in crate::provider) fn hint(&self, field: &FieldPath, value: &str) -> Option<&ValueHint> {
        let begins = self.starts_with.iter().any(|start| value.starts_with(&**start));
        let fits = || {
            let matches = self.matches.as_ref().is_some_and(|pattern| pattern.matches(value));
            match (self.starts_with.is_empty(), &self.matches) {
                (false, Some(_)) => begins && matches,
                (false, None) => begins,
                (true, _) => matches,
            }
        };
        (*field == self.field && fits()).then_some(&self.hint)
    }
}
