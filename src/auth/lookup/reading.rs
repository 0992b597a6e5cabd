//! What of an answer becomes a value of the connection.

use serde_json::Value;

use super::{Found, LookupProblem, Values};
use crate::auth::ConfigValue;

/// A value of the answer, by JSON pointer, and the name it gets among the connection's values.
pub(super) type Field = (&'static str, &'static str);

/// How an answer is read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reading {
    /// Each field stands at its place.
    Fields(&'static [Field]),
    /// The answer lists what the credential gives access to; one of it is meant.
    OneOf(Choice),
}

/// Which of a list is meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    /// Where the list stands.
    pub list: &'static str,
    /// What of it counts.
    pub counts: fn(&Value) -> bool,
    /// Which of several.
    pub of_several: OfSeveral,
    /// What of the one is kept.
    pub fields: &'static [Field],
    /// Under which name the whole list is kept, where it is.
    pub keeps_list: Option<&'static str>,
}

/// Which of several is meant.
#[derive(Clone, Copy, Debug)]
pub(super) enum OfSeveral {
    /// Nobody knows: the person may fill in this value.
    Unknown(&'static str),
    /// The first, as the service orders them.
    First,
    /// This one, else the first.
    Preferred(fn(&Value) -> bool),
}

impl Reading {
    /// What an answer brings.
    pub fn found(&self, answer: &Value) -> Found {
        match self {
            Self::Fields(fields) => read(answer, fields).map(Found::from).into(),
            Self::OneOf(choice) => choice.found(answer),
        }
    }
}

impl Choice {
    fn found(&self, answer: &Value) -> Found {
        let named = self.fields.first().map_or("", |(_, name)| name);
        let Some(list) = answer.pointer(self.list).and_then(Value::as_array) else {
            return LookupProblem::Missing(named).into();
        };
        let all: Vec<&Value> = list.iter().filter(|item| (self.counts)(item)).collect();
        let mut found: Found =
            self.one(&all, named).and_then(|one| read(one, self.fields)).map(Found::from).into();
        if let Some(name) = self.keeps_list {
            let list: Value = all.into_iter().cloned().collect();
            found.values.push((name.to_owned(), ConfigValue::from(list)));
        }
        found
    }

    fn one<'v>(&self, all: &[&'v Value], named: &'static str) -> Result<&'v Value, LookupProblem> {
        match (all, self.of_several) {
            ([], _) => Err(LookupProblem::Missing(named)),
            ([one], _) | ([one, ..], OfSeveral::First) => Ok(one),
            ([first, ..], OfSeveral::Preferred(is_it)) => {
                Ok(all.iter().find(|item| is_it(item)).unwrap_or(first))
            }
            (several, OfSeveral::Unknown(choice)) => {
                Err(LookupProblem::Several { count: several.len(), choice })
            }
        }
    }
}

fn read(root: &Value, fields: &[Field]) -> Result<Values, LookupProblem> {
    let value = |(pointer, name): &Field| {
        let text = root.pointer(pointer).and_then(text).ok_or(LookupProblem::Missing(name))?;
        Ok(((*name).to_owned(), ConfigValue::from(text.as_str())))
    };
    fields.iter().map(value).collect()
}

/// Services number what they name, or not: the connection has texts.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
