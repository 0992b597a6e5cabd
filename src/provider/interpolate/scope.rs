//! The values that templates may name. Any of them may be a secret, so none is ever printed.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use zeroize::Zeroizing;

/// One value: a text, another scalar, or a map of further values.
#[derive(Clone)]
pub enum Value {
    /// A text, wiped from memory when dropped.
    Text(Zeroizing<String>),
    /// A number, as JSON writes it.
    Number(String),
    /// A boolean.
    Flag(bool),
    /// Named values under this one: `connectionConfig`, `credentials`, `step1`.
    Map(Scope),
}

impl Value {
    /// The text of a string or number; booleans and maps have none.
    fn scalar(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text.as_str())),
            Self::Number(number) => Some(Cow::Borrowed(number)),
            Self::Flag(_) | Self::Map(_) => None,
        }
    }

    fn is_truthy(&self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty(),
            Self::Number(number) => number != "0",
            Self::Flag(flag) => *flag,
            Self::Map(_) => true,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Zeroizing::new(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Zeroizing::new(text))
    }
}

impl From<Scope> for Value {
    fn from(scope: Scope) -> Self {
        Self::Map(scope)
    }
}

/// A tree of named values.
#[derive(Clone, Default)]
pub struct Scope(BTreeMap<String, Value>);

impl Scope {
    /// A scope without values.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds or replaces a value.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        self.0.insert(name.into(), value.into());
    }

    /// The same scope with one more value.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.insert(name, value);
        self
    }

    /// The members of a JSON object (items of a list are named by their position). `null` is no value.
    #[must_use]
    pub fn from_json(json: &serde_json::Value) -> Self {
        let members: Vec<(String, &serde_json::Value)> = match json {
            serde_json::Value::Object(map) => map.iter().map(|(name, value)| (name.clone(), value)).collect(),
            serde_json::Value::Array(items) => {
                items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
            }
            _ => Vec::new(),
        };
        Self(members.into_iter().filter_map(|(name, value)| Some((name, from_json(value)?))).collect())
    }

    /// By the flat rules: an exact name with any value, else a dotted path to a string or number.
    pub(super) fn flat(&self, name: &str) -> Option<Cow<'_, str>> {
        match self.0.get(name) {
            Some(Value::Flag(flag)) => Some(Cow::Borrowed(if *flag { "true" } else { "false" })),
            Some(value @ (Value::Text(_) | Value::Number(_))) => value.scalar(),
            Some(Value::Map(_)) | None => self.path(name),
        }
    }

    /// By the path rules: a dotted path to a string or number, else the same text as one name.
    pub(super) fn path(&self, name: &str) -> Option<Cow<'_, str>> {
        self.find(name).and_then(Value::scalar)
    }

    /// Whether the value is there and, as JavaScript sees it, true.
    pub(super) fn is_truthy(&self, name: &str) -> bool {
        self.find(name).is_some_and(Value::is_truthy)
    }

    fn find(&self, name: &str) -> Option<&Value> {
        let nested = name.split_once('.').and_then(|(head, rest)| match self.0.get(head) {
            Some(Value::Map(inner)) => inner.find(rest),
            _ => None,
        });
        nested.or_else(|| self.0.get(name))
    }
}

fn from_json(value: &serde_json::Value) -> Option<Value> {
    Some(match value {
        serde_json::Value::Null => return None,
        serde_json::Value::Bool(flag) => Value::Flag(*flag),
        serde_json::Value::Number(number) => Value::Number(number.to_string()),
        serde_json::Value::String(text) => Value::from(text.as_str()),
        serde_json::Value::Array(_) | serde_json::Value::Object(_) => Value::Map(Scope::from_json(value)),
    })
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Map(scope) => scope.fmt(f),
            _ => f.write_str("[REDACTED]"),
        }
    }
}

impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(&self.0).finish()
    }
}
